"""One Markdown file a plan, the tables, and pages that gather what the plans say of the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Output, Target, text_artifact
from plancompiler.markdown.page import Page
from plancompiler.markdown.plan import plan_page
from plancompiler.markdown.registers import SECTIONS, front_page, register_page, un_page
from plancompiler.markdown.tables import table_page
from plancompiler.program import Program
from plancompiler.table import Table, read_rows


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield every page. Paths hold no more than ids that are checked already."""

    every = collect(tables, "TABLE", Table)
    pages: dict[str, Callable[[Page], str]] = {"README.md": partial(front_page, tables=every), "fn.md": un_page}
    for section, path, title in SECTIONS:
        pages[path] = partial(register_page, section=section, title=title)
    for table in every:
        pages[f"tabeller/{table.name}.md"] = partial(_table_page, table=table)
    for plan in program.plans:
        pages[f"{plan}.md"] = partial(plan_page, plan=plan)
    for path, show in pages.items():
        yield text_artifact(f"markdown/{path}", partial(show, Page(program, output, path)))


def _table_page(page: Page, table: Table) -> str:
    return table_page(page, table, read_rows(table, page.program, page.output.words, page.output.as_of))


TARGET = Target("markdown", "markdown", produce)
