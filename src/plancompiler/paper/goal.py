"""A goal as a text to print: the goal in full, with all that stands under it and all that points at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plancompiler.address import address
from plancompiler.cells import plain_title
from plancompiler.emit import Output
from plancompiler.paper.nodes import groups, said, ties
from plancompiler.paper.paper import Cover, Paper, paper
from plancompiler.paper.parts import contributions, facts, standing
from plancompiler.paper.texts import paragraph, text
from plancompiler.paper.version import version
from plancompiler.program import Program, below
from plancompiler.rich_text import Block, Heading
from plancompiler.views.goal_page import GoalView, goal_view
from plancompiler.views.naming import language_of, ref
from plancompiler.views.page import Here
from plancompiler.views.plan_header import owners
from plancompiler.wording import called


def goal_paper(program: Program, output: Output, name: str) -> Paper:
    """Return a goal of a plan, whole."""
    node = program.nodes[name]
    here = Here(program, output, address(program, name), node.plan, whole=True)
    title, what = plain_title(program, node), called(program, node, here.words)
    cover = Cover(
        kind=ref(here, node.plan).text,
        owner=", ".join(owner.text for owner in owners(here, node.plan)),
        title=f"{what}: {title}" if what else title,
        lang=language_of(here, name),
        version=version(here, node.plan),
        anchors=(node.id,),
    )
    return paper(here, cover, _blocks(here, goal_view(here, node)), (node, *below(program, name)))


def _blocks(here: Here, view: GoalView) -> Iterator[Block]:
    node = view.node
    # Whose words they are stands under the title.
    yield from standing(here, replace(view.standing, restated=None))
    yield from said(here, node)
    yield from paragraph(text(", ".join(f"{count} {word}" for count, word in view.counts)), style="aside")
    yield from paragraph(text(view.untied), style="aside")
    yield from ties(here, node)
    yield from groups(here, node.groups, 1)
    yield from contributions(here, view.hung, 1)
    yield from contributions(here, node.contributions, 1)
    if node.backlinks:
        yield Heading(1, "", text(here.words("Koblet hit")))
        yield from facts(here, node.backlinks, wide=True)
