"""A text that only holds the place of one to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.model.kind import KINDS
from plancompiler.node import Document, Node
from plancompiler.passages import Passage, passages, without_links
from plancompiler.program import Program
from plancompiler.rule import Rule
from plancompiler.starting_texts import STARTING_TEXTS

CODE = Code(
    name="placeholder-text",
    severity="warning",
    message="Noe er ikke fylt ut: «{text}»",
    label="dette står der det skulle stått noe annet",
    help="Skriv det som skal stå her. Vet du det ikke, tar du det bort og sier det i «merknader».",
    what="Det står «?», «TBD», «XX», «Fylles ut» eller noe lignende der det skulle stått en tekst eller et tall.",
    why="Slike merker er ment for dem som skriver planen, og blir lett med når planen legges ut.",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Innen 20XX skal alle barn ha et tilbud.
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Innen 2030 skal alle barn ha et tilbud.
""",
    variants={
        "number": Words(
            message="Det mangler et nummer etter «{text}»",
            label="her slutter det uten nummer",
            help="Skriv nummeret, eller ta bort «{text}».",
        ),
        "bullet": Words(
            message="Et punkt i en liste er tomt",
            label="en av strekene har ingen tekst etter seg",
            help="Skriv teksten etter streken, eller ta bort streken.",
        ),
    },
)

_STARTING = "|".join(re.escape(text.rstrip(".")) for texts in STARTING_TEXTS.values() for text in texts)
_WHOLE = re.compile(
    r"(?:\?+|…|\.{3,}|(?:fylles|fyllast|fyll)\s(?:ut|inn)\b.{0,80}|(?:tekst\s)?kommer(?:\ssenere)?\.?|ikke\sutfylt\.?"
    rf"|(?:{_STARTING})\.?)",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(
    r"""
    \b(?:T(?:BD|BA|ODO)|FIXME|(?:19|20)?XX+|(?:19|20)xx|xx+)\b
  | \b[Ll]orem\sipsum\b
  | \[(?:navn|namn|dato|tall|tal|årstall|årstal|beløp|(?:sett|fyll|skriv)\sinn\b[^\[\]]*)\](?!\()
  | \b(?:[Mm]ål|[Dd]elmål|[Ff]igur|[Tt]abell|[Kk]apittel|[Kk]ap\.|[Vv]edlegg|[Ss]ide|s\.|nr\.)[ ](?:\d+[ ]i[ ])?(?:…|\.{3,})
  | (?P<number>(?<![\w.])(?:s\.|§§?)(?=[ ]*(?:\Z|[),;?])))
    """,
    re.VERBOSE,
)
_BULLET = re.compile(r"^[ \t]*[-*+•][ \t]*$", re.MULTILINE)
# Most texts have nothing of the kind, and looking for these is much faster than the pattern.
_TRACES = ("XX", "xx", "TBD", "TBA", "TODO", "FIXME", "ipsum", "[", "§", "s.", "…", "...")
# Two crosses in a cell may say how much.
_CROSSES = re.compile(r"[Xx]+")


def check(record: Node | Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each mark of something to come in the texts of a node or of a header."""
    for passage in passages(program, record):
        for found, variant in _marks(passage):
            text = " ".join(passage.text[found.start() : found.end()].split())
            shown = text if len(text) <= 40 else text[:39] + "…"
            yield Diagnostic(CODE.name, passage.part(*found.span()), {"text": shown}, variant)


def _marks(passage: Passage) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each mark with the variant that tells of it."""
    text = passage.text
    whole = _WHOLE.fullmatch(text)
    if whole is not None:
        yield whole, ""
    elif any(trace in text for trace in _TRACES) and not (passage.key == "rader" and _CROSSES.fullmatch(text)):
        for found in _MARK.finditer(without_links(text)):
            yield found, "number" if found["number"] else ""
    # One is as empty as the next, and nothing tells where in the text they are.
    empty = _BULLET.search(text) if "\n" in text else None
    if empty is not None:
        yield empty, "bullet"


RULE = Rule(CODE.name, kinds=frozenset(KINDS), node=check, plan=check, alone=True)
