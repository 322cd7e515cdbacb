"""What a node has been through: when it was changed, and how, in the words of the plan.

Plain frozen values that `trace` makes and every format of `planc log` reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from plancompiler.change import Change, Item, Level
from plancompiler.shown_change import ShownChange


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which the node was changed: its own changes, the most important first, and the same as readers see them.

    Nobody's name is here: who has decided, and why, is in the reasons.
    """

    day: str
    changes: tuple[Change, ...]
    shown: tuple[ShownChange, ...]

    @property
    def level(self) -> Level:
        """The level of the most important of the changes."""
        return self.changes[0].level

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in the words of those who did it; nothing when nobody has said it."""
        return tuple(dict.fromkeys(change.reason for change in self.changes if change.reason))

    @property
    def asks_reason(self) -> bool:
        """Whether a reader should be told when there is no reason."""
        return self.level in ("forpliktelse", "innhold")


@dataclass(frozen=True, slots=True)
class History:
    """`node` is as it is now, or as it was last; `steps` have the newest first, and of what is gone, the first of them
    says so. `since` is the day from which the history is known, "" when it is known from its beginning."""

    node: Item
    steps: tuple[Step, ...]
    since: str = ""
