"""What a rule is: its code, and what it says of a node or of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document, Node
from plancompiler.program import Program


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, and what it says of a node of the kinds it looks at, or of a plan as a whole.

    One that judges by what stands in a plan is `alone`: it is given no more of the program than `alone.py` says, and
    what it finds is kept.
    """

    code: str
    kinds: frozenset[str] = frozenset()
    node: Callable[[Node, Program], Iterator[Diagnostic]] | None = None
    plan: Callable[[Document, Program], Iterator[Diagnostic]] | None = None
    alone: bool = False
