"""Where each plan that a comparison changes stands in its procedure: the last step that its header tells of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plancompiler.change import Comparison
from plancompiler.on_site import on_site
from plancompiler.procedure import Step, steps
from plancompiler.program import Program
from plancompiler.shown_value import step_line
from plancompiler.translate import Translator
from plancompiler.views.naming import term


@dataclass(frozen=True, slots=True)
class Standing:
    """The title of a plan, where it stands in a sentence or two, and where the site has it today, "" for nowhere."""

    plan: str
    said: str
    url: str


def standings(comparison: Comparison, words: Translator) -> tuple[Standing, ...]:
    """Return where the plans stand that something is changed in, as of the second of the two that are compared.

    Those whose procedure has no step with a day are left out.
    """
    changes = (change for change in comparison.changes if change.type != "fjernet" or not comparison.editions)
    plans = dict.fromkeys(change.item.plan for change in changes)
    program = comparison.after
    return tuple(
        Standing(
            program.plans[plan].text("tittel") or plan,
            _said(comparison, plan, last, words),
            on_site(comparison.before, plan),
        )
        for plan in plans
        if plan in program.plans and (last := _last(program, plan)) is not None
    )


def _said(comparison: Comparison, plan: str, last: Step, words: Translator) -> str:
    header = comparison.after.plans[plan]
    step, status = step_line(comparison.after, last.fields, words), header.text("status")
    title = header.text("tittel") or plan
    said = [words("Siste steg i saksgangen til «{plan}»: {step}.").format(plan=title, step=step)]
    was = _last(comparison.before, plan) if plan in comparison.before.plans and not comparison.editions else None
    if was is not None and was.fields == last.fields:
        said.append(words("Endringene her er gjort etter dette steget."))
    if status not in ("", "ukjent"):
        said.append(
            words("Status: {status}.").format(status=term(comparison.after, "statuser", status, words.language))
        )
    return " ".join(said)


def _last(program: Program, plan: str) -> Step | None:
    """Return the step that began last, of those that say when they were."""
    found = (step for step in steps(program.plans[plan]) if step.begins.first is not None)
    return max(found, key=lambda step: (step.begins.first or date.min, step.place), default=None)
