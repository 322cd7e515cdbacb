"""Everything there is to say of a workspace, in words and in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plancompiler.cache import NO_CACHE, Cache
from plancompiler.checked import checked
from plancompiler.diagnostic import SEVERITIES, Diagnostic, Severity, Span
from plancompiler.emit import Output
from plancompiler.node import text
from plancompiler.own_templates import TemplateFault
from plancompiler.publish import missing
from plancompiler.report import Finding, report
from plancompiler.settled import levels, settled
from plancompiler.source import Source, line_starts
from plancompiler.spans import Spans
from plancompiler.translate import Translator, translator
from plancompiler.workspace import Workspace

# What one finding of a level is called, and several.
LEVELS: Mapping[Severity, tuple[str, str]] = {
    "error": ("feil", "feil"),
    "warning": ("advarsel", "advarsler"),
    "info": ("tips", "tips"),
}

# What these are told to write instead is no guess.
_NAMED_AS_IS = frozenset({"itself", "alone", "open", "stray"})


def findings(workspace: Workspace, words: Translator, cache: Cache = NO_CACHE) -> tuple[Finding, ...]:
    """Return what the front end, linking and the rules say, as the authors have settled it.

    What `cache` has of plans that were judged before is not found again.
    """
    program = workspace.program
    diagnostics = settled(program, (*workspace.diagnostics, *checked(program, cache)))
    spans = Spans(cache)
    found = report(diagnostics, sources(workspace), words, levels(program), spans.find)
    wrong = of_templates(workspace, found)
    if wrong:
        # All at once: told of alone, these would make every comment seem to answer nothing.
        found = report((*diagnostics, *wrong), sources(workspace), words, levels(program), spans.find)
    spans.keep()
    return found


def public_findings(workspace: Workspace, words: Translator) -> tuple[Finding, ...]:
    """Return what is to be said of a workspace only when its site is for the public."""
    # They are of what no file says, so there is no text for them to stand in, and no comment to answer them.
    return report(missing(workspace.program), {}, words, {})


def of_fault(fault: TemplateFault, texts: Mapping[str, Source], words: Translator) -> Finding:
    """Return the finding of what is wrong in a line of a template."""
    return report([_of_fault(fault, texts)], texts, words, {})[0]


def of_templates(workspace: Workspace, found: Iterable[Finding]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the workspace's own templates, of which `found` is what else there is to say."""
    if not workspace.templates:
        return ()
    # Pages of what is wrong may be wrong themselves, and then no template is to blame.
    faults = _template_faults(workspace, tried=not at_or_above(found, "error"))
    return tuple(_of_fault(fault, sources(workspace)) for fault in faults)


def sources(workspace: Workspace) -> Mapping[str, Source]:
    """Return the text of every file by path."""
    own = (*workspace.templates, *((workspace.theme,) if workspace.theme else ()))
    return {source.path: source for source in (*(unit.source for unit in workspace.units), *own)}


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


def _of_fault(fault: TemplateFault, texts: Mapping[str, Source]) -> Diagnostic:
    text = texts[fault.path].text
    starts = (*line_starts(text), len(text) + 1)
    line = min(fault.line, len(starts) - 1)
    start, end = starts[line - 1], starts[line] - 1
    indent = len(text[start:end]) - len(text[start:end].lstrip())
    variant = f"{fault.variant}-near" if fault.near and fault.variant not in _NAMED_AS_IS else fault.variant
    args = {"name": fault.name, "near": fault.near, "said": fault.said}
    place = Span(fault.path, start + indent, max(start + indent, end))
    return Diagnostic("template-error", place, args, variant)


def _template_faults(workspace: Workspace, tried: bool) -> tuple[TemplateFault, ...]:
    """Return what is wrong with the workspace's own templates as they are read.

    When nothing is, and they are to be `tried`, it is what goes wrong when a page of each kind is made with them.
    """
    # Few workspaces have templates of their own, and the others are spared what makes pages.
    from plancompiler.targets import html

    language = text(workspace.program.settings, "språk") or "nb"
    output = Output(language, translator(language), templates=workspace.templates)
    found = {(fault.path, fault.line): fault for fault in reversed(html.template_faults(output))}
    if tried and not found:
        for sample in html.samples(workspace.program, output):
            try:
                sample.render()
            except TemplateFault as fault:
                found.setdefault((fault.path, fault.line), fault)
    return tuple(found[place] for place in sorted(found))


def _counted(found: tuple[Finding, ...], words: Translator) -> str:
    counts = {level: sum(1 for one in found if one.severity == level) for level in SEVERITIES}
    said = (
        f"{count} {words.plural(LEVELS[level][1]) if count != 1 else words(LEVELS[level][0])}"
        for level, count in counts.items()
        if count
    )
    return ", ".join(said) + "."
