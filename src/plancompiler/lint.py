"""What a checker says of a linked program: every rule of the folder, over one walk."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from plancompiler import rules
from plancompiler.collect import collect
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Node
from plancompiler.program import Program
from plancompiler.rule import Rule


def lint(program: Program, plans: Container[str] | None = None) -> tuple[Diagnostic, ...]:
    """Return what the rules say, of some plans alone when they are given.

    One walk serves them all, since the walk costs more than most rules.
    """
    every = collect(rules, "RULE", Rule)
    of_plans = [rule.plan for rule in every if rule.plan is not None]
    of_kinds: dict[str, list[Callable[[Node, Program], Iterator[Diagnostic]]]] = {}
    for rule in every:
        for kind in sorted(rule.kinds):
            if rule.node is not None:
                of_kinds.setdefault(kind, []).append(rule.node)
    found = [
        diagnostic
        for name, plan in program.plans.items()
        if plans is None or name in plans
        for check in of_plans
        for diagnostic in check(plan, program)
    ]
    found += [
        diagnostic
        for node in program.nodes.values()
        if plans is None or node.plan in plans
        for check in of_kinds.get(node.kind, ())
        for diagnostic in check(node, program)
    ]
    return tuple(found)
