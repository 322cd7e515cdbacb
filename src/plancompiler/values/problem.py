"""Why a text is not a value of its type: what every reader of values raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plancompiler.diagnostic import Applicability


# Exceptions carry a traceback that the interpreter sets, so this one cannot be frozen; nobody else changes it.
@dataclass(eq=False)
class Problem(Exception):
    """A text that is no value of its type, told as a finding would tell it.

    `code` and `variant` are those of the finding, `about` its arguments. `fix` is the text to write instead, or "" when
    nobody can know. `part` is the piece of the text that is wrong, or "" for all of it. `kept` says that the finding
    takes nothing from the value: the plan goes on with the text as it is.
    """

    code: str
    variant: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    fix: str = ""
    applicability: Applicability = "safe"
    part: str = ""
    kept: bool = False
