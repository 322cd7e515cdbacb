"""What is new, gone or reworked in a plan, or at a goal of it, since the edition before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plancompiler.cells import series
from plancompiler.followup import is_point
from plancompiler.node import NOTHING, Fields, text, texts
from plancompiler.program import Program, above, below, links_from
from plancompiler.prose import Prose
from plancompiler.renewal import Kept, Renewal, edition_before, renewal
from plancompiler.views.facts import Fact, worded
from plancompiler.views.kind_counts import kinds_counted
from plancompiler.views.naming import link_ref, prose, ref
from plancompiler.views.page import Here, Ref
from plancompiler.views.reworked import told, wordings
from plancompiler.wordmarks import Piece


@dataclass(frozen=True, slots=True)
class Point:
    """A point and what became of it: in words, why where the plan says so, what came instead, and how it was.

    `was` is the link to where it stands in the edition before, `wordings` what is gone and new in its title and text.
    """

    ref: Ref
    said: str = ""
    reason: Prose | None = None
    instead: tuple[Ref, ...] = ()
    was: str = ""
    wordings: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Renewed:
    """What differs from the edition before, in numbers and point by point, each list in page order."""

    before: Ref
    summary: str
    new: tuple[Point, ...]
    reworked: tuple[Point, ...]
    gone: tuple[Point, ...]


def renewed(here: Here, plan: str, goal: str = "") -> Renewed | None:
    """Return what is another in a plan than in the edition before, or only at a goal; None where there is none here.

    Of a goal at which nothing is another there is nothing to say, and the answer is None too.
    """
    found = renewal(here.program, plan)
    if found is None or not (found.reworked or found.same):
        return None
    mine = _at_goal(here.program, found, goal) if goal else found
    if goal and not (mine.new or mine.gone or mine.reworked):
        return None
    return Renewed(
        before=ref(here, mine.before),
        summary=_summary(here, mine),
        new=tuple(_new(here, *one) for one in _outermost(here.program, mine.new)),
        reworked=tuple(_reworked(here, one) for one in mine.reworked),
        gone=tuple(_gone(here, plan, *one) for one in _outermost(here.program, mine.gone)),
    )


def unseen_change(here: Here, plan: str) -> Fact:
    """Return why nobody can see here what is another, of a plan that replaces something; else a fact without words."""
    words, program = here.words, here.program
    label, said = words("Endret siden forrige utgave"), ""
    if links_from(program, plan, "erstatter", "utkast_til"):
        found = renewal(program, plan)
        if found is None:
            said = words("Forrige utgave er ikke lagt inn her.")
        elif not (found.reworked or found.same):
            said = words("Planen er skrevet på nytt. Ingen punkter er ført videre fra {plan}.")
            said = said.format(plan=ref(here, edition_before(program, plan)).text)
    elif program.children.get(plan):
        said = words("Planen oppgir ingen tidligere utgave.")
    return worded("endret", label, said)


def came_instead(here: Here, plan: str, grave: Fields) -> tuple[Ref, ...]:
    """Return what a plan says came instead of a point it lists as retired."""
    links = {link.text: link for link in links_from(here.program, plan, "erstattet_av")}
    return tuple(link_ref(here, links[new]) for new in texts(grave, "erstattet_av") if new in links)


def _at_goal(program: Program, found: Renewal, goal: str) -> Renewal:
    """Return what concerns a goal: itself, what is under it, and what stood under any of that before."""
    here = {goal, *(node.name for node in below(program, goal))}
    reworked = tuple(one for one in found.reworked if one.name in here)
    same = tuple(one for one in found.same if one.name in here)
    was = {one.was for one in (*reworked, *same)}
    gone = tuple(name for name in found.gone if any(node.name in was for node in above(program, name)))
    return Renewal(found.before, tuple(name for name in found.new if name in here), gone, reworked, same)


def _summary(here: Here, found: Renewal) -> str:
    """Return how many of each kind became what. Points of a measure are counted with it, as everywhere."""
    words = here.words
    every = (
        (words("Nytt: {what}."), found.new),
        (words("Endret: {what}."), [one.name for one in found.reworked]),
        (words("Tatt ut: {what}."), found.gone),
        (words("Som før: {what}."), [one.name for one in found.same]),
    )
    told = ((said, [name for name in names if not is_point(here.program, name)]) for said, names in every)
    return " ".join(said.format(what=kinds_counted(here, names)) for said, names in told if names)


def _new(here: Here, name: str, under: int) -> Point:
    return Point(_ref(here, name), _under(here, under))


def _gone(here: Here, plan: str, name: str, under: int) -> Point:
    """Return a point that is out, with what the plan says of why and what came instead."""
    program = here.program
    graves = program.plans[plan].records("utgåtte")
    grave = next((one for one in graves if text(one, "id") == program.nodes[name].id), NOTHING)
    reason = prose(here, plan, text(grave, "grunn"))
    return Point(_ref(here, name), _under(here, under), reason, came_instead(here, plan, grave))


def _reworked(here: Here, one: Kept) -> Point:
    words, now = here.words, here.program.nodes[one.name]
    said = words("Endret: {what}.").format(what=series(told(here, one), words))
    reason = prose(here, one.name, now.text("endret_fordi"))
    return Point(_ref(here, one.name), said, reason, (), _ref(here, one.was).href, wordings(here, one))


def _ref(here: Here, name: str) -> Ref:
    """Return a link to a point; which edition it is in is told by what it stands under."""
    return replace(ref(here, name), note="")


def _under(here: Here, count: int) -> str:
    if not count:
        return ""
    return (
        here.words("og ett punkt under") if count == 1 else here.words("og {count} punkter under").format(count=count)
    )


def _outermost(program: Program, names: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield each point that stands under none of the others, with how many of them stand under it."""
    every = set(names)
    for name in names:
        if program.parents[name] not in every:
            yield name, sum(node.name in every for node in below(program, name))
