"""Headings in prose made chapters: what Markdown calls `## Bakgrunn` is a chapter of its own in a plan."""

from __future__ import annotations

import re

from plancompiler.diagnostic import Edit, Fix, Span
from plancompiler.source import Source
from plancompiler.tree import Mapping, Scalar
from plancompiler.validate.plain import entry_of

_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE)


def as_chapters(node: Mapping, loc: tuple[int | str, ...], source: Source) -> tuple[Fix, ...]:
    """Return the fix that turns the headings of a node's `tekst` into chapters without ids, when there can be one.

    It moves text and gives each chapter an empty id, so it is for the author to look at: `placeholder`.
    """
    written = entry_of(node, "tekst")
    if loc != ("tekst",) or written is None or node.flow or entry_of(node, "kapitler") is not None:
        return ()
    key, value = node.entries[written]
    text = source.text
    if not isinstance(value, Scalar) or value.style != "|":
        return ()
    headings = list(_HEADING.finditer(text, text.find("\n", value.start) + 1, value.end))
    if not headings:
        return ()
    indent = " " * (key.start - max(text.rfind(mark, 0, key.start) for mark in "\r\n") - 1)
    lines = [f"{indent}kapitler:"]
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        body = text[heading.end() : following.start() if following else value.end].strip("\r\n")
        lines += (f"{indent}  - id:", f"{indent}    tittel: {_quoted(heading[1])}")
        if body.strip():
            lines.append(f"{indent}    tekst: |")
            lines += (f"    {line}" if line.strip() else "" for line in body.splitlines())
    start = headings[0].start()
    # With no text before the first heading there is no text of the node's own.
    before = text[text.find("\n", value.start) : start].strip()
    if not before:
        start, lines[0] = key.start, lines[0].lstrip()
    newline = "\r\n" if "\r\n" in text else "\n"
    end = newline if text.endswith("\n", value.start, value.end) else ""
    return (Fix("chapters", "placeholder", (Edit(Span(source.path, start, value.end), newline.join(lines) + end),)),)


def _quoted(title: str) -> str:
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
