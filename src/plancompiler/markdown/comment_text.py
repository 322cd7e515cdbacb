"""Words in a comment at a code host, where text can do more than in a document.

There `@name` calls on a person, `#1` points at a case, an address makes a link back, and a line that begins with `/`
may be carried out. Backslashes do not stop all of it, so a space without width, which nobody sees, parts the sign from
what follows.
"""

from __future__ import annotations

import re
import unicodedata

from plancompiler.markdown import gfm

_NO_WIDTH = "&#8203;"
# `@name`, `#1`, `!1`, `%1`, `$1`, `~label`, `&1`, `:smile:`, `https://` and `www.`, as they stand when gfm has been by.
_MEANS = re.compile(r"(?<=[@#!%$~&])(?=[\w\"])|(?<=:)(?=//)|(?<=:)(?=[\w+-]+:)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)")
# What opens a list, a quote or a heading at the beginning of a block.
_OPENS = re.compile(r"\A(?:(?P<sign>[-+=/])|(?P<number>\d{1,9})(?=[.)]))")


def safe(text: str) -> str:
    """Return an author's words on one line, so that they read as they stand and do nothing."""
    said = " ".join(_seen(text).split())
    return _MEANS.sub(_NO_WIDTH, gfm.plain(said))


def opening(line: str) -> str:
    """Return a line that is safe already so that it can begin a block: it opens no list there."""
    return _OPENS.sub(lambda match: f"\\{match['sign']}" if match["sign"] else f"{match['number']}\\", line)


def lines(text: str) -> str:
    """Return an author's words with the ends of their lines kept, for a cell."""
    return "\n".join(_MEANS.sub(_NO_WIDTH, gfm.plain(line)) for line in _seen(text).split("\n"))


def lines_of(text: str) -> str:
    """Return lines as one line of a cell."""
    return re.sub(r"\s*\n\s*", "<br>", text.strip())


def code(text: str) -> str:
    """Return words as code; backticks, which would end it, and pipes, which would end a cell, are not kept."""
    said = " ".join(_seen(text).replace("`", "").replace("|", "¦").split())
    return f"`{said}`" if said else ""


def size(text: str) -> int:
    """Return how many characters a code host counts, those outside the first plane as two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _seen(text: str) -> str:
    """Return text without what steers a screen: controls, and marks that turn the direction of the line."""
    return "".join(
        letter if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"} or letter == "\xad" else " "
        for letter in text
    )
