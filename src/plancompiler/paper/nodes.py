"""A node on paper, and what stands under it: headings, points, tables and figures, in page order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompiler.address import picture_file
from plancompiler.paper.parts import contributions, facts, notes, numbers, tiles, values
from plancompiler.paper.texts import blocks, bold, headed, joined, line, link, paragraph, strong, text
from plancompiler.prose import Prose, plain
from plancompiler.rich_text import Anchors, Block, Box, Figure, Heading, Item, Paragraph, Points, Row, Table
from plancompiler.views.node_view import Group, NodeView
from plancompiler.views.page import Here

# As deep as headings go in all that reads them.
_DEEPEST = 6


def groups(here: Here, found: Iterable[Group], level: int) -> Iterator[Block]:
    """Yield lists of nodes, each under its heading of `level` where it has one."""
    for group in found:
        if group.heading:
            yield Heading(min(level, _DEEPEST), "", text(group.heading))
        yield from facts(here, group.facts)
        inner = level + 1 if group.heading else level
        if group.shape == "rows":
            yield _rows(here, group)
            yield from _under_rows(here, group, inner)
        elif group.shape in {"bullets", "cards", "values"}:
            yield Points(tuple(_point(here, node) for node in group.nodes))
        elif group.shape == "tables":
            for node in group.nodes:
                yield from _table(here, node, inner)
        elif group.shape == "figures":
            for node in group.nodes:
                yield from _figure(here, node, inner)
        else:
            for node in group.nodes:
                yield from section(here, node, inner)


def section(here: Here, node: NodeView, level: int) -> Iterator[Block]:
    """Yield a node with a heading of `level`, and all that is under it."""
    level = min(level, _DEEPEST)
    inner = min(level + 1, _DEEPEST)
    anchors = (node.id, *node.anchors)
    body = (*said(here, node), *ties(here, node), *groups(here, node.groups, inner), *back(here, node, inner))
    if node.form == "boks":
        head = joined((bold(node.called), strong(line(node.title))))
        yield Box("box", (*((Paragraph(head, "label"),) if head else ()), *_without_headings(body)), anchors)
        return
    title = line(node.title)
    if title or node.called:
        yield Heading(level, node.called, title, anchors)
        yield from body
    else:
        yield from _anchored(body, anchors)


def said(here: Here, node: NodeView) -> Iterator[Block]:
    """Yield the words of a node."""
    yield from paragraph(line(node.subtitle), style="lead")
    if node.text is not None:
        yield from paragraph(line(node.lead_in), style="label")
        yield from blocks(node.text)
    yield from notes(node.notes)
    yield from facts(here, node.origin)


def ties(here: Here, node: NodeView, hidden: frozenset[str] = frozenset()) -> Iterator[Block]:
    """Yield what is said of a node beside its words, save the facts that are told elsewhere."""
    yield from tiles(here, node.tiles)
    yield from numbers(here, node.numbers)
    yield from tiles(here, node.inherited_tiles, here.words("Via mål:"))
    yield from tiles(here, node.reached_tiles, here.words("Gjennom målene det bidrar til:"))
    yield from facts(here, (fact for fact in node.facts if fact.key not in hidden))
    for change in node.changes:
        yield Paragraph(link(change), "aside")


def back(here: Here, node: NodeView, level: int) -> Iterator[Block]:
    """Yield what points at a node."""
    yield from contributions(here, node.contributions, level)
    yield from facts(here, node.backlinks)


def _point(here: Here, node: NodeView) -> Item:
    head = joined((bold(node.number), strong(line(node.title))))
    body = tuple(said(here, node))
    # A number stands on the line of the text, a title on one of its own.
    first = (Paragraph(head), *body) if node.title is not None and head else headed(head, body)
    rest = (*ties(here, node), *groups(here, node.groups, _DEEPEST), *back(here, node, _DEEPEST))
    whole = _without_headings((*first, *rest))
    return Item(whole or (Paragraph(text(node.called or node.id)),), (node.id, *node.anchors))


def _rows(here: Here, group: Group) -> Table:
    shown = frozenset(key for key, _ in group.columns)
    rows = []
    for node in group.nodes:
        head = joined((bold(node.number), strong(line(node.title))))
        first = (
            *((Paragraph(head),) if head else ()),
            *said(here, node),
            *ties(here, node, shown),
            *back(here, node, _DEEPEST),
        )
        cells = (
            tuple(block for fact in node.facts if fact.key == key for block in values(here, fact))
            for key, _ in group.columns
        )
        rows.append(Row((_without_headings(first), *cells), (node.id, *node.anchors)))
    columns = (text(group.word), *(text(label) for _, label in group.columns))
    return Table((), columns, tuple(rows))


def _under_rows(here: Here, group: Group, level: int) -> Iterator[Block]:
    for node in group.nodes:
        if node.groups:
            yield Heading(min(level, _DEEPEST), node.called, line(node.title))
            yield from groups(here, node.groups, level + 1)


def _table(here: Here, node: NodeView, level: int) -> Iterator[Block]:
    yield from blocks(node.text)
    caption = joined((text(node.called), line(node.title)), " " if node.number else ": ")
    anchors = (node.id, *node.anchors)
    if node.table is not None and node.table.columns:
        rows = tuple(Row(tuple(_cell(cell) for cell in row)) for row in node.table.rows)
        yield from _anchored((Table(caption, tuple(line(column) for column in node.table.columns), rows),), anchors)
    else:
        yield Paragraph(caption, "label", anchors)
    yield from _after(here, node, level)


def _cell(texts: tuple[Prose, ...]) -> tuple[Block, ...]:
    parts = [blocks(text) if "\n" in text.text else tuple(paragraph(line(text))) for text in texts]
    if len(parts) < 2:
        return parts[0] if parts else ()
    return (Points(tuple(Item(part) for part in parts if part)),)


def _figure(here: Here, node: NodeView, level: int) -> Iterator[Block]:
    alt = plain(node.description.text, node.description.resolve) if node.description is not None else ""
    file = picture_file(here.program, here.program.nodes[f"{here.plan}/{node.id}"]) if node.picture else ""
    yield Figure(file, alt, joined((text(node.called), line(node.title))), (node.id, *node.anchors))
    yield from blocks(node.text)
    yield from _after(here, node, level)


def _after(here: Here, node: NodeView, level: int) -> Iterator[Block]:
    if node.source is not None:
        yield from paragraph(text(here.words("Kilde:")), line(node.source), style="aside")
    yield from notes(node.notes)
    yield from facts(here, node.origin)
    yield from ties(here, node)
    yield from back(here, node, level)


def _without_headings(found: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks that have no place for headings: what would be one is a paragraph that stands out."""
    return tuple(
        Paragraph(joined((bold(block.called), strong(block.runs))), "label", block.anchors)
        if isinstance(block, Heading)
        else block
        for block in found
    )


def _anchored(found: tuple[Block, ...], anchors: tuple[str, ...]) -> tuple[Block, ...]:
    """Return blocks that bear anchors without a heading of their own."""
    return (Anchors(anchors), *found)
