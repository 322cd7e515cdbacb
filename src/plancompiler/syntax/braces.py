"""Entries written between braces, where a comma ends the value and a colon wants a space after it.

`{verdi: 10,7 %}` is to YAML the value 10 and a key `7 %` without a value. No plan means that.
"""

from __future__ import annotations

from collections.abc import Iterable

from plancompiler.diagnostic import Diagnostic
from plancompiler.syntax.lines import quoting, shown
from plancompiler.syntax.repair import Change, mistake
from plancompiler.syntax.shape import glued_colon
from plancompiler.tree import Scalar, Tree

Pair = tuple[Scalar, Tree]


def joined_entries(path: str, text: str, pairs: Iterable[Pair]) -> tuple[list[Pair], list[Diagnostic]]:
    """Return the entries as they were meant, and a finding for each mistake."""
    meant: list[Pair] = []
    found: list[Diagnostic] = []
    for key, value in pairs:
        if not _stands_alone(key, value):
            meant.append((key, value))
        elif key.text.endswith(":"):
            meant.append((Scalar(key.text[:-1], key.start, key.end - 1), value))
        elif glued_colon(text, key.start, key.end) >= 0:
            meant.append(_spaced(path, text, key, found))
        elif meant and _is_plain_text(meant[-1][1]):
            meant[-1] = _joined(path, text, meant[-1], key, found)
        else:
            meant.append((key, value))
    return meant, found


def _stands_alone(key: Scalar, value: Tree) -> bool:
    """Tell whether a key has neither colon nor value."""
    return isinstance(value, Scalar) and value.start == value.end == key.end and not key.style and key.start < key.end


def _is_plain_text(value: Tree) -> bool:
    return isinstance(value, Scalar) and not value.style and bool(value.text)


def _spaced(path: str, text: str, key: Scalar, found: list[Diagnostic]) -> Pair:
    """Take `{verdi:10}` for a key and a value."""
    stop = glued_colon(text, key.start, key.end) + 1
    repair = [Change(stop, stop, " ")]
    args = {"write": shown(repair, text, key.start, key.end, limit=40)}
    found += mistake(path, "missing-space", stop - 1, stop, repair, fix="space", args=args).findings
    name = text[key.start : stop - 1].rstrip()
    return Scalar(name, key.start, key.start + len(name)), Scalar(text[stop : key.end], stop, key.end)


def _joined(path: str, text: str, last: Pair, key: Scalar, found: list[Diagnostic]) -> Pair:
    """Take a key alone for the rest of the value before it. After a number, a digit leaves no doubt."""
    name, value = last
    assert isinstance(value, Scalar)
    whole = Scalar(" ".join(text[value.start : key.end].split()), value.start, key.end)
    number = value.text[-1].isdigit() and key.text[0].isdigit()
    repair = quoting(text, value.start, key.end)
    args = {"text": whole.text[:40], "write": shown(repair, text, name.start, key.end, limit=60)}
    earlier = found[-1].place if found else None
    if found and found[-1].code == "comma-in-braces" and getattr(earlier, "start", -1) == value.start:
        # `1,234,567`: one mistake, however many commas.
        found.pop()
    found += mistake(
        path,
        "comma-in-braces",
        value.start,
        key.end,
        repair,
        fix="quote",
        applicability="safe" if number else "unsafe",
        variant="" if number else "text",
        args=args,
    ).findings
    return name, whole
