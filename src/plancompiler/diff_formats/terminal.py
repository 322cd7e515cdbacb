"""For people at a terminal: the count first, then what it leads to, then every change with the most important first."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler import diff_report
from plancompiler.change import LEVELS, Change, Comparison, Side, of_level, without_repeats
from plancompiler.diff_costs import costs
from plancompiler.diff_decided import decided
from plancompiler.diff_format import DiffFormat, Shown
from plancompiler.diff_standing import standings
from plancompiler.diff_summary import level_heading, summary
from plancompiler.phrase import shortened
from plancompiler.program import Program
from plancompiler.retirement import retired_sentences, says_retired, what_is_retired
from plancompiler.shown_dates import shown_date
from plancompiler.shown_value import in_words
from plancompiler.translate import Translator
from plancompiler.wordmarks import marked

# So much of what stands on either side of a change is shown, and so many of what are only listed.
_BESIDE = 60
_MOST_LISTED = 40
_MOST_UNREAD = 10
_VALUE = 160

_RED, _GREEN, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[0m"


def render(shown: Shown) -> str:
    """Return the comparison in lines of plain words."""
    return "\n".join(_lines(shown)) + "\n"


def _lines(shown: Shown) -> Iterator[str]:
    comparison, words = without_repeats(shown.comparison), shown.words
    yield from _unread(comparison, words)
    yield from (line for line in summary(comparison, words) if line)
    base, head = (_dated(side, words) for side in (comparison.base, comparison.head))
    yield words("Sammenlignet: {base} → {head}").format(base=base, head=head)
    if comparison.editions:
        yield diff_report.sides(comparison, words)
    yield from costs(comparison, words)
    yield from (one.said for one in standings(comparison, words))
    told = decided(comparison, words)
    found = [one for one in comparison.consequences if one.type not in ("nytt_funn", "løst_funn")]
    if found or told:
        yield ""
        yield _bold(words("Dette fører endringene til"), shown)
        yield from (f"  - {shortened(line, 2 * _VALUE)}" for line in told)
        yield from (f"  - {one.explanation} ({one.id})" for one in found)
    number = 0
    for level in reversed(LEVELS):
        changes = of_level(comparison.changes, level)
        if not changes:
            continue
        yield ""
        yield _bold(f"{level_heading(level, words)} ({len(changes)})", shown)
        for change in changes:
            number += 1
            yield from _change(comparison, change, number, shown)
    yield from _findings(comparison, words)


def _dated(side: Side, words: Translator) -> str:
    return f"{side.label} ({shown_date(side.day, words.language, words)})" if side.day else side.label


def _unread(comparison: Comparison, words: Translator) -> Iterator[str]:
    """Yield what the numbers below do not count: a reader must know of it first."""
    if not comparison.unread:
        return
    yield words("Ikke sammenlignet, fordi det ikke lot seg lese:")
    for one in comparison.unread[:_MOST_UNREAD]:
        what = " ".join(part for part in (one.id, one.field) if part)
        yield f"  - {one.path} ({one.side})" + (f": {what}" if what else "")
    left = len(comparison.unread) - _MOST_UNREAD
    if left > 0:
        yield f"  - {words('… og {count} til.').format(count=left)}"
    yield ""


def _change(comparison: Comparison, change: Change, number: int, shown: Shown) -> Iterator[str]:
    words = shown.words
    guessed = "" if change.certain else f" ({words('antatt')})"
    # The capacity in which someone takes part may be in the sentence already.
    is_said = change.type == "lenke" and change.field_words.casefold() in change.explanation.casefold()
    field = f"{change.field_words[:1].upper()}{change.field_words[1:]}: " if change.field and not is_said else ""
    is_retired = says_retired(change)
    said = what_is_retired(change, words) if is_retired else f"{field}{change.explanation}{guessed}"
    yield f"  {number}. {said}"
    yield f"     {_where(change, words)}"
    told = (shortened(line, 2 * _VALUE) for line in retired_sentences(comparison, change, words))
    both = told if is_retired else _both(comparison, change, shown)
    yield from (f"     {line}" for line in both)
    if change.level in ("forpliktelse", "innhold"):
        reason = change.reason or words("ikke oppgitt")
        yield f"     {words('Begrunnelse: {reason}').format(reason=reason)}"


def _where(change: Change, words: Translator) -> str:
    item = change.item
    title = f"«{item.title}»"
    called = f"{item.called} {title}" if item.called else title
    place = ", ".join(item.place) or (item.plan_title if item.kind != "plan" else "")
    # A plan held against another edition has every node by the same id there.
    other = change.old_id.rpartition("/")[2] not in ("", item.id.rpartition("/")[2])
    renamed = f", {words('før {id}').format(id=change.old_id)}" if other and change.type != "ny_id" else ""
    return f"{called} – {place} · {item.id}{renamed}" if place and item.plan else f"{called} · {item.id}{renamed}"


def _both(comparison: Comparison, change: Change, shown: Shown) -> Iterator[str]:
    """Yield what stood and what stands, where the explanation does not say it already."""
    words = shown.words
    if change.type == "tekst" and isinstance(change.before, str) and isinstance(change.after, str):
        old, new = _around(change.before, change.after, shown)
        yield words("Før: {text}").format(text=old)
        yield words("Nå: {text}").format(text=new)
    elif (change.type in ("tekst", "felt") and change.field != "type") or (
        change.type == "dato" and "«" not in change.explanation
    ):
        if change.before is not None:
            yield words("Før: {text}").format(text=_value(comparison.before, change, change.before, words))
        if change.after is not None:
            yield words("Nå: {text}").format(text=_value(comparison.after, change, change.after, words))
    for said in change.resaid if change.type == "lenke" else ():
        if said.is_long:
            old, new = _around(said.before, said.after, shown)
            yield words("Før: {text}").format(text=old or words("ikke oppgitt"))
            yield words("Nå: {text}").format(text=new or words("ikke oppgitt"))


def _around(before: str, after: str, shown: Shown) -> tuple[str, str]:
    """Return both texts on one line each, what is equal cut down to what stands nearest the changes."""
    old: list[str] = []
    new: list[str] = []
    runs = marked(before, after)
    for index, run in enumerate(runs):
        text = " ".join(run.text.split("\n"))
        if run.kind == "kept":
            text = _cut(text, first=index == 0, last=index == len(runs) - 1)
            old.append(text)
            new.append(text)
        elif run.kind == "removed":
            old.append(_coloured(text, _RED, shown))
        else:
            new.append(_coloured(text, _GREEN, shown))
    return "".join(old).strip(), "".join(new).strip()


def _cut(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * _BESIDE:
        return text
    head = "" if first else text[:_BESIDE]
    tail = "" if last else text[-_BESIDE:]
    return f"{head.rpartition(' ')[0]} … {tail.partition(' ')[2]}"


def _value(program: Program, change: Change, value: object, words: Translator) -> str:
    source = (change.old_id or change.id) if value is change.before else change.id
    keys = tuple(step for step in change.steps if isinstance(step, str)) or (change.field,)
    return shortened("; ".join(in_words(program, source, keys, value, words).split("\n")), _VALUE)


def _findings(comparison: Comparison, words: Translator) -> Iterator[str]:
    new, solved = comparison.new_findings, comparison.solved_findings
    if not new and not solved:
        return
    yield ""
    single, several = "Kontroll: {new} nytt funn, {solved} er rettet.", "Kontroll: {new} nye funn, {solved} er rettet."
    yield words(single if len(new) == 1 else several).format(new=len(new), solved=len(solved))
    names = {"error": words("feil"), "warning": words("advarsel"), "info": words("tips")}
    for one in sorted(new, key=lambda one: ("error", "warning", "info").index(one.severity))[:_MOST_LISTED]:
        yield f"  - {names[one.severity]}: {one.message} ({one.where.path}:{one.where.line})"


def _bold(text: str, shown: Shown) -> str:
    return _coloured(text, _BOLD, shown)


def _coloured(text: str, colour: str, shown: Shown) -> str:
    return f"{colour}{text}{_PLAIN}" if shown.colour and text else text


DIFF_FORMAT = DiffFormat("terminal", render)
