"""What a format of `planc log` is: a name, and how a history is put in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plancompiler.diff_summary import level_heading
from plancompiler.history import History, Step
from plancompiler.node import text
from plancompiler.shown_change import ShownChange
from plancompiler.shown_dates import shown_date
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class ShownHistory:
    """What a format is made of: the history, the words of the reader's language, and whether colours are shown."""

    history: History
    words: Translator
    colour: bool = False


@dataclass(frozen=True, slots=True)
class LogFormat:
    """A format: each module of `log_formats/` exports one as `LOG_FORMAT`. `render` ends with a line break."""

    name: str
    render: Callable[[ShownHistory], str]


def named(history: History) -> str:
    """Return what the node is called, and what it says."""
    node = history.node
    called, title = node.called[:1].upper() + node.called[1:], text(node.fields, "tittel") or node.title
    return f"{called}: {title}" if called else title


def placed(history: History) -> str:
    """Return where the node stands: its plan, then what holds it there."""
    return ", ".join(part for part in (history.node.plan_title, *history.node.place) if part)


def dated(step: Step, words: Translator) -> str:
    """Return the day of a step and how much it changed."""
    kinds = {"lagt_til": words("Nytt"), "fjernet": words("Tatt ut")}
    what = kinds.get(step.changes[0].type) or level_heading(step.level, words)
    return f"{shown_date(step.day, words.language, words)} – {what}"


def told(one: ShownChange, words: Translator) -> str:
    """Return what a change is, and of which field where it does not say so itself."""
    field = one.field if one.field.casefold() not in one.what.casefold() else ""
    said = f"{field[:1].upper()}{field[1:]}: {one.what}" if field else one.what
    return said if one.certain else f"{said} ({words('antatt')})"


def why(step: Step, words: Translator) -> str:
    """Return the reasons of a step, or that there are none, "" where nobody asks for any."""
    if step.reasons:
        return words("Begrunnelse: {reason}").format(reason=" ".join(step.reasons))
    return words("Begrunnelse ikke oppgitt.") if step.asks_reason else ""


def known_since(history: History, words: Translator) -> str:
    """Return that the history is not known from its beginning, and what to do; "" when it is."""
    if not history.since:
        return ""
    day = shown_date(history.since, words.language, words)
    said = words("Det som skjedde til og med {day}, mangler: Bare den siste delen av historien er hentet fra git.")
    how = words("Hent hele med «git fetch --unshallow», eller med «fetch-depth: 0» i actions/checkout.")
    return f"{said.format(day=day)} {how}"


def nothing(words: Translator) -> str:
    """Return that nothing is known to have been changed."""
    return words("Ingen endringer.")
