"""What is left of a PDF or a word processor in a text that was copied from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.model.kind import KINDS
from plancompiler.node import Document, Node
from plancompiler.passages import passages, without_links
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="pdf-remains",
    severity="info",
    message="«{text}» har et mellomrom etter bindestreken",
    label="et delt ord, eller en bindestrek for en tankestrek",
    help="Skriv «{joined}» hvis det er ett ord, og « – » hvis det er en tankestrek.",
    what="Teksten har rester etter PDF eller Word: ord delt med bindestrek, flere mellomrom på rad, «o» som kulepunkt, eller sidetall.",
    why="Delte ord blir ikke funnet i søk, og løse sidetall og kulepunkter ser ut som en del av teksten.",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Kommunen skal utvik- le møteplasser der folk bor.
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Kommunen skal utvikle møteplasser der folk bor, og styrke helse- og omsorgstilbudet.
""",
    variants={
        "dash": Words(
            message="«{text}» har en bindestrek der det skal stå en tankestrek",
            label="bindestreken henger fast i ordet foran",
            help="Skriv tankestrek med mellomrom på begge sider: «{joined}».",
        ),
        "soft": Words(
            message="Det står en usynlig bindestrek etter «{text}»",
            label="et ord er delt her, eller har vært det",
            help="Skriv ordet på nytt, uten deling.",
        ),
        "spaces": Words(
            message="Det står flere mellomrom på rad",
            label="her kan noe ha falt ut",
            help="Se om et ord eller tegn mangler, og la ett mellomrom stå.",
        ),
        "bullet": Words(
            message="«{text}» er ikke et tegn for punkter i en liste",
            label="linja blir en del av teksten foran",
            help="Skriv en strek og et mellomrom først på linja i stedet.",
        ),
        "page": Words(
            message="Et sidetall har kommet med i teksten",
            label="«{text}» hører til siden i dokumentet, ikke til teksten",
            help="Ta bort sidetallet, og det som ellers sto øverst eller nederst på siden.",
        ),
    },
)

# Bullets that are no letters are found where the file is read, with a fix.
_ANY = re.compile(
    r"""
    \b(?P<hyphen>[^\W\d_]+-)(?:[ \t]+|[ \t]*\n[ \t]*)(?P<rest>[a-zæøå][^\W\d_]*\b)(?!-)
  | \b(?P<soft>[^\W\d_]+)\u00ad(?=[\s\u00ad]|\Z)
  | (?<=[^\s.!?:|*+>-])(?P<spaces>[ ]{2,})(?=[^\s|])
  | ^[ \t]*(?P<bullet>o)[ \t]+(?=[^\W\d_])
  | (?P<page>
      (?:\A|(?<=\n))[ \t]*[Ss]ide[ ]\d{1,3}[ \t]*(?=\n) | (?<=\n)[ \t]*[Ss]ide[ ]\d{1,3}\Z
    | \b[Ss]ide[ ]\d{1,3}[ ](?:av|/)[ ]\d{1,3}\b
    | (?:\A|(?<=\n\n))\d{1,3}(?=\n\n) | (?<=\n\n)\d{1,3}\Z
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
# Most texts have nothing of the kind, and looking for these is much faster than the pattern.
_TRACES = ("- ", "-\n", "\u00ad", "  ", "ide ", "\n\n", "\no ", " o ")
# «helse- og omsorg» has its hyphen and its space by right, in English «short- to medium-term» too.
_JOINED_BY = frozenset("og eller samt så som både heller men and or to".split())
# Before such a word the hyphen is a dash: «hele livet- fra fødsel til død».
_BEGINS = frozenset(
    "at av de dei den der det du en er et for fra frå går har her hos i ikke ikkje kan med mellom må når om på skal til "
    "ved vi vil".split()
)


def check(record: Node | Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each remain in the texts of a node or of a header; spaces and bullets once a text."""
    for passage in passages(program, record):
        if not (any(trace in passage.text for trace in _TRACES) or passage.text.startswith("o ")):
            continue
        seen: set[str] = set()
        for found in _ANY.finditer(without_links(passage.text)):
            sort, args = _said(found)
            # A source and a cell may say which page they are from.
            if not args or sort in seen or (sort == "page" and passage.key in {"kilde", "rader"}):
                continue
            if sort in {"spaces", "bullet"}:
                seen.add(sort)
            # A word that is divided over two lines is marked where it begins.
            end = passage.text.find("\n", *found.span())
            yield Diagnostic(CODE.name, passage.part(found.start(), end if end > 0 else found.end()), args, sort)


def _said(found: re.Match[str]) -> tuple[str, Mapping[str, str]]:
    """Return the variant of a remain and its arguments; no arguments when the hyphen is right."""
    head, rest = found["hyphen"], found["rest"]
    if not head:
        sort = str(found.lastgroup)
        return sort, {"text": found[sort].strip()}
    if rest in _JOINED_BY:
        return "", {}
    if rest in _BEGINS:
        return "dash", {"text": f"{head} {rest}", "joined": f"{head[:-1]} – {rest}"}
    # A name or an abbreviation keeps its hyphen: «BEON-prinsippet».
    joined = head + rest if head[-2:-1].isupper() else head[:-1] + rest
    return "", {"text": f"{head} {rest}", "joined": joined}


RULE = Rule(CODE.name, kinds=frozenset(KINDS), node=check, plan=check, alone=True)
