"""A site in memory, read as a browser would."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag

from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL, Translator
from plancompiler.views.place import place

# Elements that have no end tag.
_VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "wbr", "col"})
# Elements that stand in a line of text; between others there is room.
_IN_LINE = frozenset({"a", "span", "strong", "em", "code", "sup"})


def foreign_scripts(page: Page) -> list[Mapping[str, str]]:
    """Return the scripts that are not one of the site's own files: what is written into the page, or from elsewhere."""
    return [
        attributes
        for attributes in page.all("script")
        if not is_data(attributes)
        and (not re.fullmatch(r"(?:\.\./)*[\w./-]+\.js", attributes.get("src", "")) or "defer" not in attributes)
    ]


def is_data(attributes: Mapping[str, str]) -> bool:
    """Tell whether a script is what machines read of a page: it is not run, and no policy stops it."""
    return attributes == {"type": "application/ld+json"}


class Page(HTMLParser):
    """A page: its text as written, what is in it, the text that is seen under each id, and its data for machines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, Mapping[str, str]]] = []
        self.text = ""
        self.unclosed: list[str] = []
        self.misnested: list[str] = []
        self.headings: list[int] = []
        self.texts: dict[str, str] = {}
        self.data: list[str] = []
        self._open_ids: list[tuple[int, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.tags.append((tag, named))
        if tag not in _IN_LINE:
            self.handle_data(" ")
        if tag not in _VOID:
            self.unclosed.append(tag)
        if "id" in named:
            self.ids.append(named["id"])
            self._open_ids.append((len(self.unclosed), named["id"]))
            self.texts.setdefault(named["id"], "")
        if tag == "a" and "href" in named:
            self.links.append(named["href"])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if self.unclosed and self.unclosed[-1] == tag:
            self.unclosed.pop()
            self._open_ids = [(depth, name) for depth, name in self._open_ids if depth <= len(self.unclosed)]
        else:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        if self.unclosed[-1:] == ["script"]:
            # Nobody who reads the page sees it.
            self.data.append(data)
            return
        self.text += data
        for _, name in self._open_ids:
            self.texts[name] += data

    def all(self, tag: str) -> Iterator[Mapping[str, str]]:
        """Yield the attributes of every element of a kind."""
        return (attributes for name, attributes in self.tags if name == tag)

    def under(self, anchor: str) -> str:
        """Return the text in the element with this id, on one line."""
        return " ".join(self.texts[anchor].split())


def site(program: Program, language: str = "nb", words: Translator = BOKMAL) -> dict[str, Page]:
    """Return every page of the site by its path."""
    made = TARGET.produce(program, Output(language, words))
    files = {one.path.removeprefix("site/"): one for one in made}
    return {path: Page(one.render().decode("utf-8")) for path, one in files.items() if path.endswith(".html")}


def said_of(program: Program, pages: Mapping[str, Page], name: str) -> str:
    """Return what is said of a node on the page that says all of it, on one line; of a goal, its page."""
    path, _, anchor = place(program, name).partition("#")
    return pages[path].under(anchor) if anchor else " ".join(pages[path].text.split())


def broken_links(pages: Mapping[str, Page]) -> list[str]:
    """Return the links inside the site that lead to no file, or to an anchor the file lacks."""
    broken = []
    for path, page in pages.items():
        for href in page.links:
            # The files of the tables are no pages; `test_tables.py` looks for them.
            if href.startswith(("http:", "https:", "mailto:")) or href.endswith((".csv", ".json")):
                continue
            file, anchor = urldefrag(href)
            # The page for what is not there is shown in any folder, so its links are from the root.
            file = file.removeprefix("/") if path == "404.html" else file
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
            # The page for what is not found leads from the site's root.
            to = to.removeprefix("/")
            if to not in pages or (anchor and unquote(anchor) not in pages[to].ids):
                broken.append(f"{path} -> {href}")
    return broken
