"""Of which plans a number is the sum: how many they are, and which of them have a period that is over."""

from __future__ import annotations

from collections.abc import Collection

from plancompiler.cells import marked, names, plans_in_order, told
from plancompiler.program import Program, below
from plancompiler.schedule import is_past, plan_days
from plancompiler.table import Mention, Note, counted
from plancompiler.translate import Translator

# So many plans are named; of more, only those whose period is over.
_NAMED = 3


def summed(program: Program, plans: Collection[str], words: Translator, day: str) -> tuple[Note, ...]:
    """Return how many plans numbers are the sum of, as of a day, and name them.

    Of more than a few, only those whose period is over are named.

    Nothing where there is but one plan to count, and that one runs.
    """
    past = past_plans(program, plans, day)
    if not plans or (len(told(program)) == 1 and not past):
        return ()
    if len(plans) <= _NAMED and len(past) < len(plans):
        said = words("Tallene er fra én plan:") if len(plans) == 1 else words("Tallene er fra {count} planer:")
        of = (plan for plan in plans_in_order(program) if plan in plans)
        about = tuple(Mention(marked(program, plan, words, day), plan) for plan in of)
        return (Note(said.format(count=counted(len(plans))), about),)
    return (Note(_said(len(plans), len(past), words), names(program, past, words) if past else ()),)


def past_plans(program: Program, plans: Collection[str], day: str) -> tuple[str, ...]:
    """Return those of some plans whose period is over on a day, as lists of plans order them."""
    return tuple(plan for plan in plans_in_order(program) if plan in plans and is_past(plan_days(program, plan), day))


def quoted_apart(program: Program, plans: Collection[str], words: Translator) -> tuple[Note, ...]:
    """Return that goals which plans have from others are not counted, where any of some plans has such."""
    every = (node for plan in plans for node in below(program, plan))
    if any(node.kind == "mål" and node.name in program.quoted for node in every):
        return (Note(words("Mål som er gjengitt fra andre, er ikke talt med.")),)
    return ()


def how_many(plans: Collection[str], words: Translator) -> str:
    """Return how many plans there are, as what something stands in: «én plan», «5 planer»."""
    return words("én plan") if len(plans) == 1 else words("{count} planer").format(count=counted(len(plans)))


def _said(every: int, past: int, words: Translator) -> str:
    if every == 1:
        return words("Tallene er fra én plan, og perioden er over:")
    said = words("Tallene er fra {count} planer.").format(count=counted(every))
    if not past:
        return said
    if past == every:
        over = words("Perioden er over for begge:") if every == 2 else words("Perioden er over for alle:")
    elif past == 1:
        over = words("Perioden er over for én av dem:")
    else:
        over = words("Perioden er over for {count} av dem:").format(count=counted(past))
    return f"{said} {over}"
