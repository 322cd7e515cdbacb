"""Everything there is to say of a workspace, in words and in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plancompiler.cache import NO_CACHE, Cache
from plancompiler.checked import checked
from plancompiler.diagnostic import SEVERITIES, Severity
from plancompiler.report import Finding, report
from plancompiler.settled import levels, settled
from plancompiler.source import Source
from plancompiler.spans import Spans
from plancompiler.translate import Translator
from plancompiler.workspace import Workspace


def findings(workspace: Workspace, words: Translator, cache: Cache = NO_CACHE) -> tuple[Finding, ...]:
    """Return what the front end, linking and the rules say, as the authors have settled it.

    What `cache` has of plans that were judged before is not found again.
    """
    program = workspace.program
    diagnostics = settled(program, (*workspace.diagnostics, *checked(program, cache)))
    spans = Spans(cache)
    found = report(diagnostics, sources(workspace), words, levels(program), spans.find)
    spans.keep()
    return found


def sources(workspace: Workspace) -> Mapping[str, Source]:
    """Return the text of every file by path."""
    return {unit.source.path: unit.source for unit in workspace.units}


def at_or_above(found: Iterable[Finding], level: Severity) -> bool:
    """Tell whether any finding is at the level or more serious."""
    return any(SEVERITIES.index(one.severity) <= SEVERITIES.index(level) for one in found)


def summary(found: tuple[Finding, ...], workspace: Workspace, words: Translator) -> str:
    """Return how many findings there are of each level, else how much was read."""
    if found:
        return _counted(found, words)
    plans, nodes = len(workspace.program.plans), len(workspace.program.nodes)
    if plans == 1:
        return words("Ingen funn: én plan med {nodes} punkter er lest.").format(nodes=nodes)
    return words("Ingen funn: {plans} planer med {nodes} punkter er lest.").format(plans=plans, nodes=nodes)


def summary_since(found: tuple[Finding, ...], revision: str, words: Translator) -> str:
    """Return how many findings of each level are new since a revision."""
    if not found:
        return words("Ingen nye funn siden «{revision}».").format(revision=revision)
    return words("Nye siden «{revision}»: {counts}").format(revision=revision, counts=_counted(found, words))


def _counted(found: tuple[Finding, ...], words: Translator) -> str:
    counts = {level: sum(1 for one in found if one.severity == level) for level in SEVERITIES}
    one_many = {"error": ("feil", "feil"), "warning": ("advarsel", "advarsler"), "info": ("tips", "tips")}
    said = (f"{count} {words(one_many[level][count != 1])}" for level, count in counts.items() if count)
    return ", ".join(said) + "."
