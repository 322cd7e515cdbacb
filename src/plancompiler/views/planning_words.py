"""The words of planning that the site itself uses of the plans at hand, in plain words.

What is law in them stands in plan- og bygningsloven §§ 4-1, 10-1, 11-1, 11-2 and 11-14.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plancompiler.node import text
from plancompiler.program import Program
from plancompiler.views.page import Here
from plancompiler.wording import kind_words

# A plan gives reason to explain a word by its status, a step of its procedure, or a field of its header.
_REASONS: Mapping[str, str] = {
    "høring": "høring",
    "på høring": "høring",
    "planprogram på høring": "planprogram",
    "planprogram fastsatt": "planprogram",
    "under rullering": "rullering",
    "rulleres": "rullering",
    "neste_rullering": "rullering",
}


# A plan may be of one of these types, or go by the title of a document that is.
_TYPES = ("planstrategi", "samfunnsdel", "handlingsdel", "kommunedelplan", "temaplan")


@dataclass(frozen=True, slots=True)
class PlanningWord:
    """A word, what plans here call the same, and what it means."""

    word: str
    also: tuple[str, ...]
    meaning: str


def planning_words(here: Here) -> tuple[PlanningWord, ...]:
    """Return the words the plans give the site reason to use: of plans, of what is in them, of how they are made."""
    kinds = frozenset(node.kind for node in here.program.nodes.values())
    used = kinds | frozenset(_used(here.program))
    return tuple(
        PlanningWord(word, _also(here, key, word) if key in kinds else (), meaning)
        for key, word, meaning in (*_plans(here), *_parts(here), *_ways(here))
        if key in used
    )


def _used(program: Program) -> Iterator[str]:
    records = (*program.plans.values(), *program.entries.values())
    titles = " ".join(record.text("tittel").lower() for record in records)
    yield from (f"type {kind}" for kind in _TYPES if kind in titles)
    for plan in program.plans.values():
        # Of every plan the site says whether it is adopted.
        yield from (f"type {plan.text('type')}", "vedtatt")
        steps = (text(step, "steg") for step in plan.records("saksgang"))
        yield from (_REASONS.get(one, "") for one in (plan.text("status"), *plan.fields, *steps))
    yield from (key for node in program.nodes.values() for key in ("måltall", "nøkkeltall") if key in node.fields)
    if program.quoted or any(plan.text("gjengivelse") == "egne ord" for plan in program.plans.values()):
        yield "gjengitt"


def _also(here: Here, kind: str, word: str) -> tuple[str, ...]:
    called = (kind_words(here.program, plan, kind, here.words)[0].lower() for plan in here.program.plans)
    return tuple(dict.fromkeys(own for own in called if own != word.lower()))


def _plans(here: Here) -> tuple[tuple[str, str, str], ...]:
    words = here.words
    return (
        (
            "type planstrategi",
            words("Planstrategi"),
            words(
                "Sier hvilke planer kommunen skal lage eller gå gjennom på nytt. Den blir vedtatt senest ett år etter "
                "at et nytt kommunestyre er på plass."
            ),
        ),
        (
            "type samfunnsdel",
            words("Samfunnsdel"),
            words(
                "Den delen av kommuneplanen som sier hvilke utfordringer, mål og strategier kommunen har, både for "
                "lokalsamfunnet og for seg selv som organisasjon."
            ),
        ),
        (
            "type handlingsdel",
            words("Handlingsdel"),
            words(
                "Sier hvordan en plan skal følges opp de neste fire årene eller mer. Kommunen går gjennom den på nytt "
                "hvert år."
            ),
        ),
        (
            "type kommunedelplan",
            words("Kommunedelplan"),
            words(
                "En del av kommuneplanen som gjelder ett område, ett tema eller én virksomhet. Den blir til på samme "
                "måte som resten av kommuneplanen."
            ),
        ),
        (
            "type temaplan",
            words("Temaplan"),
            words("En plan for ett fag eller tema. Plan- og bygningsloven sier ikke hvordan den skal lages."),
        ),
    )


def _parts(here: Here) -> tuple[tuple[str, str, str], ...]:
    words = here.words
    return (
        ("mål", words("Mål"), words("Det kommunen vil oppnå.")),
        ("delmål", words("Delmål"), words("En del av et større mål, ofte mer bestemt og lettere å måle.")),
        ("strategi", words("Strategi"), words("Måten kommunen vil arbeide på for å nå et mål.")),
        ("virkemiddel", words("Virkemiddel"), words("Noe som skal gjøres for å nå et mål, også kalt tiltak.")),
        ("milepæl", words("Milepæl"), words("Noe som skal være gjort til et bestemt tidspunkt.")),
        ("indikator", words("Indikator"), words("Noe som blir målt, så alle kan se hvordan det går med et mål.")),
        ("måltall", words("Måltall"), words("Et tall planen skal nå.")),
        ("nøkkeltall", words("Nøkkeltall"), words("Et tall som viser hvordan det er.")),
    )


def _ways(here: Here) -> tuple[tuple[str, str, str], ...]:
    words = here.words
    return (
        (
            "planprogram",
            words("Planprogram"),
            words(
                "Sier hva arbeidet med en plan går ut på, hvilke frister det har, hvem som skal få være med, og hva "
                "som må utredes."
            ),
        ),
        (
            "høring",
            words("Høring"),
            words(
                "Tiden da alle kan si hva de mener om et forslag til plan. For kommuneplanen varer den minst seks uker."
            ),
        ),
        (
            "vedtatt",
            words("Vedtatt"),
            words("Bestemt av kommunestyret eller av andre som har myndighet til det. Først da gjelder planen."),
        ),
        (
            "rullering",
            words("Rullering"),
            words("At kommunen går gjennom en plan på nytt og tar stilling til om den skal endres."),
        ),
        (
            "gjengitt",
            words("Gjengitt"),
            words("Tatt med fra en annen plan eller et dokument, ofte med andre ord. Det er originalen som gjelder."),
        ),
    )
