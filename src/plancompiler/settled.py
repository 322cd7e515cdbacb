"""What the authors have settled about the rules: how serious each is to be, and where a plan departs from one.

Only rules are theirs to judge. What the front end and linking find is a fact of the files.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from plancompiler.catalogue import code, code_names, rule_names, unknown_rule
from plancompiler.diagnostic import Diagnostic, Edit, Fix, Locus, Severity
from plancompiler.nearest import nearest
from plancompiler.node import Document, Fields, text
from plancompiler.program import Program

# The name of the settings' file is fixed, and a program keeps their fields alone.
_SETTINGS = "plancompiler.yaml"
_LEVELS: Mapping[str, Severity | None] = {"feil": "error", "advarsel": "warning", "tips": "info", "av": None}


def levels(program: Program) -> Mapping[str, Severity | None]:
    """Return the level a workspace gives to each rule it names; None turns one off."""
    chosen = _rules(program)
    return {
        name: _LEVELS[text(chosen, name)] for name in chosen if name in rule_names() and text(chosen, name) in _LEVELS
    }


def settled(program: Program, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings with the reasons that plans give for departing from a rule.

    Further findings are the departures from rules that find nothing there, and settings of what is no rule.
    """
    everything = tuple(diagnostics)
    settings = tuple(
        unknown_rule(name, Locus(_SETTINGS, ("regler", name), key=True))
        for name in _rules(program)
        if name not in rule_names()
    )
    departing = tuple(plan for plan in program.plans.values() if plan.records("avvik"))
    if not departing:
        return (*everything, *settings)
    plans = _plans(program, departing)
    reasons = {(plan.id, rule): reason for plan in departing for rule, reason in _reasons(plan)}
    found: set[tuple[str, str]] = set()
    broken: set[str] = set()
    said: list[Diagnostic] = []
    for diagnostic in everything:
        where = (plans.get(diagnostic.place.path, ""), diagnostic.code)
        reason = reasons.get(where, "") if diagnostic.code in rule_names() else ""
        said.append(replace(diagnostic, explained=reason) if reason else diagnostic)
        found.add(where)
        if code(diagnostic.code).severity == "error":
            broken.add(where[0])
    # Where something of a plan could not be read, a rule may find nothing because of that.
    return (
        *said,
        *settings,
        *(each for plan in departing for each in _unused(plan, found, whole=plan.id not in broken)),
    )


def _unused(plan: Document, found: Container[tuple[str, str]], *, whole: bool) -> Iterator[Diagnostic]:
    for index, (rule, _) in enumerate(_reasons(plan)):
        place = Locus(plan.file, ("avvik", index, "regel"))
        if rule in rule_names():
            if whole and (plan.id, rule) not in found:
                yield Diagnostic("unused-deviation", place, {"rule": rule})
        elif rule in code_names():
            yield Diagnostic("unused-deviation", place, {"rule": rule}, "not-a-rule")
        else:
            near = next(iter(nearest(rule, sorted(rule_names()))), "")
            fixes = (Fix("near", "unsafe", (Edit(place, near),), {"near": near}),) if near else ()
            args = {"rule": rule, "near": near}
            yield Diagnostic("unused-deviation", place, args, "near" if near else "unknown", fixes=fixes)


def _plans(program: Program, departing: Iterable[Document]) -> Mapping[str, str]:
    """Return the plan that each file belongs to, of the plans that depart from something."""
    files = {plan.file: plan.id for plan in departing}
    wanted = set(files.values())
    return files | {node.file: node.plan for node in program.nodes.values() if node.plan in wanted}


def _reasons(plan: Document) -> Iterator[tuple[str, str]]:
    """Yield each rule a plan departs from, with the reason on one line."""
    for record in plan.records("avvik"):
        yield text(record, "regel"), " ".join(text(record, "forklaring").split())


def _rules(program: Program) -> Fields:
    chosen = program.settings.get("regler", {})
    return chosen if isinstance(chosen, Mapping) else {}
