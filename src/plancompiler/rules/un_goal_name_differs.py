"""A UN goal named otherwise than its number says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.model.kind import KINDS
from plancompiler.node import Document, Node
from plancompiler.passages import Passage, passages
from plancompiler.program import Program, links_from
from plancompiler.repetition import folded
from plancompiler.rule import Rule
from plancompiler.un_use import un_goals_are_known, un_name

CODE = Code(
    name="un-goal-name-differs",
    severity="warning",
    message="FN-mål {number} heter ikke «{name}»",
    label="«{name}» er FN-mål {other}",
    help="Rett nummeret eller navnet. FN-mål {number} heter «{right}».",
    what="Nummeret og navnet på et FN-mål hører ikke sammen, eller navnet er skrevet feil.",
    why="Leseren vet ikke om nummeret eller navnet er riktig, og finner ikke igjen målet. Eldre navn på FN-målene er godtatt.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: Dette bidrar til FN-mål 4 Likestilling mellom kjønnene.
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: Dette bidrar til FN-mål 5 Likestilling mellom kjønnene.
""",
    variants={
        "misspelt": Words(
            label="navnet er «{right}»",
            help="Skriv «{right}».",
        ),
        "field": Words(
            message="«{name}» er FN-mål {other}, men det står ikke i «bærekraftsmål»",
            label="«bærekraftsmål» har {number}",
            help="Legg til {other} i «bærekraftsmål», eller rett tittelen.",
        ),
    },
)

# What stands between a number and a name, in running text and in a list of the goals.
_IN_TEXT = re.compile(
    r"\b(?i:FN-mål|(?:FNs )?(?:bære|bere)kraftsmål(?:et)?|SDG|mål)(?: nr\.?| nummer)? (\d{1,2})(?:\.(?!\d))?\s*[:–—-]?\s*[«\"(*]*"
    r"(?=[A-ZÆØÅ])(.{4,70})"
)
_IN_LIST = re.compile(r"^[ \t]*(?:[-*] )?\**(\d{1,2})[.):]?\**[ \t]+(?=[A-ZÆØÅ])(.{4,70})$", re.MULTILINE)
_LINKED = re.compile(r"\[\[fn/(\d{1,2})\|([^\]\n]{4,70})\]\]")

_DIGIT = re.compile(r"\d")

# From here on two names differ by a slip of the pen.
_MISSPELT = 0.9


def check(record: Node | Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each number with the name of another goal, or with its own name misspelt."""
    quoted = isinstance(record, Node) and record.name in program.quoted
    if not quoted:
        for passage in passages(program, record):
            yield from _in_passage(program, passage)
        if isinstance(record, Node):
            yield from _in_title(program, record)


def _in_passage(program: Program, passage: Passage) -> Iterator[Diagnostic]:
    if not _DIGIT.search(passage.text):
        return
    for pattern in (_IN_TEXT, _IN_LIST, _LINKED):
        for found in pattern.finditer(passage.text):
            number, words = found[1], " ".join(found[2].split())
            names = _names(program)
            if number not in names.values() or _begins(words, number, names):
                continue
            right = un_name(program, f"fn/{number}")
            other = next((name for name in _longest_first(names) if _starts_with(words, name)), "")
            if other:
                shown = words[: len(other)]
                args = {"number": number, "name": shown, "other": names[other], "right": right}
                yield Diagnostic(CODE.name, passage.part(found.start(2), found.start(2) + len(other)), args)
                continue
            slip = _misspelt(words, [name for name, goal in names.items() if goal == number])
            if slip:
                written, name = slip
                args = {"number": number, "name": written, "right": _as_written(program, number, name)}
                place = passage.part(found.start(2), found.start(2) + len(written))
                yield Diagnostic(CODE.name, place, args, "misspelt")


def _in_title(program: Program, node: Node) -> Iterator[Diagnostic]:
    """Yield a finding when a title is the name of a UN goal and the field names others alone."""
    goal = _names(program).get(folded(node.text("tittel")), "")
    links = links_from(program, node.name, "bærekraftsmål")
    own = list(dict.fromkeys(link.target.removeprefix("fn/").partition(".")[0] for link in links))
    if goal and own and goal not in own and un_goals_are_known(program, node):
        args = {"name": node.text("tittel"), "other": goal, "number": ", ".join(own)}
        yield Diagnostic(CODE.name, node.at / "tittel", args, "field")


@lru_cache(maxsize=4)
def _names(program: Program) -> Mapping[str, str]:
    """Return the number of each UN goal by each of its names, folded."""
    return {
        folded(name): goal.id
        for goal in program.vocabularies.get("bærekraftsmål", {}).values()
        for name in (goal.text("nb"), goal.text("nn"), goal.text("en"), goal.text("se"), *goal.texts("alias"))
        if name
    }


def _longest_first(names: Mapping[str, str]) -> list[str]:
    return sorted(names, key=len, reverse=True)


def _begins(words: str, number: str, names: Mapping[str, str]) -> bool:
    return any(goal == number and _starts_with(words, name) for name, goal in names.items())


def _starts_with(words: str, name: str) -> bool:
    return f"{folded(words)} ".startswith(f"{name} ")


def _misspelt(words: str, names: list[str]) -> tuple[str, str] | None:
    """Return how a name is written and the name, when the first words are nearly one of the names."""
    for name in names:
        written = " ".join(words.split()[: len(name.split())]).rstrip('.,;:»")*')
        if SequenceMatcher(None, folded(written), name).ratio() >= _MISSPELT:
            return written, name
    return None


def _as_written(program: Program, number: str, name: str) -> str:
    """Return a folded name of a goal with the letters it is written with."""
    goal = program.vocabularies["bærekraftsmål"][number]
    spellings = (goal.text("nb"), goal.text("nn"), goal.text("en"), goal.text("se"), *goal.texts("alias"))
    return next((spelling for spelling in spellings if folded(spelling) == name), name)


RULE = Rule(CODE.name, kinds=frozenset(KINDS), node=check, plan=check, alone=True)
