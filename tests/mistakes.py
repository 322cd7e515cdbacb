"""Mistakes that people make, planted in plans: as data before they are written, and in the text after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

# A place in the data: what holds it, and the key or index.
_Place = tuple[Any, Any]
Mistake = Callable[[dict[str, Any], Random], bool]


def plant(plan: dict[str, Any], random: Random, count: int) -> list[str]:
    """Plant mistakes in the data of a plan or a part, in place, and return the names of those that found a place."""
    names = random.sample(sorted(MISTAKES), min(count, len(MISTAKES)))
    return [name for name in names if MISTAKES[name](plan, random)]


def _mappings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _mappings(value)
    elif isinstance(data, list):
        for item in data:
            yield from _mappings(item)


def _one(plan: dict[str, Any], random: Random, key: str, within: str = "") -> dict[str, Any] | None:
    found = [each for each in _mappings(plan) if key in each and (not within or within in each)]
    return random.choice(found) if found else None


def _renamed_key(names: Mapping[str, str]) -> Mistake:
    def make(plan: dict[str, Any], random: Random) -> bool:
        key = random.choice(sorted(names))
        holder = _one(plan, random, key)
        if holder is None:
            return False
        entries = [(names[name] if name == key else name, value) for name, value in holder.items()]
        holder.clear()
        holder.update(entries)
        return True

    return make


def _without_id(plan: dict[str, Any], random: Random) -> bool:
    # Nothing refers to these.
    found = [each for each in _mappings(plan) if ".v" in str(each.get("id", "")) and len(each) > 1]
    if found:
        del random.choice(found)["id"]
    return bool(found)


def _value(key: str, *values: Any, within: str = "") -> Mistake:
    def make(plan: dict[str, Any], random: Random) -> bool:
        holder = _one(plan, random, key, within)
        if holder is not None:
            holder[key] = random.choice(values)
        return holder is not None

    return make


def _odd_id(plan: dict[str, Any], random: Random) -> bool:
    found = [each for each in _mappings(plan) if ".v" in str(each.get("id", ""))]
    if found:
        one = random.choice(found)
        one["id"] = random.choice((str.upper, lambda name: name.replace(".v", "_v"), lambda name: name + "æ"))(
            one["id"]
        )
    return bool(found)


def _bare(plan: dict[str, Any], random: Random) -> bool:
    holder = _one(plan, random, "virkemidler")
    if holder is not None:
        at = random.randint(0, len(holder["virkemidler"]))
        holder["virkemidler"].insert(at, "Gratis utstyr til alle")
    return holder is not None


def _heading(plan: dict[str, Any], random: Random) -> bool:
    holder = _one(plan, random, "tekst", "id")
    if holder is not None:
        holder["tekst"] = "Innledning.\n\n# Bakgrunn\n\nEt avsnitt.\n\n# Mer\n\nEt avsnitt til."
    return holder is not None


MISTAKES: Mapping[str, Mistake] = {
    "misspelt key": _renamed_key(
        {"tittel": "titel", "tekst": "teskt", "virkemidler": "virkemiddler", "frist": "frsit"}
    ),
    "known wrong key": _renamed_key({"virkemidler": "tiltak", "mål": "hovedmål", "bærekraftsmål": "sdg"}),
    "missing id": _without_id,
    "another missing id": _without_id,
    "odd id": _odd_id,
    "date": _value("frist", "27.04.2028", "27. april 2028", "april 2028", "2028/04/27", "des. 2028"),
    "period": _value("periode", "2026 til 2030", "2026-30"),
    "municipality": _value("kommune", "301"),
    "number": _value("verdi", "54.5 %", "75pst", "12.000.000"),
    "reference with commas": _value("ansvarlig", "Kulturetaten, Helseetaten"),
    "UN goal": _value("bærekraftsmål", "mål 3", "SDG 3", "3, 10", ["3", "3"], "Mål 3: God helse"),
    "bare text": _bare,
    "heading in prose": _heading,
    "word": _value("status", "Utkast", "utkats", "Vedteke"),
    "language": _value("språk", "bokmål", "no", "NB"),
}

# What is put in a text, where, and instead of what.
SLIPS = (
    (": ", ":"),
    ("- ", "-"),
    (": ", ": Kl. 12: "),
    ("\n", "\t\n"),
    ("  ", "\t"),
    (": ", ": • "),
    ("- ", "• "),
    ("[", ""),
    ("]", ""),
    ('"', ""),
    ("'", ""),
    (", ", " "),
    (": ", ": &x "),
    (": ", ": !!str "),
    (": ", ": @"),
    (" ", "\u00a0"),
    ("å", "a\u030a"),
    (" ", " #1 "),
    (" ", "\u200b"),
    ("\n", "\n\n\t"),
    ("\n", "\u2028"),
)


def slip(text: str, random: Random) -> str:
    """Return the text with one slip of the hand in it; the first line is left."""
    old, new = random.choice(SLIPS)
    places = [at for at in range(text.index("\n") + 1, len(text)) if text.startswith(old, at)]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + new + text[at + len(old) :]
