"""A plan that is out for consultation: what, until when, which edition, and how to say what one thinks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from plancompiler.node import Node, records, text
from plancompiler.procedure import Step, steps
from plancompiler.program import Program
from plancompiler.prose import Prose
from plancompiler.views.facts import Fact, linked, said, worded
from plancompiler.views.naming import outside, proses
from plancompiler.views.page import Here, Ref
from plancompiler.views.procedure import sent_to

# What a single point is that one may want to say something of; what is smaller is said of what it stands under.
_POINTS = frozenset({"område", "mål", "delmål", "kapittel", "vedlegg", "strategi"})


@dataclass(frozen=True, slots=True)
class Consultation:
    """What those consulted are told. `over` tells that the last day, `until`, was before the day the build speaks of.

    `facts` say what, until when, which edition and who was asked; `ways` are how: where to write, and to whom.
    """

    over: bool
    until: str
    facts: tuple[Fact, ...]
    ways: tuple[Ref, ...]
    text: tuple[Prose, ...]


def consultation(here: Here, plan: str) -> Consultation | None:
    """Return what those consulted on a plan are told; None of a plan that is not out for consultation."""
    step = _current(here.program, plan)
    if step is None:
        return None
    last, as_of = step.ends.last, here.output.as_of
    found = (*_facts(here, plan, step), Fact("til", here.words("Sendt til"), (), sent_to(here, plan, _asked(step))))
    return Consultation(
        over=bool(as_of and last and last.isoformat() < as_of),
        until=_until(here, step),
        facts=tuple(fact for fact in found if fact.refs or fact.texts),
        ways=tuple(_ways(here, plan, step)),
        text=proses(here, plan, (step.text("tekst"),)),
    )


def node_input(here: Here, node: Node) -> str:
    """Return where readers may say what they think of a node while its plan is out for consultation, else ""."""
    if node.kind not in _POINTS or not is_consulted(here.program, node.plan):
        return ""
    url = outside(here, text(here.program.settings, "innspill")).href
    if not url:
        return ""
    # Whoever receives it sees what it is about.
    return f"{url}{'&' if '?' in url else '?'}punkt={quote(node.name, safe='')}"


def is_consulted(program: Program, plan: str) -> bool:
    """Tell whether a plan is out for consultation."""
    return program.plans[plan].text("status") == "på høring"


def _current(program: Program, plan: str) -> Step | None:
    """Return the last consultation of the procedure of a plan that is out for one."""
    found = steps(program.plans[plan], "høring") if is_consulted(program, plan) else ()
    return found[-1] if found else None


def _until(here: Here, step: Step) -> str:
    """Return the last day of a step, "" where only its first is given."""
    return here.date(step.when.partition("–")[2])


def _facts(here: Here, plan: str, step: Step) -> Iterator[Fact]:
    words, header = here.words, here.program.plans[plan]
    yield worded("frist", words("Frist"), _until(here, step))
    yield worded("periode", words("Høringsperiode"), here.period(step.when))
    yield said(here, plan, "utgave", words("Utgave"), header.text("versjon"))
    yield from linked(here, plan, "utkast_til")
    yield from linked(here, plan, "erstatter")


def _asked(step: Step) -> tuple[str, ...]:
    asked = step.fields.get("til", ())
    return tuple(one for one in asked if isinstance(one, str)) if isinstance(asked, tuple) else ()


def _ways(here: Here, plan: str, step: Step) -> Iterator[Ref]:
    program, words = here.program, here.words
    url = text(program.settings, "innspill")
    if url:
        yield outside(here, url, words("Gi innspill"))
    if step.text("url"):
        yield outside(here, step.text("url"), words("Høringen og dokumentene"))
    contacts = (*program.plans[plan].records("kontakt"), *records(program.settings, "kontakt"))
    mail = next((found for contact in contacts if (found := text(contact, "epost"))), "")
    if mail:
        yield outside(here, f"mailto:{mail}", words("Send e-post til {address}").format(address=mail))
