"""The marks that version control leaves when two people have changed the same lines."""

from __future__ import annotations

import re

from plancompiler.syntax.repair import Change, Mistake, mistake

# More than this is one merge gone wrong.
_MOST = 20

_MARK = re.compile(r"^(?P<mark><{7}|\|{7}|={7}|>{7})(?:[ \t][^\r\n]*)?(?:\r\n|\n|\r|\Z)", re.MULTILINE)


def conflicts(path: str, text: str) -> tuple[Mistake, ...]:
    """Return a mistake for each conflict; its repair keeps the side that stands first, so that the rest can be read."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    found: list[Mistake] = []
    opened: re.Match[str] | None = None
    drops: list[Change] = []
    dropping = -1
    for match in _MARK.finditer(text):
        if len(found) == _MOST:
            break
        mark = match.group("mark")[0]
        if mark == "<":
            if opened is not None:
                found.append(_unfinished(path, opened))
            opened, drops, dropping = match, [_line(match)], -1
        elif opened is None:
            if mark == ">":
                found.append(_unfinished(path, match))
        elif mark == ">":
            drops.append(Change(dropping if dropping >= 0 else match.start(), match.end(), ""))
            found.append(_conflict(path, text, opened, match, drops))
            opened = None
        elif dropping < 0:
            dropping = match.start()
    if opened is not None:
        found.append(_unfinished(path, opened))
    return tuple(found)


def _conflict(path: str, text: str, opened: re.Match[str], closed: re.Match[str], drops: list[Change]) -> Mistake:
    first = text.count("\n", 0, opened.start()) + 1
    last = first + text.count("\n", opened.start(), closed.start())
    args = {"first": str(first), "last": str(last)}
    return mistake(path, "conflict-marker", opened.start(), _text_end(closed), drops, args=args)


def _unfinished(path: str, mark: re.Match[str]) -> Mistake:
    args = {"mark": mark.group("mark")}
    return mistake(path, "conflict-marker", mark.start(), _text_end(mark), [_line(mark)], args=args, variant="alone")


def _line(mark: re.Match[str]) -> Change:
    return Change(mark.start(), mark.end(), "")


def _text_end(mark: re.Match[str]) -> int:
    return mark.start() + len(mark.group().rstrip())
