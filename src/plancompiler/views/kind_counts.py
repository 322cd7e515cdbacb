"""How many of each kind some nodes and plans are, in words."""

from __future__ import annotations

from collections.abc import Iterable

from plancompiler.cells import plan_of
from plancompiler.views.page import Here
from plancompiler.wording import KIND_WORDS, kind_words


def kind_counts(here: Here, names: Iterable[str]) -> tuple[int, str]:
    """Return how many there are and what they are: «10» and «punkter: 3 delmål, 7 virkemidler», or «7» «virkemidler».

    Those of a kind go by the plans' own word where all their plans have the same for it, else by the one all share.
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
    kinds: dict[str, list[str]] = {}
    for name in found:
        kinds.setdefault(here.program.nodes[name].kind if name in here.program.nodes else "", []).append(name)
    # The plan itself first, then the kinds from the widest to the narrowest.
    ordered = (kinds[kind] for kind in ("", *KIND_WORDS) if kind in kinds)
    return [(len(names), _word(here, names)) for names in ordered]


def _series(named: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{count}\N{NO-BREAK SPACE}{word}" for count, word in named)


def _word(here: Here, names: list[str]) -> str:
    """Return the word for some nodes of one kind, or for plans."""
    node = here.program.nodes.get(names[0])
    if node is None:
        return (here.words("Plan") if len(names) == 1 else here.words("Planer")).lower()
    own = {kind_words(here.program, plan_of(here.program, name), node.kind, here.words) for name in names}
    one, many = next(iter(own))
    if len(own) > 1 or (" " in one and one == many):
        # Plans have each their word, or one has a heading such as «Visjonen vår», and none for one and for several.
        one, many = kind_words(here.program, "", node.kind, here.words)
    return (one if len(names) == 1 else many).lower()
