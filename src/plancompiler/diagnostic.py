"""A finding: a code, its arguments and its places. It holds no words; those come from the catalogue at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]
Applicability = Literal["safe", "unsafe", "placeholder"]
Step = str | int
Steps = tuple[Step, ...]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Span:
    """An exact place: code points from `start` up to, not including, `end`."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Locus:
    """A place in the model: the keys and indexes that lead to a value of a file.

    Stages that see no text speak of loci; the span is looked up in the tree when someone must see it.
    `key` means the last key itself rather than its value; `part` narrows to the first place that text stands.
    """

    path: str
    steps: Steps = ()
    key: bool = False
    part: str = ""

    def __truediv__(self, step: Step) -> Locus:
        return Locus(self.path, (*self.steps, step))


Place = Span | Locus


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains the finding; `words` names an entry of the code's `related`."""

    place: Place
    words: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` where `place` is; an empty span inserts.

    With `items`, they are put there in place of the whole value: as a list, or, in a list, one after the other.
    """

    place: Place
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together; `words` names an entry of the code's `fixes`.

    `safe` keeps the author's meaning, `unsafe` may not, `placeholder` leaves something to fill in.
    """

    words: str
    applicability: Applicability
    edits: tuple[Edit, ...]
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong and where. `variant` chooses among the code's wordings; `args` fill them in.

    `explained` is why a plan departs from the rule, in its own words; then the finding is only a note.
    """

    code: str
    place: Place
    args: Mapping[str, str] = field(default_factory=dict)
    variant: str = ""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    explained: str = ""
