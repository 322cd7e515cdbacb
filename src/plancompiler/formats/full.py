"""Findings with the lines they stand on, for a person at a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from plancompiler.format import Format, Page
from plancompiler.report import Finding, Where
from plancompiler.source import Source, line_starts
from plancompiler.translate import Translator

_WORD = {"error": "feil", "warning": "advarsel", "info": "tips"}
_COLOUR = {"error": "31", "warning": "33", "info": "36"}

# Plans hold paragraphs on one line; an excerpt shows so many columns of it, around the place.
_WIDTH = 100


def render(page: Page) -> str:
    """Return each finding as a title, its place, the line with the place marked, and what to do."""
    ink = _Ink(page.colour)
    return "".join(_finding(one, page, ink) + "\n" for one in page.findings)


class _Ink:
    """Colour, where it is wanted."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._on and text else text


def _finding(one: Finding, page: Page, ink: _Ink) -> str:
    colour = _COLOUR[one.severity]
    title = ink(f"1;{colour}", f"{page.words(_WORD[one.severity])}[{one.code}]") + ink("1", f": {one.message}")
    gutter = len(str(max([one.where.line, *(note.where.line for note in one.related)])))
    lines = [title, *_place(one.where, one.label, "^", colour, gutter, page.sources, ink)]
    for note in one.related:
        lines += _place(note.where, note.message, "-", "34", gutter, page.sources, ink)
    lines += _advice(one, page.words, gutter, ink)
    return "\n".join(lines) + "\n"


def _place(
    where: Where, label: str, mark: str, colour: str, gutter: int, sources: Mapping[str, Source], ink: _Ink
) -> list[str]:
    bar = ink("34", "|")
    pad = " " * gutter
    head = f"{pad}{ink('34', '-->')} {where.path}:{where.line}:{where.column}"
    source = sources.get(where.path)
    if source is None or not source.text:
        return [head] + ([f"{pad} {ink('34', '=')} {label}"] if label else [])
    starts = line_starts(source.text)
    start = starts[where.line - 1]
    end = starts[where.line] if where.line < len(starts) else len(source.text)
    line = source.text[start:end].rstrip("\r\n")
    column = where.start - start
    length = max(1, min(where.end, start + len(line)) - where.start)
    line, column = _clip(line, column)
    shown = _shown(line)
    before = _width(_shown(line[:column]))
    marks = mark * max(1, _width(_shown(line[column : column + length])))
    return [
        head,
        f"{pad} {bar}",
        f"{ink('34', str(where.line).rjust(gutter))} {bar} {shown}",
        f"{pad} {bar} {' ' * before}{ink(colour, f'{marks} {label}'.rstrip())}",
    ]


def _advice(one: Finding, words: Translator, gutter: int, ink: _Ink) -> list[str]:
    pad = " " * gutter
    lines = [f"{pad} {ink('34', '=')} {ink('1', words('hjelp') + ':')} {one.help}"] if one.help else []
    safe = [fix for fix in one.fixes if fix.applicability == "safe"]
    if safe:
        lines.append(f"{pad} {ink('34', '=')} {ink('1', words('trygg retting') + ':')} {safe[0].title}")
    return lines


def _clip(line: str, column: int) -> tuple[str, int]:
    if len(line) <= _WIDTH:
        return line, column
    first = max(0, min(column - _WIDTH // 3, len(line) - _WIDTH))
    piece = line[first : first + _WIDTH]
    if first:
        piece = "…" + piece[1:]
    if first + _WIDTH < len(line):
        piece = piece[:-1] + "…"
    return piece, column - first


def _shown(text: str) -> str:
    """Return text as a terminal can show it: tabs as spaces, and what cannot be seen as a visible sign."""
    return "".join(_visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if letter == "\t":
        return "    "
    # Controls and direction marks from a file must not steer the terminal.
    return (
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"} and letter != "\xad"
        else letter
    )


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


FORMAT = Format("full", render, for_people=True)
