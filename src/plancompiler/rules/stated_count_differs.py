"""A number of goals or measures that the plan states, and does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.followup import is_point
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Document, Node
from plancompiler.passages import Passage, passages, without_links
from plancompiler.phrase import kind_phrase
from plancompiler.program import Program, is_whole, links_from, named_below
from plancompiler.rule import Rule

CODE = Code(
    name="stated-count-differs",
    severity="warning",
    message="Teksten sier {stated} {words}, men det er {count}",
    label="her er det {count} {words}",
    help="Rett tallet, eller legg inn det som mangler.",
    what="Sammendraget, eller et kapittel om det som står i det, oppgir hvor mange punkter det er, og tallet er et annet.",
    why="Et punkt kan være falt ut, eller tallet er blitt stående etter at noe ble endret. Leseren vet ikke hva som er riktig.",
    bad="""\
sammendrag: Planen har tre mål.
mål:
  - {id: m1, tittel: Flere får være med}
  - {id: m2, tittel: Rent vann}
""",
    good="""\
sammendrag: Planen har to mål.
mål:
  - {id: m1, tittel: Flere får være med}
  - {id: m2, tittel: Rent vann}
""",
)

_WORDS = (
    "to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue".split()
)
_NUMBERS: Mapping[str, int] = {word: number for number, word in enumerate(_WORDS, 2)} | {"syv": 7, "tyve": 20}
_STATED = re.compile(rf"(?<![\w.,–-])(\d{{1,3}}|{'|'.join(_NUMBERS)}) ([^\W\d_][\w-]+)", re.IGNORECASE)

# Before a number these make it a rough one, the number of something, or an area in decares.
_NOT_A_COUNT = frozenset(
    "ca cirka omtrent rundt nær nesten over under minst inntil kapittel kap nr nummer side s på del".split()
)
_UN_GOALS = ("bærekraftsmål", "berekraftsmål", "fn-mål")
_ALL_UN_GOALS = 17


def check(record: Node | Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each count in a summary, or in a chapter or area of what it holds, that nothing bears out."""
    name = record.name if isinstance(record, Node) else record.id
    plan = record.plan if isinstance(record, Node) else record.id
    if plan not in program.plans or program.plans[plan].text("gjengivelse") == "utdrag" or name in program.quoted:
        return
    texts = [passage for passage in passages(program, record) if _states(passage, record)]
    if not is_whole(program, plan) or not any(_STATED.search(passage.text) for passage in texts):
        return
    words = _kinds_by_word(program, plan)
    held = list(named_below(program, name))
    for passage in texts:
        for found in _STATED.finditer(without_links(passage.text)):
            before = _last_word(found.string[: found.start()])
            kind = words.get(found[2].casefold(), "")
            if not kind or before in _NOT_A_COUNT or before in words:
                continue
            stated = _NUMBERS.get(found[1].casefold()) or int(found[1])
            counts = _un_counts(program, record, held) if kind == "fn" else _counts(program, kind, held)
            if counts and stated not in counts:
                args = {"stated": found[1].casefold(), "words": found[2], "count": str(counts[0])}
                yield Diagnostic(CODE.name, passage.part(found.start(1), found.end(2)), args)


def _last_word(text: str) -> str:
    """Return the word a text ends with, without what stands around it; a few words back is far enough to look."""
    found = re.search(r"(\w+)\W*\Z", text[-40:])
    return found[1].casefold() if found else ""


def _states(passage: Passage, record: Node | Document) -> bool:
    return passage.key in ({"tittel", "tekst"} if isinstance(record, Node) else {"sammendrag"})


def _kinds_by_word(program: Program, plan: str) -> Mapping[str, str]:
    """Return the kind that each word of the plan for several of a kind stands for, in its usual endings."""
    found: dict[str, str] = dict.fromkeys((*_UN_GOALS, *(f"{word}ene" for word in _UN_GOALS)), "fn")
    for kind in STRUCTURE:
        many = kind_phrase(program, plan, kind)[1].casefold()
        stem = many.removesuffix("er").removesuffix("ar")
        for word in (many, *(f"{stem}{ending}" for ending in ("ene", "ane", "a"))):
            found.setdefault(word, kind)
    return found


def _counts(program: Program, kind: str, held: list[Node]) -> list[int]:
    """Return the numbers a count of a kind may rightly be, the likeliest first; none where there is nothing to count.

    Words quoted from elsewhere may be counted or not, and so may lettered points, inner levels and single levels.
    """
    every = [node for node in held if node.kind == kind]
    own = [node for node in every if node.name not in program.quoted and not is_point(program, node.name)]
    inside = {node.name for holder in every for node in named_below(program, holder.name)}
    levels = [len([node for node in every if node.text("nivå") == level]) for level in {n.text("nivå") for n in every}]
    counts = (len(own), len(every), len([node for node in own if node.name not in inside]), *levels)
    return [count for count in dict.fromkeys(counts) if count]


def _un_counts(program: Program, record: Node | Document, held: list[Node]) -> list[int]:
    """Return the numbers a count of UN goals may rightly be: those named here, those named below, and all there are."""
    name = record.name if isinstance(record, Node) else record.id
    here = {link.target.partition(".")[0] for link in links_from(program, name, "bærekraftsmål")}
    below = {link.target.partition(".")[0] for node in held for link in links_from(program, node.name, "bærekraftsmål")}
    counts = [len(goals) for goals in (here, below, here | below) if goals]
    return [*counts, _ALL_UN_GOALS] if counts else []


RULE = Rule(CODE.name, kinds=frozenset({"kapittel", "område", "mål"}), node=check, plan=check, alone=True)
