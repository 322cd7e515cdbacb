"""The cross-reference tables as one workbook, a sheet each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Made, Output, Target
from plancompiler.program import Program
from plancompiler.source import digest
from plancompiler.table import Table, rows_of
from plancompiler.targets.tables import to_csv
from plancompiler.workbook import to_xlsx


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield the workbook."""
    yield Artifact("xlsx/tabeller.xlsx", partial(_made, program, output))


def _made(program: Program, output: Output) -> Made:
    sheets = [(table.name, rows_of(table, program, output.words)) for table in collect(tables, "TABLE", Table)]
    parts = (part for name, rows in sheets for part in (name, to_csv(rows)))
    key = digest(output.as_of, output.language, *parts)
    return Made(key, partial(to_xlsx, output.words("Tabeller"), sheets, output.as_of))


TARGET = Target("xlsx", "xlsx", produce, needs="xlsxwriter")
