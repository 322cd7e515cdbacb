"""What a format of findings is: a name, and text made of the findings and the sources they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plancompiler.report import Finding
from plancompiler.source import Source, digest
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to print: the findings shown, the text of every file, the words, and whether colour is wanted.

    `prefix` leads from the root of the repository to that of the workspace, with a slash at its end, or is empty: what
    a code host reads must name files the way it does.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    words: Translator
    colour: bool = False
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to print findings. `for_people` says that a closing line of counts belongs after it."""

    name: str
    render: Callable[[Page], str]
    for_people: bool = False


def sentences(*parts: str) -> str:
    """Return the parts as sentences after one another; empty ones are passed over."""
    ended = (part if part[-1] in ".?!" else f"{part}." for part in parts if part)
    return " ".join(part[0].upper() + part[1:] for part in ended)


def fingerprints(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return what each finding is known by from one run to the next: what it says and of which file, never its line.

    Findings that say the same of the same file are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found: list[str] = []
    for one in findings:
        said = (one.code, one.where.path, one.message)
        found.append(digest(*said, str(seen[said])))
        seen[said] += 1
    return tuple(found)
