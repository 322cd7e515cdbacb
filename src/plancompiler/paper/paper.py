"""What a printed text has beside its blocks, and where the links in it lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from plancompiler.address import permalink
from plancompiler.node import Node, text
from plancompiler.rich_text import Block, Heading, anchors_in, figures_in
from plancompiler.views.page import Here
from plancompiler.views.place import place

_ABSOLUTE = re.compile(r"https?://|mailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands over a text: what it is and whose, its title, and below that its `version`, a line for each.

    `version` is what tells the text from every other: status, decision, period, edition, the day it is of. The first
    line stands at the foot of every page as well, after the title. A `long` text has a front page and contents.
    """

    kind: str
    owner: str
    title: str
    lang: str
    version: tuple[str, ...]
    subtitle: str = ""
    anchors: tuple[str, ...] = ()
    long: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A text to print. `day` is the day it speaks of, `2026-08-31`, or "".

    `destinations` leads from links, as the page of the site at `base` has them, to the anchors of the text. `contents`
    is the heading of the contents, `page` says which page of how many with `{page}` and `{pages}`.
    """

    language: str
    cover: Cover
    blocks: tuple[Block, ...]
    destinations: Mapping[str, str]
    base: str
    day: str
    contents: str
    page: str

    def lead(self, href: str) -> str:
        """Return where a link leads: `#` and an anchor of this text, an absolute address, or "" for nowhere."""
        if href in self.destinations:
            return f"#{self.destinations[href]}"
        if _ABSOLUTE.match(href):
            return href
        return urljoin(self.base, href) if self.base and href and not href.startswith("#") else ""


def paper(here: Here, cover: Cover, blocks: Iterable[Block], nodes: Iterable[Node]) -> Paper:
    """Return a text that says what the page `here` does; `nodes` are those that may stand in it."""
    whole = tuple(_levelled(blocks))
    return Paper(
        language=here.output.language,
        cover=cover,
        blocks=whole,
        destinations=_destinations(here, dict.fromkeys((*cover.anchors, *anchors_in(whole))), nodes),
        base=_base(here),
        day=here.output.as_of,
        contents=here.words("Innhold"),
        page=here.words("Side {page} av {pages}"),
    )


def pictures(paper: Paper, files: Callable[[str], bytes] | None) -> Mapping[str, bytes]:
    """Return the bytes of the pictures of a text by their files; none when there are no files at hand."""
    shown = dict.fromkeys(figure.file for figure in figures_in(paper.blocks) if figure.file)
    return {file: files(file) for file in shown} if files is not None else {}


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with no level left out between a heading and the one it stands under."""
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            above = min(block.level, above + 1)
            block = replace(block, level=above)
        yield block


def _destinations(here: Here, found: Mapping[str, None], nodes: Iterable[Node]) -> Mapping[str, str]:
    """Return the anchors that are found in a text by the links that lead there."""
    by_link = {f"#{anchor}": anchor for anchor in found}
    for node in nodes:
        if node.id in found:
            by_link[here.link(place(here.program, node.name))] = node.id
            by_link[here.link(permalink(here.program, node.name))] = node.id
    return by_link


def _base(here: Here) -> str:
    """Return the absolute address of the page of the site that says the same; "" when nobody says where the site is."""
    site = text(here.program.settings, "adresse")
    return urljoin(f"{site.rstrip('/')}/", here.page) if site else ""
