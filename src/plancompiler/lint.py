"""What a checker says of a linked program: every rule of the folder, over one walk for those that see all of it.

The other rules judge one plan alone, and what they find may be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from plancompiler import rules
from plancompiler.alone import Alone, each_alone
from plancompiler.collect import collect
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document, Node
from plancompiler.program import Program
from plancompiler.rule import Rule

# What has been found of a plan under that key, else what is found now.
Keep = Callable[[str, Callable[[], tuple[Diagnostic, ...]]], tuple[Diagnostic, ...]]


def lint(
    program: Program, plans: Container[str] | None = None, keep: Keep = lambda key, judge: judge()
) -> tuple[Diagnostic, ...]:
    """Return what the rules say, of some plans alone when they are given.

    `keep` is asked for what was found of a plan before, by a key that says all that the rules of one plan see.
    """
    every = collect(rules, "RULE", Rule)
    wide = [rule for rule in every if not rule.alone]
    narrow = [rule for rule in every if rule.alone]
    found = list(
        _judged(
            wide,
            program,
            (plan for name, plan in program.plans.items() if plans is None or name in plans),
            (node for node in program.nodes.values() if plans is None or node.plan in plans),
        )
    )
    for alone in each_alone(program, plans):

        def judge(one: Alone = alone) -> tuple[Diagnostic, ...]:
            return tuple(_judged(narrow, one.program(), () if one.plan is None else (one.plan,), one.nodes))

        found += keep(alone.key, judge)
    return tuple(found)


def _judged(
    every: Iterable[Rule], program: Program, plans: Iterable[Document], nodes: Iterable[Node]
) -> Iterator[Diagnostic]:
    """Yield what rules say of plans and nodes; one walk serves them all, since it costs more than most rules."""
    of_plans = [rule.plan for rule in every if rule.plan is not None]
    of_kinds: dict[str, list[Callable[[Node, Program], Iterator[Diagnostic]]]] = {}
    for rule in every:
        for kind in sorted(rule.kinds):
            if rule.node is not None:
                of_kinds.setdefault(kind, []).append(rule.node)
    for plan in plans:
        for judge in of_plans:
            yield from judge(plan, program)
    for node in nodes:
        for look in of_kinds.get(node.kind, ()):
            yield from look(node, program)
