"""What stands on a page of its own, in short on another: a line for each node, leading to where all is said."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from plancompiler.cells import plain_title, shown
from plancompiler.inherit import language
from plancompiler.node import Node
from plancompiler.program import Program
from plancompiler.views.page import Here, Ref
from plancompiler.views.place import place
from plancompiler.views.shape import heading_language
from plancompiler.views.work_line import work_line
from plancompiler.wording import list_heading

# What is not done as the point above it is, and would be read as part of its words, or as done already.
_NAMED = frozenset({"milepæl", "fase", "indikator"})


@dataclass(frozen=True, slots=True)
class Line:
    """A node on a line: its id and old ids, its number and words, where all is said, and the lines under it.

    `lang` is the language of the words where it is not that of what holds the outline; `work` is what it says of how it
    is done, in the words of the page.
    """

    id: str
    anchors: tuple[str, ...]
    number: str
    text: str
    lang: str
    href: str
    work: Ref | None
    under: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one kind that stand together, under what the plan calls them; `lang` is the language of that."""

    label: str
    lang: str
    lines: tuple[Line, ...]


def outline(here: Here, name: str) -> tuple[Lines, ...]:
    """Return the outline of what stands under a node that has a page, by kind in page order."""
    program = here.program
    children = [program.nodes[child] for child in program.children.get(name, ())]
    spoken = language(program, name)
    runs = ((kind, list(found)) for kind, found in groupby(children, lambda child: child.kind))
    return tuple(_lines(here, kind, run, spoken) for kind, run in runs)


def old_ids(program: Program, node: Node) -> tuple[str, ...]:
    """Return the ids a node had in its plan that nothing bears now."""
    if "tidligere_id" not in node.fields:
        return ()
    own = (old.removeprefix(f"{node.plan}/") for old in node.texts("tidligere_id"))
    return tuple(dict.fromkeys(old for old in own if "/" not in old and f"{node.plan}/{old}" not in program.nodes))


def _lines(here: Here, kind: str, run: list[Node], spoken: str) -> Lines:
    plan = run[0].plan
    label = list_heading(here.program, plan, kind, here.words)
    return Lines(label, heading_language(here, plan, kind, label), tuple(_line(here, node, spoken) for node in run))


def _line(here: Here, node: Node, spoken: str, *, under: bool = False) -> Line:
    program, name = here.program, node.name
    own = language(program, name)
    is_named = under and node.kind in _NAMED
    return Line(
        id=node.id,
        anchors=old_ids(program, node),
        number="" if is_named else node.text("nummer"),
        text=shown(program, name, here.words) if is_named else plain_title(program, node),
        lang=own if own != spoken else "",
        href=here.link(place(program, name)),
        work=_work(here, node, spoken),
        under=tuple(_line(here, program.nodes[child], own, under=True) for child in program.children.get(name, ())),
    )


def _work(here: Here, node: Node, spoken: str) -> Ref | None:
    said = work_line(here, node)
    # The words are the page's among those of the plan.
    return Ref(said, lang=here.output.language if here.foreign(spoken) else "") if said else None
