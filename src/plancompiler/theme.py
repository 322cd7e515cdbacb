"""A workspace's own style sheet, `tema.css`: whether the colours it sets can be read, and whether they are any of ours.

What is judged is what our style paints with, the custom properties of `style/colours.css`. A theme made for
Designsystemet sets the colours those are taken from, and is judged the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plancompiler.contrast import Colour, colour, contrast
from plancompiler.diagnostic import Diagnostic, Span
from plancompiler.nearest import Nearest
from plancompiler.resources import folder

THEME = "tema.css"

# What is read against what, and the least contrast that WCAG asks for: of text, and of the edge of a field.
_TEXT, _EDGE = 4.5, 3.0
_PAIRS = (
    *(
        (text, ground, _TEXT)
        for text in ("ink", "soft", "accent")
        for ground in ("paper", "raised", "sunken", "accent-soft")
    ),
    ("warn-ink", "warn", _TEXT),
    ("paper", "accent", _TEXT),
    ("strong-rule", "paper", _EDGE),
    ("strong-rule", "raised", _EDGE),
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIECE = re.compile(r"(?P<text>[^{};]*)(?P<end>[{};]|\Z)")
_PROPERTY = re.compile(r"\s*--(?P<name>[\w-]+)\s*:\s*(?P<value>.*?)\s*", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,\s*(.*))?\)", re.DOTALL)
_USED = re.compile(r"var\(\s*--([\w-]+)")
_OF_THE_DESIGN_SYSTEM = ("ds-", "dsc-")
_BY_SCHEME = re.compile(r"light-dark\(\s*((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)")
_WHOLE_PAGE = re.compile(r":root|html|body|\[data-color-scheme")


@dataclass(frozen=True, slots=True)
class _Set:
    """A property as it is set: the value, where in the file, and for which scheme, "" for both."""

    value: str
    start: int
    end: int
    scheme: str


class _Declared(NamedTuple):
    """A custom property with a value, where it stands, and the blocks around it, the outermost first."""

    name: str
    value: str
    start: int
    end: int
    around: tuple[str, ...]


def judged(css: str) -> Iterator[Diagnostic]:
    """Yield what is to be said of a theme: properties it sets in vain, and those it makes hard to read."""
    standard = _sets((folder("templates") / "html/style/colours.css").read_text("utf-8"))
    yield from _in_vain(css, Nearest(standard))
    yield from _hard_to_read(_sets(css), standard)


def _in_vain(css: str, ours: Nearest) -> Iterator[Diagnostic]:
    """Yield a finding for each property nearly named as one of ours, and used by nothing."""
    used = frozenset(_USED.findall(css))
    for one in _declared(css):
        near = "" if one.name in used or one.name.startswith(_OF_THE_DESIGN_SYSTEM) else ours.find(one.name)
        if near and near != one.name:
            place = Span(THEME, one.start, one.start + len(f"--{one.name}"))
            yield Diagnostic("unknown-theme-property", place, {"name": one.name, "near": near})


def _hard_to_read(
    own: Mapping[str, tuple[_Set, ...]], standard: Mapping[str, tuple[_Set, ...]]
) -> Iterator[Diagnostic]:
    """Yield each property that is set, against what it stands out from the least."""
    for scheme in ("light", "dark"):
        worst: dict[_Set, tuple[float, Diagnostic]] = {}
        for text, ground, least in _PAIRS:
            (front, by), (back, under) = (
                _resolved(f"var(--{text})", scheme, own, standard),
                _resolved(f"var(--{ground})", scheme, own, standard),
            )
            place = by or under
            if front is None or back is None or place is None or (ratio := contrast(front, back)) >= least:
                continue
            args = {"text": text, "ground": ground, "ratio": _number(ratio), "least": _number(least)}
            found = Diagnostic("theme-contrast", Span(THEME, place.start, place.end), args, variant=scheme)
            if place not in worst or ratio / least < worst[place][0]:
                worst[place] = (ratio / least, found)
        yield from (found for _, found in worst.values())


def _sets(css: str) -> Mapping[str, tuple[_Set, ...]]:
    """Return what is set for the whole page, in the order written."""
    found: dict[str, list[_Set]] = {}
    for one in _declared(css):
        if _WHOLE_PAGE.search(one.around[-1]):
            found.setdefault(one.name, []).append(_Set(one.value, one.start, one.end, _scheme(one.around)))
    return {name: tuple(sets) for name, sets in found.items()}


def _declared(css: str) -> Iterator[_Declared]:
    # A comment holds no place open but its own.
    css = _COMMENT.sub(lambda found: " " * len(found[0]), css)
    around: list[str] = []
    for piece in _PIECE.finditer(css):
        text, end = piece["text"], piece["end"]
        if end == "{":
            around.append(text)
            continue
        written = _PROPERTY.fullmatch(text)
        if written and around:
            start = piece.start() + text.index("--")
            end_of_it = piece.start() + len(text.rstrip())
            yield _Declared(written["name"], written["value"], start, end_of_it, tuple(around))
        if end == "}" and around:
            around.pop()


def _scheme(around: tuple[str, ...]) -> str:
    """Return the one scheme that a block is for, "" for one that holds until the other says otherwise."""
    said = " ".join(around)
    if ":root" in around[-1] and "prefers-color-scheme" not in said:
        return ""
    return "dark" if "dark" in said else "light" if "light" in said else ""


def _resolved(
    value: str,
    scheme: str,
    own: Mapping[str, tuple[_Set, ...]],
    standard: Mapping[str, tuple[_Set, ...]],
    seen: frozenset[str] = frozenset(),
) -> tuple[Colour | None, _Set | None]:
    """Return the colour that a value comes to, and what of the theme made it so."""
    value = value.strip()
    if variable := _VARIABLE.fullmatch(value):
        name, fallback = variable[1], variable[2]
        for sheet in (own, standard):
            if name not in seen and (by := _last(sheet.get(name, ()), scheme)):
                found, deeper = _resolved(by.value, scheme, own, standard, seen | {name})
                return found, by if sheet is own else deeper
        return _resolved(fallback, scheme, own, standard, seen) if fallback else (None, None)
    if pair := _BY_SCHEME.fullmatch(value):
        return _resolved(pair[1 if scheme == "light" else 2], scheme, own, standard, seen)
    return colour(value), None


def _last(sets: tuple[_Set, ...], scheme: str) -> _Set | None:
    """Return what holds in a scheme: the last that is for it alone, else the last that is for both."""
    found = [one for one in sets if one.scheme == scheme] or [one for one in sets if not one.scheme]
    return found[-1] if found else None


def _number(ratio: float) -> str:
    return f"{ratio:.1f}".replace(".", ",")
