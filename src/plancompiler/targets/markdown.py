"""One Markdown file a plan, the tables, and pages that gather what the plans say of the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Output, Target, text_artifact
from plancompiler.markdown.page import Page
from plancompiler.markdown.plan import plan_page
from plancompiler.markdown.registers import SECTIONS, front_page, register_page, table_page, un_page
from plancompiler.program import Program
from plancompiler.table import Table, rows_of


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield every page. Paths hold no more than ids that are checked already."""

    def page(path: str) -> Page:
        return Page(program, output, path)

    every = collect(tables, "TABLE", Table)
    yield _artifact("README.md", front_page(page("README.md"), every))
    yield _artifact("fn.md", un_page(page("fn.md")))
    for section, path, title in SECTIONS:
        yield _artifact(path, register_page(page(path), section, title))
    for table in every:
        path = f"tabeller/{table.name}.md"
        yield _artifact(path, table_page(page(path), table, rows_of(table, program, output.words)))
    for plan in program.plans:
        yield _artifact(f"{plan}.md", plan_page(page(f"{plan}.md"), plan))


def _artifact(path: str, text: str) -> Artifact:
    return text_artifact(f"markdown/{path}", text)


TARGET = Target("markdown", "markdown", produce)
