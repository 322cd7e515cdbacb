"""What the commands do alike: find the workspace, read it, and show findings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from os import environ
from pathlib import Path

from plancompiler import formats
from plancompiler.cli.command import refuse
from plancompiler.collect import collect
from plancompiler.diagnostic import SEVERITIES, Severity
from plancompiler.format import Format, Page
from plancompiler.lint import lint
from plancompiler.node import text
from plancompiler.report import Finding, report
from plancompiler.source import Source
from plancompiler.translate import Translator
from plancompiler.workspace import NoWorkspace, Workspace, assemble, find_root, read

_MISSING = {
    "no-root": "fant verken plancompiler.yaml eller en mappe som heter «plans», her eller i en mappe over.",
    "no-files": "fant ingen .yaml-filer i mappen «plans». Legg den første planen der.",
}
_LEVELS: Mapping[str, Severity | None] = {"feil": "error", "advarsel": "warning", "tips": "info", "av": None}


def open_workspace() -> tuple[Path, Workspace]:
    """Return the current folder's workspace and its root; leaves with the code for wrong usage when there is none."""
    try:
        root = find_root(Path.cwd())
        return root, assemble(read(root))
    except NoWorkspace as missing:
        refuse(_MISSING[str(missing)])
    except OSError as error:
        refuse(f"kunne ikke lese «{error.filename}»: {error.strerror}.")


def findings(workspace: Workspace, words: Translator) -> tuple[Finding, ...]:
    """Return everything there is to say of a workspace, in words and in place."""
    diagnostics = (*workspace.diagnostics, *lint(workspace.program))
    return report(diagnostics, sources(workspace), words, _levels(workspace))


def sources(workspace: Workspace) -> Mapping[str, Source]:
    """Return the text of every file by path."""
    return {unit.source.path: unit.source for unit in workspace.units}


def show(found: tuple[Finding, ...], workspace: Workspace, form: str, words: Translator) -> None:
    """Print the findings, and for people a closing line of counts."""
    chosen = next(each for each in collect(formats, "FORMAT", Format) if each.name == form)
    colour = sys.stdout.isatty() and "NO_COLOR" not in environ
    sys.stdout.write(chosen.render(Page(found, sources(workspace), words, colour)))
    if chosen.for_people:
        sys.stdout.write(summary(found, workspace, words) + "\n")


def summary(found: tuple[Finding, ...], workspace: Workspace, words: Translator) -> str:
    """Return how many findings there are of each level, else how much was read."""
    counts = {level: sum(1 for one in found if one.severity == level) for level in SEVERITIES}
    if any(counts.values()):
        one_many = {"error": ("feil", "feil"), "warning": ("advarsel", "advarsler"), "info": ("tips", "tips")}
        said = (f"{count} {words(one_many[level][count != 1])}" for level, count in counts.items() if count)
        return ", ".join(said) + "."
    plans, nodes = len(workspace.program.plans), len(workspace.program.nodes)
    return words("Ingen funn: {plans} planer med {nodes} punkter er lest.").format(plans=plans, nodes=nodes)


def at_or_above(found: Iterable[Finding], level: Severity) -> bool:
    """Tell whether any finding is at the level or more serious."""
    return any(SEVERITIES.index(one.severity) <= SEVERITIES.index(level) for one in found)


def _levels(workspace: Workspace) -> Mapping[str, Severity | None]:
    rules = workspace.program.settings.get("regler", {})
    chosen = rules if isinstance(rules, Mapping) else {}
    return {code: _LEVELS[text(chosen, code)] for code in chosen if text(chosen, code) in _LEVELS}
