"""What nodes and plans have in common on paper: facts, UN goals, figures, notes, contributions and standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompiler.paper.texts import blocks, bold, joined, line, link, paragraph, points, series, strong, text
from plancompiler.rich_text import Block, Box, Facts, Heading, Item, Paragraph, Points, Row, Run, Table, Tile, Tiles
from plancompiler.views.backlinks import Contribution, Contributions
from plancompiler.views.facts import Fact
from plancompiler.views.node_view import Note
from plancompiler.views.numbers import Number, Numbers
from plancompiler.views.page import Here
from plancompiler.views.standing import Standing
from plancompiler.views.un_tiles import Tile as SeenTile

_COLOURLESS = ("#555555", "#ffffff")


def facts(here: Here, found: Iterable[Fact], *, wide: bool = False) -> Iterator[Facts]:
    """Yield labels and what they say, if there are any."""
    rows = tuple((fact.label, values(here, fact)) for fact in found)
    if rows:
        yield Facts(rows, wide)


def values(here: Here, fact: Fact) -> tuple[Block, ...]:
    """Return what a fact says: on the line when that is one thing or links alone, else as points."""
    aside = _of_what(here, fact)
    if not fact.texts:
        return (Paragraph((*joined((link(ref) for ref in fact.refs), "; "), *aside)),)
    if len(fact.texts) == 1 and not fact.refs:
        text = fact.texts[0]
        return blocks(text) if "\n" in text.text else tuple(paragraph(line(text), aside))
    said = (*((Paragraph(link(ref)),) for ref in fact.refs), *(tuple(paragraph(line(text))) for text in fact.texts))
    return (*points(said), *paragraph(aside))


def tiles(here: Here, found: tuple[SeenTile, ...], label: str = "") -> Iterator[Tiles]:
    """Yield the UN goals that something is tied to, if it is to any."""
    if found:
        yield Tiles(label, tuple(_tile(here, tile) for tile in found))


def numbers(here: Here, found: Iterable[Numbers]) -> Iterator[Block]:
    """Yield figures: one on a line, several in a table."""
    for sort in found:
        origin = (Run(f"{here.words('fra')} "), *link(sort.origin)) if sort.origin is not None else ()
        if sort.only is not None:
            yield Paragraph(joined((bold(f"{sort.caption}:"), _number(sort.only), origin)))
        else:
            rows = (Row(tuple(tuple(paragraph(line(cell))) for cell in row)) for row in sort.rows)
            caption = joined((text(sort.caption), origin))
            yield Table(caption, tuple(text(column) for column in sort.columns), tuple(rows))


def notes(found: Iterable[Note]) -> Iterator[Points]:
    """Yield the notes of a text, each with its marker."""
    items = tuple(
        Item(tuple(paragraph((Run(note.marker, raised=True),), line(note.text), style="aside")), (note.anchor,))
        for note in found
    )
    if items:
        yield Points(items)


def contributions(here: Here, found: Iterable[Contributions], level: int) -> Iterator[Block]:
    """Yield what contributes from elsewhere, each sort under its name."""
    for sort in found:
        yield Heading(level, "", text(sort.label))
        yield from facts(here, sort.facts)
        yield from points(tuple(_contribution(here, one)) for one in sort.items)


def standing(here: Here, found: Standing) -> Iterator[Box]:
    """Yield why a plan is not to be read as the plan in force, or as its adopted text, where that is so."""
    banner, restated = found.banner, found.restated
    if banner is not None:
        said = paragraph(bold(banner.text), *map(text, banner.dates))
        instead = paragraph(text(banner.label), series(banner.instead)) if banner.instead else ()
        yield Box("warning", (*said, *instead))
    if restated is not None:
        source = joined((text(here.words("Kilde:")), line(restated.source))) if restated.source else ()
        where = link(restated.link) if restated.link is not None else ()
        yield Box("note", tuple(paragraph(text(restated.text), source, where)))


def _of_what(here: Here, fact: Fact) -> tuple[Run, ...]:
    """Return what a fact is said of when that is more than what it stands at."""
    if fact.inherited_from is not None:
        return (Run(f" ({here.words('gjelder hele')} "), *link(fact.inherited_from), Run(")"))
    return (Run(f" ({fact.below})"),) if fact.below else ()


def _tile(here: Here, tile: SeenTile) -> Tile:
    entry = here.program.vocabularies.get("bærekraftsmål", {}).get(tile.goal)
    colour = entry.text("farge") if entry is not None else ""
    on = "#ffffff" if entry is not None and entry.text("tekstfarge") == "hvit" else "#000000"
    through = f"{here.words('gjennom')} {tile.through.text}" if tile.through is not None else ""
    aside = "; ".join(part for part in (tile.weight, tile.reason, through) if part)
    return Tile(tile.number, tile.name, *((colour, on) if colour else _COLOURLESS), tile.href, aside)


def _number(only: Number) -> tuple[Run, ...]:
    what = line(only.what)
    value = strong(line(only.value))
    beside = (Run("("), *line(only.beside), Run(")")) if only.beside is not None else ()
    return joined(((*what, Run(":")) if what and value else what, value, beside))


def _contribution(here: Here, one: Contribution) -> Iterator[Block]:
    yield Paragraph(link(one.ref))
    if one.shared and one.home.text:
        yield from paragraph(text(here.words("Felles, hører til under")), link(one.home), style="aside")
    yield from paragraph(text(one.reason), style="aside")
    yield from facts(here, one.facts)
    yield from points((Paragraph(link(part)),) for part in one.parts)
