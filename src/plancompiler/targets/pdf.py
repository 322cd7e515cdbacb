"""Texts to print: each plan, each of its goals, and all that is tied to each UN goal, as PDF for all to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from plancompiler.emit import Artifact, Made, Output, Target
from plancompiler.paper.paper import Paper, pictures
from plancompiler.paper.papers import part_papers, plan_papers
from plancompiler.program import Program
from plancompiler.source import digest
from plancompiler.typesetting import made_with, to_pdf


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield every text, under the address it has on the site: `<plan>.pdf`, `<plan>/<goal>.pdf`, `fn/<number>.pdf`."""
    for listed in (plan_papers, part_papers):
        for path, make in listed(program, output):
            yield Artifact(f"pdf/{path}.pdf", partial(_made, make, output))


def _made(make: Callable[[], Paper], output: Output) -> Made:
    paper = make()
    shown = pictures(paper, output.files)
    key = digest(made_with(), repr(paper), *(part for file, data in shown.items() for part in (file, data)))
    return Made(key, partial(to_pdf, paper, shown))


TARGET = Target("pdf", "pdf", produce, needs="typst")
