"""UN goals and targets as they are written: `6`, `3.4`, `16.b`, or a name. Whether there is such is for linking."""

from __future__ import annotations

import re

from plancompiler.values.problem import Problem

PATTERN = r"[1-9]\d?(?:\.(?:[1-9]\d?|[a-d]))?"

_SHAPE = re.compile(PATTERN)
_BEFORE = re.compile(
    r"(?:fn(?:s|-s)?|sdg|un)?[ -]*(?:bærekraftsmål|berekraftsmål|delmål|mål|goal|target)?(?: nr\.?)?[ -]*(?=\d)",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"0?(\d{1,2})(?: ?\. ?0?(\d{1,2}|[a-d])|([a-d]))?\.?")
_SEVERAL = re.compile(r"\d[\d.a-d]*(?:\s*(?:,|og|&|\+|/)\s*\d[\d.a-d]*)+")
_DECIMAL = re.compile(r"([1-9]\d?),([1-9]\d?)")
# A name shorter than three letters, or with a number in it, may be anything.
_NUMBERED_NAME = re.compile(rf"({PATTERN})(?:[ .:,)=–—-]+|(?= ?\())(\(?[^\W\d_][^\d]{{2,}})")

# How many of the targets of each UN goal, 1 to 17, have a number; those after them have letters.
_NUMBERED_TARGETS = (5, 5, 9, 7, 6, 6, 3, 10, 5, 7, 7, 8, 3, 7, 9, 10, 19)


def parse(text: str) -> str:
    """Return the number or name that `text` writes; letters of targets are small.

    Raises Problem `un-goal-format`: for `FN 3`, `SDG 3` and the like with a fix, for several in one without. A number
    with a name after it is returned as written, since linking knows the names.
    """
    written = " ".join(text.split())
    word = written.casefold()
    if _SHAPE.fullmatch(word):
        return word
    bare = _BEFORE.sub("", word, count=1)
    if not bare[:1].isdigit() or numbered_name(written)[0]:
        return written
    if match := _LOOSE.fullmatch(bare):
        target = match[2] or match[3]
        fix = f"{int(match[1])}.{target}" if target else str(int(match[1]))
        if _SHAPE.fullmatch(fix):
            raise Problem("un-goal-format", "", {"text": written, "fix": fix}, fix)
    if point := decimal_target(bare):
        about = {"text": written, "point": point, "list": f"[{bare.replace(',', ', ')}]"}
        raise Problem("un-goal-format", "comma", about, point, "unsafe")
    if _SEVERAL.fullmatch(bare):
        listed = ", ".join(re.findall(r"\d[\d.a-d]*", bare))
        raise Problem("un-goal-format", "several", {"text": written, "list": f"[{listed}]"})
    raise Problem("un-goal-format", "unknown", {"text": written})


def numbered_name(text: str) -> tuple[str, str]:
    """Return the number and the name of `11 Bærekraftige byer` and the like; of any other text, two empty ones."""
    bare = _BEFORE.sub("", " ".join(text.split()), count=1)
    match = _NUMBERED_NAME.fullmatch(bare)
    return (match[1], match[2].strip("() ")) if match else ("", "")


def decimal_target(text: str) -> str:
    """Return the target, as `10.2`, that `10,2` must mean if the comma is a decimal one; "" when there is none."""
    match = _DECIMAL.fullmatch(text)
    if match is None or int(match[1]) > len(_NUMBERED_TARGETS) or int(match[2]) > _NUMBERED_TARGETS[int(match[1]) - 1]:
        return ""
    return f"{match[1]}.{match[2]}"
