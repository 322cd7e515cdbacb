"""The cross-reference tables as CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Output, Target, text_artifact
from plancompiler.markdown import gfm
from plancompiler.program import Program
from plancompiler.table import Rows, Table, rows_of, words

# A spreadsheet takes a cell that begins so for a formula, and would run what a stranger wrote.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# The header, then the rows.
Lines = Sequence[Sequence[str]]

_encode = json.JSONEncoder(ensure_ascii=False).encode


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield three artifacts for each table."""
    for table in collect(tables, "TABLE", Table):
        lines = plain_lines(rows_of(table, program, output.words))
        path = f"tables/{table.name}"
        yield text_artifact(f"{path}.csv", to_csv(lines))
        yield text_artifact(f"{path}.json", to_json(lines))
        yield text_artifact(f"{path}.md", to_markdown(table, lines, output))


def plain_lines(rows: Rows) -> Lines:
    """Return the header and the rows as words."""
    return [list(rows.columns), *([words(cell) for cell in row] for row in rows.rows)]


def to_csv(lines: Lines) -> str:
    """Return the table as spreadsheets read it: byte order mark, commas, CRLF, no cell that is a formula."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([_harmless(text) for text in line] for line in lines)
    return "\ufeff" + buffer.getvalue()


def to_json(lines: Lines) -> str:
    """Return an array of objects, one a line: the columns of the CSV are the keys, the text of the cells the values."""
    header, *rows = lines
    records = ",\n".join(_encode(dict(zip(header, row, strict=True))) for row in rows)
    return f"[\n{records}\n]\n" if records else "[]\n"


def to_markdown(table: Table, lines: Lines, output: Output) -> str:
    """Return the table with its title and what it shows."""
    header, *rows = ([gfm.plain(text) for text in line] for line in lines)
    title, about = gfm.heading(1, gfm.plain(output.words(table.title))), gfm.plain(output.words(table.about))
    return "\n".join([title, "", about, "", *gfm.table(header, rows), ""])


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


TARGET = Target("tables", "tables", produce)
