"""A workspace's own style sheet, `tema.css`: whether the colours it sets can be read, in light and in dark.

What is judged is what our style paints with, the custom properties of `style/colours.css`. A theme made for
Designsystemet sets the colours those are taken from, and is judged the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plancompiler.contrast import Colour, colour, contrast
from plancompiler.diagnostic import Diagnostic, Span
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
_BY_SCHEME = re.compile(r"light-dark\(\s*((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)")
_WHOLE_PAGE = re.compile(r":root|html|body|\[data-color-scheme")


@dataclass(frozen=True, slots=True)
class _Set:
    """A property as it is set: the value, where in the file, and for which scheme, "" for both."""

    value: str
    start: int
    end: int
    scheme: str


def judged(css: str) -> Iterator[Diagnostic]:
    """Yield what a theme makes hard to read: each property it sets, against what it stands out from the least."""
    standard = _sets((folder("templates") / "html/style/colours.css").read_text("utf-8"))
    own = _sets(css)
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
    # A comment holds no place open but its own.
    css = _COMMENT.sub(lambda found: " " * len(found[0]), css)
    found: dict[str, list[_Set]] = {}
    around: list[str] = []
    for piece in _PIECE.finditer(css):
        text, end = piece["text"], piece["end"]
        if end == "{":
            around.append(text)
            continue
        written = _PROPERTY.fullmatch(text)
        if written and around and _WHOLE_PAGE.search(around[-1]):
            start = piece.start() + text.index("--")
            end_of_it = piece.start() + len(text.rstrip())
            found.setdefault(written["name"], []).append(_Set(written["value"], start, end_of_it, _scheme(around)))
        if end == "}" and around:
            around.pop()
    return {name: tuple(sets) for name, sets in found.items()}


def _scheme(around: list[str]) -> str:
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
