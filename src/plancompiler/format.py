"""What a format of findings is: a name, and text made of the findings and the sources they stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plancompiler.report import Finding
from plancompiler.source import Source
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to print: the findings shown, the text of every file, the words, and whether colour is wanted."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    words: Translator
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A way to print findings. `for_people` says that a closing line of counts belongs after it."""

    name: str
    render: Callable[[Page], str]
    for_people: bool = False
