"""UN goals joined by a comma without a space, as decimals are, in a list that has spaces elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plancompiler.diagnostic import Diagnostic, Edit, Fix, Span
from plancompiler.source import Source
from plancompiler.tree import Scalar, Sequence, Tree
from plancompiler.values.un_goal import decimal_target


def joined_goals(value: Tree, source: Source) -> Iterator[Diagnostic]:
    """Yield a finding for each two goals of a list that may be one target: `10,2` in `[3, 10,2]`.

    Three or more in a row, and a list without any space, are written close together and mean what they say.
    """
    if not isinstance(value, Sequence) or not value.flow:
        return
    gaps = [source.text[one.end : other.start] for one, other in pairwise(value.items)]
    if not any(gap.startswith(", ") for gap in gaps):
        return
    for index, (one, other) in enumerate(pairwise(value.items)):
        in_a_row = "," in (gaps[index - 1] if index else "", *gaps[index + 1 : index + 2])
        if gaps[index] == "," and not in_a_row and _plain(one) and _plain(other):
            text = source.text[one.start : other.end]
            if point := decimal_target(text):
                place = Span(source.path, one.start, other.end)
                first, _, second = text.partition(",")
                args = {"text": text, "point": point, "first": first, "second": second, "both": f"{first}, {second}"}
                yield Diagnostic(
                    "comma-in-un-goals", place, args, fixes=(Fix("point", "unsafe", (Edit(place, point),)),)
                )


def _plain(item: Tree) -> bool:
    return isinstance(item, Scalar) and not item.style
