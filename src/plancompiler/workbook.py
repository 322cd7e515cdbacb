"""Tables as one workbook, a sheet each; the only module with XlsxWriter.

Every cell is text, so that nothing an author wrote is a formula, a number or a link to a program.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from plancompiler.rich_text import unseen_as_spaces
from plancompiler.table import Rows, words

# The file says no day of its own: this one, which is before every file of the kind.
_NO_DAY = datetime(2000, 1, 1)
# What a sheet can hold, and the most that its name and a cell of it can.
_ROWS, _NAME, _CELL = 1_048_575, 31, 32_767
_NARROWEST, _WIDEST = 10, 60
_SAMPLE = 1000


def to_xlsx(title: str, sheets: Iterable[tuple[str, Rows]], day: str) -> bytes:
    """Return a workbook of named tables; `day` is the day they speak of, `2026-08-31`, or ""."""
    # XlsxWriter is an extra, and planc must start without it.
    from xlsxwriter import Workbook

    file = BytesIO()
    book = Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"title": title, "created": datetime.fromisoformat(day) if day else _NO_DAY})
    head = book.add_format({"bold": True, "bg_color": "#EEF3F6", "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name[:_NAME])
        for place, column in enumerate(rows.columns):
            sheet.write_string(0, place, _cell(column), head)
        for line, row in enumerate(rows.rows[:_ROWS], 1):
            for place, cell in enumerate(row):
                sheet.write_string(line, place, _cell(words(cell)), plain)
        for place, width in enumerate(_widths(rows)):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, 1)
        if rows.columns:
            sheet.autofilter(0, 0, max(len(rows.rows[:_ROWS]), 1), len(rows.columns) - 1)
    book.close()
    return file.getvalue()


def _cell(text: str) -> str:
    return unseen_as_spaces(text)[:_CELL]


def _widths(rows: Rows) -> Iterable[int]:
    """Yield the width of each column in letters, by its heading and the first of its cells."""
    for place, column in enumerate(rows.columns):
        cells = [row[place] for row in rows.rows[:_SAMPLE]]
        longest = max((len(words(cell)) for cell in cells), default=0)
        yield min(max(len(column) + 3, longest + 1, _NARROWEST), _WIDEST)
