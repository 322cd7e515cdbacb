"""Blocks of a text to paragraphs, lists and tables of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import groupby

from docx.document import Document
from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Written

from plancompiler.paper.paper import Paper
from plancompiler.paper.widths import widths
from plancompiler.rich_text import (
    LINE_BREAK,
    Anchors,
    Block,
    Box,
    Code,
    Facts,
    Figure,
    Heading,
    Item,
    Paragraph,
    Points,
    Quote,
    Rule,
    Run,
    Table,
    Tiles,
    plain_text,
    printable,
)  # fmt: skip
from plancompiler.word import marks

ACCENT, SOFT, TINT = "1B4F72", "50565C", "EEF3F6"
_TONES = {"warning": ("9A5B00", "FDF3E1"), "note": (ACCENT, TINT), "box": (ACCENT, TINT)}
_STYLES = {"lead": "Subtitle", "label": "Plan Label", "aside": "Plan Aside"}
# The styles of lists go so deep, and no deeper.
_DEEPEST = 3
_TEXT_WIDTH = 16.0
_CELL_SIZE = 9.5


class Writer:
    """Writes a text to a Word document. A place is the document or a cell; `depth` tells how deep in lists it is."""

    def __init__(self, document: Document, paper: Paper, pictures: Mapping[str, bytes]) -> None:
        self._document, self._paper, self._pictures = document, paper, pictures
        self._bookmarks = {
            anchor: marks.bookmark_name(anchor, number)
            for number, anchor in enumerate(dict.fromkeys(paper.destinations.values()))
        }
        self._placed: set[str] = set()
        self._waiting: list[str] = []
        self._made: list[Written] = []

    def write(self, blocks: Iterable[Block], place: Document | _Cell | None = None, depth: int = 0) -> None:
        """Write blocks one after the other, in the document unless another place is given."""
        for block in blocks:
            self._block(block, place or self._document, depth)

    def anchors(self, anchors: tuple[str, ...]) -> None:
        """Let links to the anchors lead to the next paragraph."""
        self._waiting += anchors

    def bookmark(self, anchor: str) -> str:
        """Return the bookmark of an anchor."""
        return self._bookmarks[anchor]

    def paragraph(self, place: Document | _Cell, style: str = "") -> Written:
        """Return a new paragraph, which bears the anchors that wait for one."""
        # A cell is born with a paragraph, which would be an empty line above the first.
        first = place.paragraphs[0] if isinstance(place, _Cell) and self._is_new(place) else place.add_paragraph()
        if style or isinstance(place, _Cell):
            first.style = style or "Plan Cell"
        self._made.append(first)
        for anchor in self._waiting:
            if anchor in self._bookmarks and anchor not in self._placed:
                marks.bookmark(first, self._bookmarks[anchor], len(self._placed))
                self._placed.add(anchor)
        self._waiting = []
        return first

    def runs(self, paragraph: Written, runs: Iterable[Run], *, bold: bool = False) -> None:
        """Write runs at the end of a paragraph, those that lead to the same place as one link."""
        for href, alike in groupby(runs, lambda run: self._paper.lead(run.href)):
            written = []
            for run in alike:
                made = paragraph.add_run(printable(run.text))
                # What is not said is left to the style of the paragraph.
                made.bold, made.italic = (run.strong or bold) or None, run.emphasised or None
                made.font.superscript = run.raised or None
                if run.code:
                    made.font.name = "Consolas"
                if href:
                    made.style = "Hyperlink"
                if run.lang:
                    marks.speak(made, run.lang)
                written.append(made)
            if href:
                marks.link(self._document, paragraph, written, self._to(href))

    def _block(self, block: Block, place: Document | _Cell, depth: int) -> None:
        match block:
            case Paragraph(runs, style, anchors):
                self.anchors(anchors)
                self.runs(self.paragraph(place, _STYLES.get(style, _within(depth))), runs)
            case Heading(level, called, runs, anchors):
                self.anchors(anchors)
                made = self.paragraph(place, f"Heading {level}")
                self.runs(made, heading_runs(called, runs))
            case Points():
                self._points(block, place, depth)
            case Quote(blocks):
                self.write(blocks, place, depth)
            case Code(text):
                self.paragraph(place, _within(depth)).add_run(
                    LINE_BREAK.join(map(printable, text.split("\n")))
                ).font.name = "Consolas"
            case Rule():
                marks.rule(self.paragraph(place))
            case Anchors(names):
                self.anchors(names)
            case Facts():
                self._facts(block, place, depth)
            case Table():
                self._table(block, place)
            case Figure():
                self._figure(block, place)
            case Box(tone, blocks, anchors):
                self.anchors(anchors)
                self._box(tone, blocks, place)
            case Tiles():
                self._tiles(block, place, depth)

    def _points(self, points: Points, place: Document | _Cell, depth: int) -> None:
        deeper = min(depth + 1, _DEEPEST)
        style = "List Bullet" if points.start is None else "List Number"
        style += f" {deeper}" if deeper > 1 else ""
        numbering = marks.numbering(self._document, style, points.start) if points.start is not None else None
        for item in points.items:
            self.anchors(item.anchors)
            first, rest = _first(item)
            made = self.paragraph(place, style)
            if numbering is not None:
                marks.numbered(made, numbering)
            self.runs(made, first)
            self.write(rest, place, deeper)

    def _facts(self, facts: Facts, place: Document | _Cell, depth: int) -> None:
        for label, said in facts.rows:
            made = self.paragraph(place, "Plan Facts" if facts.wide else _within(depth) or "Plan Said")
            made.add_run(printable(label) + ("\t" if facts.wide else ": ")).bold = True
            first, rest = _first(Item(said))
            self.runs(made, first)
            self.write(rest, place, depth)

    def _table(self, table: Table, place: Document | _Cell) -> None:
        if table.caption:
            self.runs(self.paragraph(place, "Caption"), table.caption)
        if isinstance(place, _Cell):
            # A table in a table is hard to read, and harder to hear: there each row is a line.
            for row in table.rows:
                self.paragraph(place).add_run(printable("; ".join(plain_text(cell) for cell in row.cells)))
            return
        made = self._document.add_table(len(table.rows) + 1, len(table.columns), style="Table Grid")
        made.autofit = False
        before = len(self._made)
        shares = widths(table)
        for column, share in zip(made.columns, shares, strict=True):
            column.width = Cm(_TEXT_WIDTH * share / sum(shares))
        head, *rows = made.rows
        marks.heads(head)
        for cell, column, width in zip(head.cells, table.columns, made.columns, strict=True):
            cell.width = width.width
            marks.fill(cell, TINT)
            self.runs(self.paragraph(cell, "Plan Cell"), column, bold=True)
        for row, said in zip(rows, table.rows, strict=True):
            self.anchors(said.anchors)
            for cell, blocks, width in zip(row.cells, said.cells, made.columns, strict=True):
                cell.width = width.width
                self.write(blocks or (Paragraph(()),), cell)
        for paragraph in self._made[before:]:
            marks.shrink(paragraph, _CELL_SIZE)
        self.paragraph(place, "Plan Cell")

    def _figure(self, figure: Figure, place: Document | _Cell) -> None:
        self.anchors(figure.anchors)
        data = self._pictures.get(figure.file)
        paragraph = self.paragraph(place)
        try:
            picture = paragraph.add_run().add_picture(BytesIO(data or b""), width=Cm(_TEXT_WIDTH))
            marks.describe(picture, printable(figure.alt))
        except UnrecognizedImageError:
            # What Word cannot show is said in words.
            self.runs(paragraph, (Run(figure.alt),))
        if figure.caption:
            self.runs(self.paragraph(place, "Caption"), figure.caption)

    def _box(self, tone: str, blocks: tuple[Block, ...], place: Document | _Cell) -> None:
        before = len(self._made)
        self.write(blocks, place)
        for paragraph in self._made[before:]:
            marks.set_apart(paragraph._p.get_or_add_pPr(), *_TONES[tone])

    def _tiles(self, tiles: Tiles, place: Document | _Cell, depth: int) -> None:
        made = self.paragraph(place, _within(depth))
        if tiles.label:
            made.add_run(f"{printable(tiles.label)} ")
        for number, tile in enumerate(tiles.tiles):
            badge = made.add_run(f"\N{NO-BREAK SPACE}{tile.number}\N{NO-BREAK SPACE}")
            badge.bold, badge.font.size = True, Pt(9)
            badge.font.color.rgb = RGBColor.from_string(tile.on_colour.removeprefix("#"))
            marks.shade(badge, tile.colour)
            aside = f" ({tile.aside})" if tile.aside else ""
            last = number + 1 == len(tiles.tiles)
            self.runs(made, (Run(f" {tile.name}", href=tile.href), Run(f"{aside}{'' if last else '; '}")))

    def _to(self, href: str) -> str:
        return f"#{self._bookmarks[href[1:]]}" if href.startswith("#") else href

    def _is_new(self, cell: _Cell) -> bool:
        return len(cell.paragraphs) == 1 and len(cell._tc.p_lst[0]) == 0


def heading_runs(called: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a heading with what it is called first, «Hovedmål 3: …», a number alone without the colon."""
    if not called or not runs:
        return runs or (Run(called),)
    return (Run(called + (": " if any(map(str.isalpha, called)) else " ")), *runs)


def _first(item: Item) -> tuple[tuple[Run, ...], tuple[Block, ...]]:
    """Return what stands on the first line of a point, and the rest."""
    match item.blocks:
        case (Paragraph(runs, _, ()), *rest):
            return runs, tuple(rest)
    return (), item.blocks


def _within(depth: int) -> str:
    return ("", "List Continue", "List Continue 2", "List Continue 3")[depth]
