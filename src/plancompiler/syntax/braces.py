"""Entries written between braces, where a comma ends the value and a colon wants a space after it.

`{verdi: 10,7 %}` is to YAML the value 10 and a key `7 %` without a value. No plan means that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancompiler.diagnostic import Diagnostic
from plancompiler.syntax.lines import quoting, shown
from plancompiler.syntax.repair import Change, mistake
from plancompiler.syntax.shape import glued_colon
from plancompiler.tree import Scalar, Tree

Pair = tuple[Scalar, Tree]

_SHOWN = 40

# What Word makes of quotes: `“0,4 årsverk”`, perhaps only at the one end.
_CURLY = re.compile(r'[“”„]([^"“”„\\]*)([“”"]?)')
# `4,5 mill. kr"`. In `65"` it may be inches.
_OPENING_MISSING = re.compile(r'[^"“”„«\\]*[^\d"“”„«\\]["”]')


class _Slip(NamedTuple):
    """A mistake in a value: its code, its fix and whether that is sure, the repair, and the text that was meant."""

    code: str
    variant: str
    fix: str
    sure: bool
    repair: tuple[Change, ...]
    meant: str


def joined_entries(path: str, text: str, pairs: Iterable[Pair]) -> tuple[list[Pair], list[Diagnostic]]:
    """Return the entries as they were meant, and a finding for each mistake."""
    meant: list[Pair] = []
    found: list[Diagnostic] = []
    # The keys alone after the last entry, which are the rest of its value.
    rest: list[Scalar] = []
    for key, value in pairs:
        alone = _stands_alone(key, value)
        if alone and not key.text.endswith(":") and glued_colon(text, key.start, key.end) < 0 and _goes_on(meant):
            rest.append(key)
            continue
        _end_value(path, text, meant, rest, found)
        rest = []
        if not alone:
            meant.append((key, value))
        elif key.text.endswith(":"):
            meant.append((Scalar(key.text[:-1], key.start, key.end - 1), value))
        elif glued_colon(text, key.start, key.end) >= 0:
            meant.append(_spaced(path, text, key, found))
        else:
            meant.append((key, value))
            found += mistake(
                path, "missing-colon", key.start, key.end, args={"field": _short(key.text)}, variant="alone"
            ).findings
    _end_value(path, text, meant, rest, found)
    return meant, found


def _stands_alone(key: Scalar, value: Tree) -> bool:
    """Tell whether a key has neither colon nor value."""
    return isinstance(value, Scalar) and value.start == value.end == key.end and not key.style and key.start < key.end


def _goes_on(meant: Sequence[Pair]) -> bool:
    """Tell whether the last entry has a text for value, so that what stands alone after it may be the rest of it."""
    return bool(meant) and isinstance(meant[-1][1], Scalar) and bool(meant[-1][1].text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _spaced(path: str, text: str, key: Scalar, found: list[Diagnostic]) -> Pair:
    """Take `{verdi:10}` for a key and a value."""
    stop = glued_colon(text, key.start, key.end) + 1
    repair = [Change(stop, stop, " ")]
    args = {"write": shown(repair, text, key.start, key.end, limit=40)}
    found += mistake(path, "missing-space", stop - 1, stop, repair, fix="space", args=args).findings
    name = text[key.start : stop - 1].rstrip()
    return Scalar(name, key.start, key.start + len(name)), Scalar(text[stop : key.end], stop, key.end)


def _end_value(path: str, text: str, meant: list[Pair], rest: Sequence[Scalar], found: list[Diagnostic]) -> None:
    """Take the keys alone after the last entry for the rest of its value, and say what is wrong with that."""
    name, value = meant[-1] if meant else (None, None)
    if name is None or not isinstance(value, Scalar):
        return
    end = rest[-1].end if rest else value.end
    slip = _slip(text, value, rest, end)
    if slip is None:
        return
    args = {
        "text": _short(text[value.start : end]),
        "mark": text[end - 1],
        "write": shown(slip.repair, text, name.start, end, limit=60),
    }
    found += mistake(
        path,
        slip.code,
        value.start,
        end,
        slip.repair,
        fix=slip.fix,
        applicability="safe" if slip.sure else "unsafe",
        variant=slip.variant,
        args=args,
    ).findings
    meant[-1] = name, Scalar(" ".join(slip.meant.split()), value.start, end)


def _slip(text: str, value: Scalar, rest: Sequence[Scalar], end: int) -> _Slip | None:
    """Return what is wrong with a value and the keys alone after it; its repair puts the whole in quotes."""
    start, written = value.start, text[value.start : end]
    if value.style:
        if not rest or value.style in text[value.end : end]:
            return None
        repair = Change(value.end - 1, value.end, ""), Change(end, end, value.style)
        whole = value.text + text[value.end : end]
        return _Slip("text-after-quote", "inside", "quote", False, repair, whole)
    curly = _CURLY.fullmatch(written)
    if curly and (rest or written.endswith('"')):
        closing = len(curly[2])
        repair = Change(start, start + 1, '"'), Change(end - closing, end, '"')
        return _Slip("unclosed-quote", "curly", "straight", True, repair, curly[1])
    if _OPENING_MISSING.fullmatch(written):
        repair = Change(start, start, '"'), Change(end - 1, end, '"')
        return _Slip("unclosed-quote", "opening", "open", True, repair, written[:-1])
    if not rest:
        return None
    # After a number, a digit leaves no doubt.
    before = (value, *rest[:-1])
    number = all(one.text[-1].isdigit() and two.text[0].isdigit() for one, two in zip(before, rest, strict=True))
    variant = "" if number else "text"
    return _Slip("comma-in-braces", variant, "quote", number, quoting(text, start, end), written)
