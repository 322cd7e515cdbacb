"""UN goals and targets as they are written: `6`, `3.4`, `16.b`, or a name. Whether there is such is for linking."""

from __future__ import annotations

import re

from plancompiler.values.problem import Problem

PATTERN = r"[1-9]\d?(?:\.(?:[1-9]\d?|[a-d]))?"

_SHAPE = re.compile(PATTERN)
_BEFORE = re.compile(
    r"(?:fn(?:s|-s)?|sdg|un)?[ -]*(?:bærekraftsmål|berekraftsmål|delmål|mål|goal|target)?(?: nr\.?)?[ -]*(?=\d)"
)
_LOOSE = re.compile(r"0?(\d{1,2})(?: ?\. ?0?(\d{1,2}|[a-d])|([a-d]))?\.?")
_SEVERAL = re.compile(r"\d[\d.a-d]*(?:\s*(?:,|og|&|\+|/)\s*\d[\d.a-d]*)+")


def parse(text: str) -> str:
    """Return the number or name that `text` writes; letters of targets are small.

    Raises Problem `un-goal-format`: for `FN 3`, `SDG 3` and the like with a fix, for several in one without.
    """
    written = " ".join(text.split())
    word = written.casefold()
    if _SHAPE.fullmatch(word):
        return word
    bare = _BEFORE.sub("", word, count=1)
    if not bare[:1].isdigit():
        return written
    if match := _LOOSE.fullmatch(bare):
        target = match[2] or match[3]
        fix = f"{int(match[1])}.{target}" if target else str(int(match[1]))
        if _SHAPE.fullmatch(fix):
            raise Problem("un-goal-format", "", {"text": written, "fix": fix}, fix)
    if _SEVERAL.fullmatch(bare):
        listed = ", ".join(re.findall(r"\d[\d.a-d]*", bare))
        raise Problem("un-goal-format", "several", {"text": written, "list": f"[{listed}]"})
    raise Problem("un-goal-format", "unknown", {"text": written})
