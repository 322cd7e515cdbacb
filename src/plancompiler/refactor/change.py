"""What a refactoring gives: edits, new files, and what the workspace is to say when they are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plancompiler.edits import TextEdit
from plancompiler.node import Fields
from plancompiler.report import Finding


class Refusal(Exception):
    """Why nothing is done, in the author's words: a sentence, and lines that name places or choices.

    `findings` are those of the files that must be mended first.
    """

    def __init__(self, why: str, lines: Sequence[str] = (), findings: Sequence[Finding] = ()) -> None:
        super().__init__(why)
        self.why, self.lines, self.findings = why, tuple(lines), tuple(findings)


Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A refactoring, worked out and not yet made.

    `names` gives for each full name that changes what a reference to it becomes: one, several, or none. `leaving` are
    the nodes that go, with all they say. `children` are the children that a plan or node is to have in page order,
    where they are others than that would give; for parents in `mixed` the order among different kinds may change.
    `links` are written links that come besides, as source, role and target. `fields` are the fields of a name that may
    say something else than before. `added` are the plans and nodes that come, with words each is to have. `notes` are
    sentences to the author.
    """

    edits: tuple[TextEdit, ...]
    new_files: Mapping[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    leaving: frozenset[str] = frozenset()
    children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mixed: frozenset[str] = frozenset()
    links: frozenset[tuple[str, str, str]] = frozenset()
    fields: Mapping[str, frozenset[str]] = field(default_factory=dict)
    added: Mapping[str, Fields] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
