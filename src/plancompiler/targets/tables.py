"""The cross-reference tables as CSV, JSON and Markdown.

CSV and JSON hold every row. Markdown is for reading, so a table that is too long to be read is summed up there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Made, Output, Target, text_artifact
from plancompiler.markdown import gfm
from plancompiler.markdown.tables import summed_up, title_lines
from plancompiler.program import Program
from plancompiler.source import digest
from plancompiler.table import Rows, Table, read_rows, rows_of, words

# A spreadsheet takes a cell that begins so for a formula, and would run what a stranger wrote.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_QUOTED = re.compile(r'[",\r\n]')

_encode = json.JSONEncoder(ensure_ascii=False).encode


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield three artifacts for each table."""
    for table in collect(tables, "TABLE", Table):
        yield from whole_tables(program, output, "tables", table)
        yield text_artifact(f"tables/{table.name}.md", partial(_markdown, table, program, output))


def whole_tables(program: Program, output: Output, folder: str, *only: Table) -> Iterator[Artifact]:
    """Yield the two files that hold all of a table, in a folder below `build/`; of every table when none is given."""
    for table in only or collect(tables, "TABLE", Table):
        yield Artifact(f"{folder}/{table.name}.csv", partial(_made, to_csv, table, program, output))
        yield Artifact(f"{folder}/{table.name}.json", partial(_made, to_json, table, program, output))


def _made(form: Callable[[Rows], bytes], table: Table, program: Program, output: Output) -> Made:
    data = form(rows_of(table, program, output.words))
    return Made(digest(data), lambda: data)


def _markdown(table: Table, program: Program, output: Output) -> str:
    found = read_rows(table, program, output.words, output.as_of)
    if not found.is_long:
        return to_markdown(table, found, output)
    rest = summed_up(program, found, output.words, f"{table.name}.csv", lambda plan: gfm.plain(plan.text))
    return "\n".join([*title_lines(table, output.words), *rest])


# The same few cells stand in very many rows, so each is written out once; and in bytes, since one character beyond
# Latin-1 makes a text of millions take twice the room.


def to_csv(rows: Rows) -> bytes:
    """Return the table as spreadsheets read it: byte order mark, commas, CRLF, no cell that is a formula."""
    field = cache(lambda cell: _field(words(cell)))
    header = b",".join(map(_field, rows.columns))
    return b"\r\n".join(["\ufeff".encode() + header, *(b",".join(map(field, row)) for row in rows.rows), b""])


def to_json(rows: Rows) -> bytes:
    """Return an array of objects, one a line: the columns of the CSV are the keys, the text of the cells the values."""
    value = cache(lambda cell: _encode(words(cell)).encode())
    keys = (_encode(column).encode().replace(b"%", b"%%") for column in rows.columns)
    record = b"{" + b", ".join(key + b": %b" for key in keys) + b"}"
    records = b",\n".join([record % tuple(map(value, row)) for row in rows.rows])
    return b"[\n" + records + b"\n]\n" if records else b"[]\n"


def to_markdown(table: Table, rows: Rows, output: Output) -> str:
    """Return the table with its title and what it shows."""
    cells = ([gfm.plain(words(cell)) for cell in row] for row in rows.rows)
    lines = gfm.table([gfm.plain(column) for column in rows.columns], cells)
    return "\n".join([*title_lines(table, output.words), *lines, ""])


def _field(text: str) -> bytes:
    harmless = f"'{text}" if text.startswith(_FORMULA) else text
    return ('"' + harmless.replace('"', '""') + '"' if _QUOTED.search(harmless) else harmless).encode()


TARGET = Target("tables", "tables", produce)
