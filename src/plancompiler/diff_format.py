"""What a format of `planc diff` is: a name, and how a comparison is put in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plancompiler.change import Comparison
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Shown:
    """What a format is made of: the comparison, the words of the reader's language, and whether colours are shown."""

    comparison: Comparison
    words: Translator
    colour: bool = False


@dataclass(frozen=True, slots=True)
class DiffFormat:
    """A format: each module of `diff_formats/` exports one as `DIFF_FORMAT`. `render` ends with a line break."""

    name: str
    render: Callable[[Shown], str]
