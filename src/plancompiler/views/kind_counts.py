"""How many of each kind some nodes and plans are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plancompiler.cells import plan_of
from plancompiler.views.page import Here
from plancompiler.wording import KIND_WORDS, kind_words


def kind_counts(here: Here, names: Iterable[str]) -> tuple[int, str]:
    """Return how many there are and what they are: «10» and «punkter: 3 delmål, 7 virkemidler», or «7» «virkemidler».

    The words are the plan's own where all are of one plan, else those that all plans share.
    """
    found = tuple(dict.fromkeys(names))
    named = _named(here, found)
    if len(named) == 1:
        return named[0]
    parts = _series(named)
    return len(found), here.words("punkter: {kinds}").format(kinds=parts) if parts else here.words("punkter")


def kinds_counted(here: Here, names: Iterable[str]) -> str:
    """Return how many there are of each kind: «3 delmål, 7 virkemidler»."""
    return _series(_named(here, tuple(dict.fromkeys(names))))


def _named(here: Here, found: tuple[str, ...]) -> list[tuple[int, str]]:
    plans = {plan_of(here.program, name) for name in found}
    kinds = Counter(here.program.nodes[name].kind if name in here.program.nodes else "" for name in found)
    # The plan itself first, then the kinds from the widest to the narrowest.
    ordered = [kind for kind in ("", *KIND_WORDS) if kinds[kind]]
    return [(kinds[kind], _word(here, plans, kind, kinds[kind])) for kind in ordered]


def _series(named: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{count}\N{NO-BREAK SPACE}{word}" for count, word in named)


def _word(here: Here, plans: set[str], kind: str, count: int) -> str:
    if not kind:
        return (here.words("Plan") if count == 1 else here.words("Planer")).lower()
    plan = next(iter(plans)) if len(plans) == 1 else ""
    one, many = kind_words(here.program, plan, kind, here.words)
    if " " in one and one == many:
        # The plan has a heading such as «Visjonen vår», and no word for one and for several.
        one, many = kind_words(here.program, "", kind, here.words)
    return (one if count == 1 else many).lower()
