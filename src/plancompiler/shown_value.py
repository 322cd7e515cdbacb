"""A value that was changed, as readers see it: records of a plan's header and figures in words, and never as keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plancompiler.cells import plain_text, shown
from plancompiler.node import NOTHING, Fields, records, text, texts
from plancompiler.phrase import in_sentence, node_phrase
from plancompiler.program import Program, links_from
from plancompiler.shown_dates import shown_period
from plancompiler.translate import Translator
from plancompiler.views.naming import term
from plancompiler.views.shown_words import shown_word
from plancompiler.wiki import reference_alone

# Where paragraphs and the points of a list begin.
_BLOCK = re.compile(r"\n\s*\n\s*|\n(?=\s*(?:[-*+]|\d{1,9}[.)])\s)")
_POINT = re.compile(r"\s*(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})[.)])\s+")
_DATES = frozenset({"dato", "periode", "frist", "år", "neste_rullering", "rulleres", "varighet"})
_CLOSED = frozenset({"steg", "resultat", "finansiering", "prioritering", "planvalg", "art"})


def in_words(program: Program, source: str, keys: tuple[str, ...], value: object, words: Translator) -> str:
    """Return a value of `source` as people say it, a line for each of several; `keys` lead to it."""
    key = keys[-1] if keys else ""
    if isinstance(value, tuple):
        return "\n".join(line for each in value if (line := in_words(program, source, keys, each, words)))
    if isinstance(value, Mapping):
        said = _RECORDS.get(key, partial(_plain, keys=keys))
        return said(program, source, value, words)
    if not isinstance(value, str):
        return ""
    if key in _DATES:
        return shown_period(value, words.language, words)
    if key == "status":
        return term(program, "statuser", value, words.language)
    return shown_word(key, value, words) if key in _CLOSED else readable(program, source, value)


def readable(program: Program, source: str, written: str) -> str:
    """Return a text of an item without markup, a line for each paragraph and each point of a list."""
    lines = []
    for block in _BLOCK.split(written.strip("\n")):
        point = _POINT.match(block)
        mark = (f"{point['number']}. " if point["number"] else "• ") if point else ""
        lines.append(mark + plain_text(program, source, block[point.end() :] if point else block))
    return "\n".join(line for line in lines if line)


def figure(program: Program, source: str, record: Fields, words: Translator) -> str:
    """Return a figure or a cost on a line: what it is of, its value, and when, where and how it was found."""
    value = text(record, "verdi") or text(record, "mål")
    start = record.get("utgangspunkt", NOTHING)
    began = _baseline(program, source, start, words) if isinstance(start, Mapping) else ""
    beside = (
        text(record, "tilsvarer"),
        shown_period(text(record, "år"), words.language, words) if text(record, "år") else "",
        text(record, "gjelder"),
        shown_word("art", text(record, "art"), words),
        words("fra {value}").format(value=began) if began else "",
        shown_word("retning", text(record, "retning"), words),
        f"{in_sentence(words('Kilde'))}: {text(record, 'kilde')}" if text(record, "kilde") else "",
    )
    noted = "; ".join(part for part in beside if part)
    said = f"{value} ({noted})" if value and noted else value or noted
    return plain_text(program, source, ": ".join(part for part in (text(record, "hva"), said) if part))


def step_line(program: Program, step: Fields, words: Translator) -> str:
    """Return a step of a procedure on a line: what it was, when, by whom, in which case, and what came of it."""
    when = text(step, "dato") or text(step, "periode")
    name = shown_word("steg", text(step, "steg"), words)
    parts = (
        " ".join(part for part in (name, shown_period(when, words.language, words) if when else "") if part),
        text(step, "organ"),
        words("sak {case}").format(case=text(step, "sak")) if text(step, "sak") else "",
        shown_word("resultat", text(step, "resultat"), words),
    )
    return ", ".join(part for part in parts if part)


def target_words(program: Program, source: str, role: str, written: str, words: Translator) -> str:
    """Return what a reference of `source` leads to, in words; what names nothing stands as written."""
    known = {link.text: link.target for link in links_from(program, source, role) if link.target}
    name = known.get(written, "")
    if name in program.nodes:
        return node_phrase(program, program.nodes[name], words)
    return shown(program, name, words) if name else reference_alone(written)


def _step(program: Program, source: str, step: Fields, words: Translator) -> str:
    asked = [target_words(program, source, "sendt_til", one, words) for one in texts(step, "til")]
    lines = (
        f"{step_line(program, step, words)}.",
        words("Sendt til {names}.").format(names=", ".join(asked)) if asked else "",
        readable(program, source, text(step, "tekst")),
        *(_decided(program, source, each, words) for each in records(step, "endringer")),
    )
    return "\n".join(line for line in lines if line)


def _decided(program: Program, source: str, point: Fields, words: Translator) -> str:
    about = [target_words(program, source, "gjelder", one, words) for one in texts(point, "gjelder")]
    done = readable(program, source, text(point, "gjennomført"))
    number = text(point, "nummer")
    parts = (
        words("Punkt {number}:").format(number=number) if number else "",
        readable(program, source, text(point, "tekst")),
        words("Gjelder {names}.").format(names=", ".join(about)) if about else "",
        words("Slik er det tatt inn: {how}").format(how=done) if done else "",
    )
    return " ".join(part for part in parts if part)


def _departure(program: Program, source: str, record: Fields, words: Translator) -> str:
    return readable(program, source, text(record, "forklaring"))


def _funding(program: Program, source: str, record: Fields, words: Translator) -> str:
    form = shown_word("finansiering", text(record, "form"), words)
    return ". ".join(part for part in (form, readable(program, source, text(record, "tekst"))) if part)


def _review(program: Program, source: str, record: Fields, words: Translator) -> str:
    name = target_words(program, source, "gjennomgått", text(record, "til"), words)
    day = shown_period(text(record, "dato"), words.language, words) if text(record, "dato") else ""
    said = words("Gjennomgått mot {name} {day}.").format(name=name, day=day)
    return " ".join(part for part in (said, readable(program, source, text(record, "begrunnelse"))) if part)


def _baseline(program: Program, source: str, record: Fields, words: Translator) -> str:
    year = shown_period(text(record, "år"), words.language, words) if text(record, "år") else ""
    value = text(record, "verdi")
    return f"{value} ({year})" if value and year else value or year


def _plain(program: Program, source: str, record: Fields, words: Translator, keys: tuple[str, ...]) -> str:
    return "; ".join(_part(program, source, record, words, keys))


def _part(program: Program, source: str, record: Fields, words: Translator, keys: tuple[str, ...]) -> Iterator[str]:
    for key, value in record.items():
        said = in_words(program, source, (*keys, key), value, words)
        if said:
            yield f"{key.replace('_', ' ')}: {said}"


_RECORDS: Mapping[str, Callable[[Program, str, Fields, Translator], str]] = {
    "saksgang": _step,
    "endringer": _decided,
    "avvik": _departure,
    "finansiering": _funding,
    "gjennomgått": _review,
    "kostnader": figure,
    "måltall": figure,
    "nøkkeltall": figure,
    "utgangspunkt": _baseline,
}
