"""What was meant where a template cannot be read: the commonest slips, found in its text and in what Jinja answers.

Jinja stops at the first thing it cannot go on from, which is often far below what is missing.
"""

from __future__ import annotations

import re

from plancompiler.nearest import nearest
from plancompiler.own_templates import TemplateFault

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TAGS = (
    "block", "call", "elif", "else", "extends", "filter", "for", "from", "if", "import", "include", "macro", "raw",
    "set", "trans", "with",
)  # fmt: skip
# What stands inside another: the tag it belongs to.
_INSIDE = {"elif": "if", "else": "if", "pluralize": "trans"}
_ENDED = frozenset({"block", "call", "filter", "for", "if", "macro", "raw", "set", "trans", "with"})

# What Jinja passes over: comments, and what is to stand as it is written.
_PASSED_OVER = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?\bendraw\s*[-+]?%\}", re.DOTALL)
_OPENED = re.compile(r"\{[{%#]|[}%#]\}")
_TAG = re.compile(r"\{%[-+]?\s*(?P<end>end)?(?P<name>[a-z]+)\b(?P<rest>[^%]*)")
_INNERMOST = re.compile(r"The innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(\w+)'")
_TWICE = re.compile(r"block '(\w+)' defined twice")
_SIGN = re.compile(r"unexpected char (['\"])(.+)\1 at \d+")


def slip(path: str, text: str, line: int, said: str) -> TemplateFault | None:
    """Return what is wrong where Jinja says `said` of a line; None when only Jinja's own words will do."""
    text = _PASSED_OVER.sub(lambda passage: re.sub(r"[^\n]", " ", passage[0]), text)
    return _not_closed(path, text, line) or _of_tags(path, text, line, said) or _of_line(path, line, said)


def _not_closed(path: str, text: str, line: int) -> TemplateFault | None:
    """Return the first mark that opens something and is not closed before the next one opens."""
    marks = [(mark[0], mark.start()) for mark in _OPENED.finditer(text)]
    for (mark, at), (after, _) in zip(marks, [*marks[1:], ("", 0)], strict=True):
        on = 1 + text.count("\n", 0, at)
        if mark in _CLOSING and after != _CLOSING[mark] and on <= line:
            return TemplateFault(path, on, "open", mark, _CLOSING[mark])
    return None


def _of_tags(path: str, text: str, line: int, said: str) -> TemplateFault | None:
    unknown, innermost = _UNKNOWN_TAG.search(said), _INNERMOST.search(said)
    inner = innermost[1] if innermost else "raw" if said == "Missing end of raw directive" else ""
    if unknown is None or "nesting mistake" in said:
        return TemplateFault(path, _opened(text, inner, line), "unclosed", inner) if inner else None
    name = unknown[1]
    begun = _INSIDE.get(name, name.removeprefix("end"))
    if (name in _INSIDE or name.startswith("end")) and begun in _ENDED:
        return TemplateFault(path, line, "stray", name, begun)
    known = sorted({*_TAGS, *(f"end{tag}" for tag in _ENDED)})
    return TemplateFault(path, line, "tag", name, next(iter(nearest(name, known)), ""))


def _of_line(path: str, line: int, said: str) -> TemplateFault | None:
    if twice := _TWICE.search(said):
        return TemplateFault(path, line, "twice", twice[1])
    if sign := _SIGN.search(said):
        return TemplateFault(path, line, "sign", sign[2])
    if said.startswith("Expected an expression, got 'end of"):
        return TemplateFault(path, line, "nothing")
    return None


def _opened(text: str, name: str, line: int) -> int:
    """Return the line where the innermost tag of that name that is not closed begins."""
    open_on: list[int] = []
    for tag in _TAG.finditer(text):
        on = 1 + text.count("\n", 0, tag.start())
        if tag["name"] != name or on > line:
            continue
        if not tag["end"]:
            # With a value, `set` is over at once.
            open_on += [] if name == "set" and "=" in tag["rest"] else [on]
        elif open_on:
            open_on.pop()
    return open_on[-1] if open_on else line
