"""Texts to print, made of the plans of the repository, of Nordvik, and of a plan that tries to be more than text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from plancompiler.emit import Output, Target
from plancompiler.paper.paper import Paper
from plancompiler.paper.papers import part_papers, plan_papers
from plancompiler.program import Program
from plancompiler.rich_text import Block, Paragraph, Run
from plancompiler.translate import translator
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read
from workspaces import HEADER, workspace

ROOT = Path(__file__).parent.parent
NORDVIK = Path(__file__).parent / "cases" / "nordvik"
DAY = "2026-08-31"

# Each would be more than words to Typst, Word or Excel, if it were read as theirs.
HOSTILE = (
    '#set page(width: 1cm)', "#panic(1)", "*ikke fet", "_ikke kursiv", "$x^2$", "\\", "// kommentar", "<merke>",
    "<w:p>", "</w:t>", "&amp;", "&#x3c;", "@kilde", "{{ x }}", "{ PAGE }", "=1+1", "=cmd|' /C calc'!A0", '"', "'",
    "`kode", "]]>", "#link(\"https://x.no\")[y]", "-- strek", "~", "/ term: x", "+ punkt", "= Overskrift",
)  # fmt: skip


@cache
def program(root: Path = ROOT) -> Program:
    """Return the program of a workspace."""
    return assemble(read(root), beside(root)).program


def output(language: str = "nb", root: Path = ROOT) -> Output:
    """Return what a build of a workspace asks for."""
    return Output(language, translator(language), lambda path: (root / path).read_bytes(), DAY)


@cache
def papers(root: Path = ROOT) -> Mapping[str, Paper]:
    """Return every text of a workspace by its path."""
    return {
        path: make() for listed in (plan_papers, part_papers) for path, make in listed(program(root), output(root=root))
    }


@cache
def files(target: Target, root: Path = ROOT) -> Mapping[str, bytes]:
    """Return every file of a target."""
    return {one.path: one.render() for one in target.produce(program(root), output(root=root))}


def hostile() -> Program:
    """Return the program of a plan whose every word is hostile."""
    points = "\n".join(
        f"      - {{id: m1.v{number}, tittel: {json.dumps(text)}, tekst: {json.dumps(text)}}}"
        for number, text in enumerate(HOSTILE)
    )
    goal = f"mål:\n  - id: m1\n    tittel: {json.dumps(' '.join(HOSTILE))}\n    virkemidler:\n{points}\n"
    return workspace(HEADER + goal).program


def of_blocks(*blocks: Block) -> Paper:
    """Return a text of a few blocks."""
    (paper,) = (make() for _, make in plan_papers(workspace(HEADER).program, output()))
    return replace(paper, blocks=blocks)


def words(text: str) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Run(text),))
