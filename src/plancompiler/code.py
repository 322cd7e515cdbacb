"""What a code of a finding is: its level, its words and its manual.

Every code is a module of its own, in `codes/` (front end and linking) or `rules/` (what a checker says), that exports
`CODE`. The Norwegian words stand in the code and are the catalogue's message ids; nn and en are in `locale/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plancompiler.diagnostic import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Wording that replaces the code's own where it is not empty."""

    message: str = ""
    label: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code and everything said of it.

    `message` says what is wrong, at most 80 characters when filled in, and stands alone; `label` what is seen at the
    place; `help` begins with a verb and says what to do. `bad` and `good` are run as tests: each is a whole file, or
    lines that follow a plan's header, or several files as a mapping from path to text. Where no text can show what is
    wrong, `bad` is empty and `specimen` makes the bytes of a file that has it.
    """

    name: str
    severity: Severity
    message: str
    label: str = ""
    help: str = ""
    what: str
    why: str
    bad: str | Mapping[str, str]
    good: str | Mapping[str, str]
    variants: Mapping[str, Words] = field(default_factory=dict)
    related: Mapping[str, str] = field(default_factory=dict)
    fixes: Mapping[str, str] = field(default_factory=dict)
    specimen: Callable[[], bytes] | None = None
