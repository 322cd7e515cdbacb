"""How wide the columns of a printed table are beside each other."""

from __future__ import annotations

from plancompiler.rich_text import Paragraph, Table, plain_text

# A column is at least so wide, in letters, and a longer text than the other has no need of more width.
_LEAST, _MOST = 8, 32


def widths(table: Table) -> tuple[int, ...]:
    """Return the width of each column in letters: room for its longest word, and more where it holds more."""
    columns = zip((Paragraph(heading) for heading in table.columns), *(row.cells for row in table.rows), strict=True)
    return tuple(_width([plain_text((first,)), *map(plain_text, cells)]) for first, *cells in columns)


def _width(cells: list[str]) -> int:
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    filled = [len(cell) for cell in cells if cell]
    mean = sum(filled) // max(len(filled), 1)
    return max(_LEAST, min(longest + 3, _MOST // 2), min(mean, _MOST))
