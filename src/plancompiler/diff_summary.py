"""The first line of a comparison: how much is changed, gone, new and equal, in numbers that add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plancompiler.change import Comparison, Level, Tally
from plancompiler.translate import Translator

# The kinds whose counts a reader asks for whether they changed or not.
_ALWAYS = ("virkemiddel", "delmål", "mål")


def level_heading(level: Level, words: Translator) -> str:
    """Return the heading over the changes of a level."""
    return {
        "forpliktelse": words("Endrer forpliktelsen"),
        "innhold": words("Endrer innholdet"),
        "redaksjonell": words("Redaksjonelle endringer"),
        "oppsett": words("Bare oppsett"),
    }[level]


def summary(comparison: Comparison, words: Translator) -> tuple[str, str]:
    """Return what is changed, and what is not, as two lines; the numbers of both add up to all there is."""
    every = comparison.tallies
    # Every kind with something to say, and of the rest the ones a plan is counted in.
    shown = [one for one in every if one.added or one.removed or one.changed or one.unread or one.kind in _ALWAYS]
    shown.sort(key=lambda one: _ALWAYS.index(one.kind) if one.kind in _ALWAYS else len(_ALWAYS))
    if not comparison.changes:
        # Of what could not be read nobody knows.
        moved = words("Ingen endringer i det som lot seg lese." if comparison.unread else "Ingen endringer.")
    else:
        moved = " ".join(
            (
                words("Endret: {what}.").format(what=_counted(shown, lambda one: one.changed, words)),
                words("Tatt ut: {what}.").format(what=_counted(shown, lambda one: one.removed, words)),
                words("Nye: {what}.").format(what=_counted(shown, lambda one: one.added, words)),
            )
        )
    rest = [_unchanged(one, words) for one in shown if one.unchanged]
    same = words("Uendret: {what}.").format(what=joined(rest, words)) if rest else ""
    return moved, same


def joined(parts: Iterable[str], words: Translator) -> str:
    """Return parts with commas between and «og» before the last."""
    every = list(parts)
    return (
        words("{first} og {last}").format(first=", ".join(every[:-1]), last=every[-1])
        if len(every) > 1
        else "".join(every)
    )


def _counted(tallies: Iterable[Tally], count: Callable[[Tally], int], words: Translator) -> str:
    found = [f"{count(one)} {one.one if count(one) == 1 else one.many}" for one in tallies if count(one)]
    return joined(found, words) or words("ingen")


def _unchanged(one: Tally, words: Translator) -> str:
    if one.unchanged == one.after:
        if one.after == 1:
            return f"1 {one.one}"
        return words("alle {n} {many}").format(n=one.after, many=one.many)
    return words("{n} av {all} {many}").format(
        n=one.unchanged, all=one.after, many=one.one if one.after == 1 else one.many
    )
