"""GitHub-flavoured Markdown from text that is not trusted.

An author's text keeps its own emphasis, lists, quotes and links to the web. Nothing else of it is markup: HTML is shown
as the characters it is, pictures are not fetched, links lead to a page or to mail and never to code, and no text can
open a heading, a fence or a table that swallows what comes after it. All of that is done with backslashes, so that the
words can still be found as they were written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence

from plancompiler.prose import may_link
from plancompiler.wiki import mentions

# What a reference leads to: the address ("" when it has none) and what it is called there; None when it is unknown.
Resolve = Callable[[str], tuple[str, str] | None]

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
# Escapes stay as they are. A link is judged by where it leads; pictures, footnotes, definitions of links, HTML, pipes
# and mathematics are put out of action.
_INLINE = re.compile(
    rf"(?P<escape>\\{_PUNCTUATION})"
    r"|\]\((?=\s*(?P<to>(?:\\.|[^\s()\\]|\([^\s()]*\))*))"
    r"|!(?=\[)|\[(?=\^)|\](?=:)|[<|$]|\\\Z"
)
_MAY_MEAN = re.compile(r"[\\!\[\]<|$]")
# What only means something at the start of a line, quoted or in a list or not: headings, underlines of them, fences.
_BLOCK = re.compile(r"(?m)^((?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){0,8}[ \t]*)(#|```|~~~|=+[ \t]*$|-[- \t]*$)")
_LINE_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_PLAIN = str.maketrans(
    {**{char: f"\\{char}" for char in "\\`*_[]<>|$~#!&"}, **dict.fromkeys("\n\r\v\f\u2028\u2029", " ")}
)


def inline(text: str, resolve: Resolve = lambda ref: None) -> str:
    """Return a text as one line of inline Markdown."""
    return _safe(_LINE_BREAKS.sub(" ", text).strip(), resolve)


def prose(text: str, resolve: Resolve = lambda ref: None) -> list[str]:
    """Return a text as lines of Markdown: paragraphs, lists and quotes."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return [line.rstrip() for line in _safe(_BLOCK.sub(r"\1\\\2", lines), resolve).strip("\n").split("\n")]


def plain(text: str) -> str:
    """Return words that are no Markdown at all, on one line, escaped so that they read as they stand."""
    return text.translate(_PLAIN).strip()


def link(words: str, to: str) -> str:
    """Return a link with plain words; the words alone when it leads nowhere. `to` is an address of our own."""
    return f"[{plain(words)}]({to})" if to else plain(words)


def anchor(name: str) -> str:
    """Return a place that links can lead to."""
    return f'<a id="{html.escape(name)}"></a>'


def heading(level: int, text: str) -> str:
    """Return a heading of a line of Markdown, as deep as headings go."""
    # Number signs at the end would be taken for the heading's own and left out.
    if text.endswith("#"):
        text = re.sub(r"(?<![\\#])#+$", lambda marks: "\\#" * len(marks.group()), text)
    return f"{'#' * min(level, 6)} {text}"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table as lines. Cells are Markdown of one line in which every pipe is escaped already."""
    return [_row(columns), _row(["---"] * len(columns)), *map(_row, rows)]


def breaks(lines: Iterable[str]) -> str:
    """Return several lines of Markdown as one cell."""
    return "<br>".join(line for line in lines if line)


def indented(lines: Iterable[str], by: str = "  ") -> list[str]:
    """Return lines moved in, so that they belong to the list item above them."""
    return [by + line if line else "" for line in lines]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _safe(text: str, resolve: Resolve) -> str:
    # Most texts have nothing to escape, which is seen ten times as fast.
    if not _MAY_MEAN.search(text):
        return text
    parts: list[str] = []
    end = 0
    for mention in mentions(text):
        parts.append(_INLINE.sub(_escaped, text[end : mention.start]))
        to, name = resolve(mention.ref) or ("", mention.ref)
        parts.append(link(mention.shown or name, to))
        end = mention.end
    return "".join(parts) + _INLINE.sub(_escaped, text[end:])


def _escaped(match: re.Match[str]) -> str:
    if match["escape"] or (match["to"] is not None and _may_lead(match["to"])):
        return match[0]
    return "\\" + match[0]


def _may_lead(to: str) -> bool:
    # What a browser sees: entities and escapes are read, and white space and control characters are passed over.
    seen = re.sub(r"[\x00-\x20\x7f]", "", re.sub(rf"\\({_PUNCTUATION})", r"\1", html.unescape(to)))
    return not seen.startswith("<") and may_link(seen)
