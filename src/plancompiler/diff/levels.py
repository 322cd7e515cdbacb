"""How much a difference matters, which way it goes and why: by the field it stands in, and what it says.

The rules are data where they can be. A workspace sets the level of a field, `måltall` or `måltall.verdi`, or of a kind
of change, `rekkefølge`, under `nivåer` in its settings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plancompiler.change import LEVELS, ChangeType, Direction, Level
from plancompiler.diff.fields import Difference
from plancompiler.diff.links import leads, said_anew
from plancompiler.diff.records import Record
from plancompiler.diff.texts import Judged, judge
from plancompiler.node import Fields, text
from plancompiler.translate import Translator
from plancompiler.values import dates, numbers, periods
from plancompiler.values.problem import Problem

_DATES = frozenset({"frist", "periode", "dato", "år", "varighet", "neste_rullering", "rulleres", "vedtatt"})
_NUMBERS = frozenset({"verdi", "tilsvarer"})
_FIGURES = frozenset({"måltall", "nøkkeltall", "kostnader"})

# Fields whose words are judged as prose is.
_PROSE = frozenset(
    {"tittel", "undertittel", "tekst", "sammendrag", "målgruppe", "formål", "leveranser", "kan_påvirke",
     "kan_bli_påvirket", "hva", "mål", "forklaring", "begrunnelse", "uten_oppfølging", "rader", "alt", "fotnoter",
     "grunn", "gjennomført"}
)  # fmt: skip

# What only those who keep the plan see, and what only says it in other words or place.
_LAYOUT = frozenset({"tidligere_id", "endret_fordi", "gjennomgått", "farge", "uri"})
_EDITORIAL = frozenset(
    {"kortnavn", "nummer", "betegnelse", "betegnelser", "emner", "merknader", "kilde", "url", "bilde", "fil", "kontakt",
     "språk", "alias", "kolonner", "form", "saksnummer", "avvik", "overskrift", "nb", "nn", "en", "navn", "logo",
     # What went out is told of where it was taken out.
     "utgåtte"}
)  # fmt: skip
# A promise stands or falls with these, whatever is said beside.
_BINDING = frozenset({"frist", "periode", "varighet", "neste_rullering", "rulleres", "finansiering", "planvalg"})
# Of what is said of a link, who leads or does what, and how much a UN goal or another aim weighs.
_BINDING_OF_LINK = frozenset({"rolle", "vekt"})

_YEAR = re.compile(r"\b\d{4}\b")

_ENDED = frozenset({"utsatt", "stanset", "opphevet", "valgt bort"})
_MONEY: Mapping[str, int] = {
    "i budsjett": 3, "innenfor rammen": 3, "ekstern": 2, "krever prioritering": 1, "ikke finansiert": 0
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """The levels that a workspace has set, by field or type of change."""

    chosen: Mapping[str, Level]

    def level(self, keys: tuple[str, ...], otherwise: Level) -> Level:
        """Return the level of the first key that has one of its own."""
        return next((self.chosen[key] for key in keys if key in self.chosen), otherwise)


def rules_of(settings: Fields) -> Rules:
    """Return the levels of a workspace's settings; what is no level is passed over."""
    chosen = settings.get("nivåer")
    items = chosen.items() if isinstance(chosen, Mapping) else ()
    return Rules({key: level for key, level in items if level in LEVELS})


def type_of(one: Difference) -> ChangeType:
    """Return what kind of change a difference in a field is."""
    last = _last(one)
    if one.role:
        return "lenke"
    if last == "status":
        return "status"
    if last in _DATES:
        return "dato"
    if last in _NUMBERS:
        return "tall"
    return "tekst" if _top(one) in _PROSE or last in _PROSE else "felt"


def judged(one: Difference, was: Record, record: Record, rules: Rules, words: Translator) -> Judged:
    """Return the level, direction and reasons of a difference in a field of what was `was` and is `record`."""
    found = _of_new_period(one, was, record, words) or _judged(one, record, words)
    level = rules.level((one.field, _last(one), _top(one)), found.level)
    if level == found.level:
        return found
    return Judged(level, found.direction, (*found.why, words("Arbeidsområdet har satt nivået for feltet.")))


def _of_new_period(one: Difference, was: Record, record: Record, words: Translator) -> Judged | None:
    """Return what it means for a plan's period and for the years in its name that the whole period moved on.

    None for all else. A plan that is rolled over keeps or breaks no promise by it; one that ends sooner may.
    """
    old, new = (_YEAR.findall(text(each.fields, "periode")) for each in (was, record))
    apart = {int(after) - int(before) for before, after in zip(old, new, strict=False)}
    if record.group != "plan" or len(old) != len(new) or len(apart) != 1 or apart == {0}:
        return None
    if one.field == "periode":
        return Judged("innhold", "", (_shown(one, words),))
    if _last(one) not in _PROSE or not isinstance(one.before, str) or not isinstance(one.after, str):
        return None
    years = dict(zip(old, new, strict=True))
    if _YEAR.sub(lambda year: years.get(year[0], year[0]), one.before) != one.after:
        return None
    return Judged("redaksjonell", "", (words("Årstallet følger planens nye periode."),))


def _judged(one: Difference, record: Record, words: Translator) -> Judged:
    last, top = _last(one), _top(one)
    if one.role:
        found = _links(one, words)
        # Who was asked, and when, is what was done to make the plan and no promise of it.
        return Judged("innhold", "", found.why) if top == "saksgang" and found.level == "forpliktelse" else found
    if one.reordered:
        return Judged("redaksjonell", "", (words("Bare rekkefølgen er endret."),))
    if last == "status" or last == "prioritering":
        return _status(one, words)
    if last in _DATES and top != "saksgang" and (last in _BINDING or top in _FIGURES):
        return _date(one, last, record, words)
    if last in _NUMBERS:
        return _number(one, record, words)
    known = _by_field(last, top, record)
    if isinstance(one.before, str) and isinstance(one.after, str) and (last in _PROSE or top in _PROSE):
        said = judge(one.before, one.after, words)
        # What a picture shows is no promise, whatever words describe it.
        binds = known in ("forpliktelse", "innhold") and last != "alt"
        return said if binds else Judged(known, "", said.why)
    if last == "finansiering":
        return _financing(one, words)
    return Judged(_whole(one, known, top, last), "", (_what(one, words),))


def _whole(one: Difference, known: Level, top: str, last: str) -> Level:
    """Return the level of a value that came, went or was exchanged: what binds or is figures, and any that went."""
    if known in ("oppsett", "redaksjonell"):
        return known
    if one.after is None or top in _FIGURES or (last in _BINDING and top != "saksgang"):
        return "forpliktelse"
    return known


def _by_field(last: str, top: str, record: Record) -> Level:
    for key in (last, top):
        if key in _LAYOUT:
            return "oppsett"
        if key in _EDITORIAL and not (record.group == "post" and key in {"navn"} and record.kind != "aktører"):
            return "redaksjonell"
    return "innhold"


def _what(one: Difference, words: Translator) -> str:
    if one.before is None:
        return words("Føyd til.")
    return words("Tatt ut.") if one.after is None else words("Innholdet i feltet er endret.")


def _links(one: Difference, words: Translator) -> Judged:
    if one.reordered:
        return Judged("redaksjonell", "", (words("Bare rekkefølgen er endret."),))
    before, after = leads(one.before), leads(one.after)
    gone, new = [each for each in before if each not in after], [each for each in after if each not in before]
    if not gone and not new:
        binds = any(key in _BINDING_OF_LINK for _, key, *_ in said_anew(one))
        level: Level = "forpliktelse" if binds else "innhold"
        return Judged(level, "", (words("Det som er sagt om koblingen, er endret."),))
    if gone and new:
        return Judged("forpliktelse", "", (words("Koblingen er endret."),))
    return Judged("forpliktelse", "", (words("En kobling er ny.") if new else words("En kobling er tatt bort."),))


def _status(one: Difference, words: Translator) -> Judged:
    ended = one.after in _ENDED, one.before in _ENDED
    if ended[0] != ended[1]:
        way: Direction = "svekket" if ended[0] else "skjerpet"
        return Judged("forpliktelse", way, (headed(way, _shown(one, words), words),))
    level: Level = "forpliktelse" if one.after is None or _last(one) == "prioritering" else "innhold"
    return Judged(level, "", (_shown(one, words),))


def _shown(one: Difference, words: Translator) -> str:
    old, new = f"«{one.before}»", f"«{one.after}»"
    if one.before is None:
        return words("{new} er føyd til.").format(new=new)
    if one.after is None:
        return words("{old} er tatt bort.").format(old=old)
    return words("{old} er blitt {new}.").format(old=old, new=new)


def headed(way: Direction, said: str, words: Translator) -> str:
    """Return a sentence with the direction before it."""
    heads = {"svekket": words("Svekket: {what}"), "skjerpet": words("Skjerpet: {what}")}
    return heads[way].format(what=said) if way else said


def _date(one: Difference, last: str, record: Record, words: Translator) -> Judged:
    if one.before is None or one.after is None:
        way: Direction = "" if last != "frist" else "skjerpet" if one.before is None else "svekket"
        return Judged("forpliktelse", way, (headed(way, _shown(one, words), words),))
    exact = _exactness(one.before, one.after, words) if last == "frist" else ""
    if exact:
        return Judged("forpliktelse", "", (exact,))
    first, second = _end(one.before), _end(one.after)
    if last != "frist" or first is None or second is None or first == second:
        return Judged("forpliktelse", "", (_shown(one, words),))
    later = second > first
    way = "svekket" if later else "skjerpet"
    if _precision(one.before) != _precision(one.after):
        # From the end of a year to the end of an autumn is no number of months that anyone gave or won.
        said = words("Fristen er utsatt.") if later else words("Fristen er satt tidligere.")
        return Judged("forpliktelse", way, (said,))
    how = _apart((second.year - first.year) * 12 + second.month - first.month, (second - first).days, words)
    said = words("Fristen er utsatt med {how}.") if later else words("Fristen er satt {how} tidligere.")
    return Judged("forpliktelse", way, (said.format(how=how),))


def _exactness(before: object, after: object, words: Translator) -> str:
    """Return that a deadline is the same, only more or less exactly said, or "".

    «Høst 2029» is some time in 2029, and no earlier than that. A stretch of time has a last day that someone chose.
    """
    try:
        old, new = (dates.parse(value) for value in (before, after) if isinstance(value, str))
    except (Problem, ValueError):
        return ""
    if old.first is None or old.last is None or new.first is None or new.last is None:
        return ""
    if old.first <= new.first and new.last <= old.last:
        return words("Fristen er gjort mer nøyaktig.") if (old.first, old.last) != (new.first, new.last) else ""
    return words("Fristen er gjort mindre nøyaktig.") if new.first <= old.first and old.last <= new.last else ""


def _precision(value: object) -> str:
    """Return how exact a deadline is, "" for one that is no date."""
    try:
        return dates.parse(value).precision if isinstance(value, str) else ""
    except Problem:
        return ""


def _end(value: object) -> date | None:
    try:
        return periods.parse(value).last if isinstance(value, str) else None
    except Problem:
        return None


def _apart(months: int, days: int, words: Translator) -> str:
    """Return how long a stretch of time is, in the largest unit that comes out even."""
    count, pair = abs(days), (words("én dag"), words("{n} dager"))
    if months and abs(days) > 27:
        count, pair = abs(months), (words("én måned"), words("{n} måneder"))
        if count % 12 == 0:
            count, pair = count // 12, (words("ett år"), words("{n} år"))
    return pair[0] if count == 1 else pair[1].format(n=count)


def _number(one: Difference, record: Record, words: Translator) -> Judged:
    said = _shown(one, words)
    try:
        old, new = (numbers.parse(value) for value in (one.before, one.after) if isinstance(value, str))
    except (Problem, ValueError):
        return Judged("forpliktelse", "", (said,))
    apart = new.high - old.high
    way = _way(one, record, old.qualifier or new.qualifier, apart)
    if apart and old.unit == new.unit:
        unit = words("prosentpoeng") if old.unit.startswith("%") else old.unit
        said = words("{old} er blitt {new} ({apart}).").format(
            old=one.before, new=one.after, apart=" ".join(part for part in (_signed(apart), unit) if part)
        )
    return Judged("forpliktelse", way, (headed(way, said, words) if way else said,))


def _way(one: Difference, record: Record, qualifier: str, apart: Decimal) -> Direction:
    """Return whether an aim is higher or lower now; facts and costs are neither."""
    if _top(one) != "måltall" or not apart or "utgangspunkt" in one.steps:
        return ""
    way = text(one.whole or {}, "retning") or text(record.fields, "retning")
    if way == "hold":
        return ""
    downwards = way == "ned" or (not way and qualifier in ("høyst", "under"))
    return "skjerpet" if (apart > 0) != downwards else "svekket"


def _signed(apart: Decimal) -> str:
    return f"{apart:+f}".replace(".", ",").replace("-", "−")


def _financing(one: Difference, words: Translator) -> Judged:
    forms = (text(value, "form") if isinstance(value, Mapping) else str(value) for value in (one.before, one.after))
    old, new = (_MONEY.get(form, -1) for form in forms)
    way: Direction = "" if -1 in (old, new) or old == new else "skjerpet" if new > old else "svekket"
    plain = isinstance(one.before, str) and isinstance(one.after, str)
    said = _shown(one, words) if plain else _what(one, words)
    return Judged("forpliktelse", way, (headed(way, said, words),))


def _last(one: Difference) -> str:
    return next(step for step in reversed(one.steps) if isinstance(step, str))


def _top(one: Difference) -> str:
    return str(one.steps[0])
