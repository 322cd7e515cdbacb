"""For people at a terminal: a day, what was changed then and why, and the day before it."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.history import Step
from plancompiler.log_format import LogFormat, ShownHistory, dated, known_since, named, nothing, placed, told, why
from plancompiler.phrase import shortened
from plancompiler.shown_change import ShownChange
from plancompiler.translate import Translator
from plancompiler.wordmarks import excerpt, marked

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
# A text is cut down to so much of what is not about a change.
_LONGEST = 400
_MOST_UNDER = 10


def render(shown: ShownHistory) -> str:
    """Return the history in lines of plain words."""
    return "\n".join(_lines(shown)) + "\n"


def _lines(shown: ShownHistory) -> Iterator[str]:
    history, words = shown.history, shown.words
    yield _bold(named(history), shown)
    yield f"{placed(history)} · {history.node.id}"
    for step in history.steps:
        yield ""
        yield _bold(dated(step, words), shown)
        yield from (f"  {line}" for line in _step(step, words))
    if not history.steps:
        yield from ("", nothing(words))
    if history.since:
        yield from ("", known_since(history, words))


def _step(step: Step, words: Translator) -> Iterator[str]:
    for one in step.shown:
        yield told(one, words)
        yield from (f"  {line}" for line in _change(one, words))
    said = why(step, words)
    if said:
        yield said


def _change(one: ShownChange, words: Translator) -> Iterator[str]:
    if one.shape == "whole":
        yield from map(_line, one.said)
        yield from (f"- {_line(fact)}" for fact in one.facts)
        yield from (f"{'  ' * under.depth}- {_line(under.words)}" for under in one.under[:_MOST_UNDER])
        left = len(one.under) - _MOST_UNDER
        if left > 0:
            yield f"- {words('… og {count} til.').format(count=left)}"
    elif one.shape == "links":
        yield from (f"{words('Tatt bort:')} {_line(name)}" for name in one.gone)
        yield from (f"{words('Lagt til:')} {_line(name)}" for name in one.new)
        for said in one.resaid:
            before, after = (_line(side) or words("ikke oppgitt") for side in (said.before, said.after))
            yield f"{_line(said.about)}: {before} → {after}"
    elif one.type != "ny_id":
        before, after = _sides(one)
        if before:
            yield words("Før: {text}").format(text=before)
        if after:
            yield words("Nå: {text}").format(text=after)


def _sides(one: ShownChange) -> tuple[str, str]:
    if not (one.before and one.after):
        return _line(one.before), _line(one.after)
    runs = excerpt(marked(one.before, one.after))
    before, after = ("".join(run.text for run in runs if run.kind in ("kept", own)) for own in ("removed", "added"))
    return " ".join(before.split()), " ".join(after.split())


def _line(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST)


def _bold(text: str, shown: ShownHistory) -> str:
    return f"{_BOLD}{text}{_PLAIN}" if shown.colour and text else text


LOG_FORMAT = LogFormat("terminal", render)
