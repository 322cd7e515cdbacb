"""What differs between two revisions of the plans, by id and field, and what that leads to (`interface.md`).

Two editions go in, each a program with the units it was linked of; a `Comparison` comes out. Nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterable

from plancompiler.change import Comparison
from plancompiler.diff.changes import changes
from plancompiler.diff.compared import compared
from plancompiler.diff.consequences import consequences
from plancompiler.diff.findings_changed import findings_changed
from plancompiler.diff.reasons import reasons
from plancompiler.diff.records import Edition
from plancompiler.diff.tallies import tallies, unchanged
from plancompiler.report import Find
from plancompiler.revision import Commit
from plancompiler.translate import Translator

__all__ = ["Edition", "compare"]


def compare(
    before: Edition,
    after: Edition,
    words: Translator,
    commits: Iterable[Commit] = (),
    plans: tuple[str, str] = ("", ""),
    find: Find | None = None,
) -> Comparison:
    """Return what differs. `commits` are those between the two, for what they say of why.

    With `plans`, only these two are compared, the first before the change and the second after, as editions of one
    plan. `find` tells where findings stand, as of `report`. Never raises, however broken the files.
    """
    both = compared(before, after, plans)
    found = changes(both, reasons(both, commits, words), words, editions=all(plans))
    new, solved = findings_changed(both, words, find) if not all(plans) else ((), ())
    return Comparison(
        found,
        consequences(both, found, (new, solved), words, editions=all(plans)),
        unchanged(both, found),
        tallies(both, found, words),
        both.unread,
        before.side,
        after.side,
        before.program,
        after.program,
        tuple(each.finding for each in new),
        tuple(each.finding for each in solved),
        all(plans),
    )
