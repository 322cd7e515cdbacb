"""Steps of a procedure whose dates say that the later came first (L39)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus, Related
from plancompiler.node import Document
from plancompiler.procedure import Step, steps
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="steps-out-of-order",
    severity="warning",
    message="Planen er vedtatt før høringen var over",
    label="dette er {when:dato}",
    help="Rett datoen som er feil. Er datoene riktige, lar du dem stå og forklarer dem i «avvik».",
    what="To steg i saksgangen har datoer i gal rekkefølge.",
    why="Et planprogram fastsettes etter høringen av det, en plan vedtas når høringen er over, og kunngjøres når den er vedtatt. Oftest er det en dato som er skrevet feil.",
    bad="""\
saksgang:
  - steg: høring
    periode: 2026-03-01–2026-04-20
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-04-11
    sak: PS 23/26
""",
    good="""\
saksgang:
  - steg: høring
    periode: 2026-03-01–2026-04-20
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/26
""",
    variants={
        "announced": Words(message="Planen er kunngjort før den ble vedtatt"),
        "programme": Words(message="Planprogrammet er fastsatt før høringen av det var over"),
        "proposal": Words(message="Planen er sendt på høring før planprogrammet ble fastsatt"),
    },
    related={"other": "dette er {other:dato}"},
)

# What comes first, what comes after it, and how to say that it did not.
_PAIRS = (
    ("planprogram på høring", "planprogram fastsatt", "programme"),
    ("planprogram fastsatt", "høring", "proposal"),
    ("høring", "vedtak", ""),
    ("vedtak", "kunngjort", "announced"),
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each step that surely came before one it should follow.

    Only steps in the order written are held together: what stands after a decision may begin the next round.
    """
    for before, after, variant in _PAIRS:
        earlier: Step | None = None
        for step in steps(plan, before, after):
            if step.name == before:
                earlier = step
            elif earlier is not None and _too_early(step, earlier):
                other = Related(_when(earlier), "other", {"other": earlier.when})
                yield Diagnostic(CODE.name, _when(step), {"when": step.when}, variant, (other,))


def _too_early(later: Step, earlier: Step) -> bool:
    """Tell whether a step began on days that are all before the other could be over."""
    return later.begins.last is not None and earlier.ends.first is not None and later.begins.last < earlier.ends.first


def _when(step: Step) -> Locus:
    return step.at / ("dato" if "dato" in step.fields else "periode")


RULE = Rule(CODE.name, plan=check)
