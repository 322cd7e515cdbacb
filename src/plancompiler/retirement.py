"""What a comparison says of points that a plan's header has laid to rest: which, when, what came instead, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompiler.cells import plain_text, series, shown
from plancompiler.change import Change, Comparison
from plancompiler.node import Fields, text, texts
from plancompiler.phrase import node_phrase, shortened
from plancompiler.program import Program
from plancompiler.shown_dates import shown_period
from plancompiler.translate import Translator

_FIELD = "utgåtte"
# What stands in its own place is named by so many letters.
_TITLE = 100


def says_retired(change: Change) -> bool:
    """Tell whether a change is that points are laid to rest."""
    return change.field == _FIELD and change.before is None and bool(_graves(change.after))


def what_is_retired(change: Change, words: Translator) -> str:
    """Return the ids of the points that are laid to rest, in a sentence."""
    names = [f"«{text(grave, 'id')}»" for grave in _graves(change.after)]
    if len(names) == 1:
        return words("Punktet {id} er ført opp som utgått.").format(id=names[0])
    return words("Punktene {ids} er ført opp som utgåtte.").format(ids=series(names, words))


def retired_sentences(comparison: Comparison, change: Change, words: Translator) -> tuple[str, ...]:
    """Return what is said of each point, in one line without markup."""
    return tuple(" ".join(_sentences(comparison, change, grave, words)) for grave in _graves(change.after))


def _sentences(comparison: Comparison, change: Change, grave: Fields, words: Translator) -> Iterator[str]:
    name = _name(comparison.before, change, grave, words)
    date = shown_period(text(grave, "dato"), words.language, words) if text(grave, "dato") else ""
    new = [_new(comparison.after, change, one, words) for one in texts(grave, "erstattet_av")]
    instead = series(new, words)
    if instead:
        said = words("{what} er tatt ut ({date}) og erstattet av {instead}.") if date else ""
        yield (said or words("{what} er tatt ut og erstattet av {instead}.")).format(
            what=name, date=date, instead=instead
        )
    else:
        said = words("{what} er tatt ut ({date}).") if date else words("{what} er tatt ut.")
        yield said.format(what=name, date=date)
    if reason := plain_text(comparison.after, change.id, text(grave, "grunn")):
        yield words("Begrunnelse: {reason}").format(reason=reason)


def _name(before: Program, change: Change, grave: Fields, words: Translator) -> str:
    """Return what a point was called where it stood, else what its grave says."""
    was = before.nodes.get(f"{change.old_id or change.id}/{text(grave, 'id')}")
    if was is not None:
        return node_phrase(before, was, words, first=True)
    return f"«{shortened(text(grave, 'tittel') or text(grave, 'id'), _TITLE)}»"


def _new(after: Program, change: Change, written: str, words: Translator) -> str:
    links = (link for link in after.outgoing.get(change.id, ()) if link.role == "erstattet_av" and link.text == written)
    target = next((link.target for link in links if link.target), "")
    if target in after.nodes:
        return node_phrase(after, after.nodes[target], words)
    return f"«{shown(after, target, words) if target else written}»"


def _graves(value: object) -> tuple[Fields, ...]:
    return tuple(one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Mapping))
