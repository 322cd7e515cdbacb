"""Words of views as rich text: prose, links, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plancompiler.prose import Prose, to_rich, to_rich_line
from plancompiler.rich_text import Block, Item, Paragraph, Points, Run
from plancompiler.views.page import Ref


def blocks(prose: Prose | None) -> tuple[Block, ...]:
    """Return prose as blocks; none for none."""
    return to_rich(prose) if prose is not None else ()


def line(prose: Prose | None) -> tuple[Run, ...]:
    """Return a line of prose as runs; none for none."""
    return to_rich_line(prose) if prose is not None else ()


def text(said: str, lang: str = "") -> tuple[Run, ...]:
    """Return words that lead nowhere; none for ""."""
    return (Run(said, lang=lang),) if said else ()


def bold(said: str) -> tuple[Run, ...]:
    """Return words that stand out; none for ""."""
    return (Run(said, strong=True),) if said else ()


def strong(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs that stand out."""
    return tuple(replace(run, strong=True) for run in runs)


def link(ref: Ref) -> tuple[Run, ...]:
    """Return words that may lead somewhere, and the note after them."""
    aside = (Run(f" ({ref.note})"),) if ref.note else ()
    return (Run(ref.text, href=ref.href, lang=ref.lang), *aside)


def series(refs: Iterable[Ref]) -> tuple[Run, ...]:
    """Return links one after the other."""
    return joined((link(ref) for ref in refs), ", ")


def joined(parts: Iterable[tuple[Run, ...]], between: str = " ") -> tuple[Run, ...]:
    """Return the runs of the parts that have any, with words between them."""
    found = [part for part in parts if part]
    return tuple(run for place, part in enumerate(found) for run in ((Run(between), *part) if place else part))


def paragraph(*parts: tuple[Run, ...], style: str = "") -> Iterator[Paragraph]:
    """Yield a paragraph of the parts that say anything, if any does."""
    runs = joined(parts)
    if runs:
        yield Paragraph(runs, style)


def points(items: Iterable[tuple[Block, ...]]) -> Iterator[Points]:
    """Yield a list of the items, if there are any."""
    found = tuple(Item(blocks) for blocks in items if blocks)
    if found:
        yield Points(found)


def headed(head: tuple[Run, ...], found: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with words before them, on the line of the first one when it is a paragraph."""
    if not head:
        return found
    if found and isinstance(found[0], Paragraph) and not found[0].style:
        first = found[0]
        return (replace(first, runs=joined((head, first.runs))), *found[1:])
    return (Paragraph(head), *found)
