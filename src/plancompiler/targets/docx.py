"""Each plan as a Word file, to send out for comments or to lay before a meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plancompiler.emit import Artifact, Made, Output, Target
from plancompiler.paper.paper import Paper, pictures
from plancompiler.paper.papers import plan_papers
from plancompiler.program import Program
from plancompiler.source import digest


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield a file for each plan."""
    for path, make in plan_papers(program, output):
        yield Artifact(f"docx/{path}.docx", partial(_made, make, output))


def _made(make: Callable[[], Paper], output: Output) -> Made:
    paper = make()
    shown = pictures(paper, output.files)
    return Made(digest(repr(paper), *(part for one in shown.items() for part in one)), partial(_docx, paper, shown))


def _docx(paper: Paper, shown: Mapping[str, bytes]) -> bytes:
    # python-docx is an extra, and planc must start without it.
    from plancompiler.word.file import to_docx

    return to_docx(paper, shown)


TARGET = Target("docx", "docx", produce, needs="python-docx")
