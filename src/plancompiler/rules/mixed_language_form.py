"""Bokmål in a nynorsk text, or nynorsk in a bokmål text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.inherit import language
from plancompiler.node import Document, Node
from plancompiler.passages import TITLES, own_words, passages
from plancompiler.program import Program, below
from plancompiler.rule import Rule

CODE = Code(
    name="mixed-language-form",
    severity="info",
    message="Teksten blander bokmål og nynorsk",
    label="{words} er {other}",
    help="Skriv det om til {own}. Er det sitert, setter du det i anførselstegn.",
    what="En tekst på bokmål har flere ord som bare finnes på nynorsk, eller omvendt. Sitater og titler blir ikke regnet med.",
    why="En blanding er vond å lese, og den som får siden lest opp, hører den på språket den er merket med (WCAG 3.1.2).",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Kommunen vet ikke hva det koster. Innbyggjarane får eit tilbod uten å betale, og ingen må vente.
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Kommunen vet ikke hva det koster. Visjonen i fylket er «Innbyggjarane får eit godt tilbod».
""",
    variants={
        "text": Words(
            message="Teksten er merket som {own}, men ser ut til å være på {other}",
            help="Skriv «språk: {code}» på punktet, eller skriv det om til {own}.",
        ),
        "plan": Words(
            message="Planen er merket som {own}, men ser ut til å være på {other}",
            label="det meste av teksten er på {other}",
            help="Skriv «språk: {code}».",
        ),
    },
)

# Words of one form that are never written in the other, whichever of its allowed spellings one chooses: what nynorsk
# has allowed beside its own since 2012 («fra», «mye», «være», «flere») tells nothing, nor does «høg» in bokmål.
_ONLY: Mapping[str, frozenset[str]] = {
    "nb": frozenset(
        "ikke jeg hva hvem hvor hvordan hvorfor hvilke hvilken hvilket hver hvert hvis en selv deres mulig muligheter "
        "ansvarlig offentlig offentlige særlig vanlig tjeneste tjenester tjenesten tjenestene innbyggere innbyggerne "
        "utfordringer utfordringene løsning løsninger oppgaver oppgavene områder områdene barnehager barnehagene skoler "
        "boliger virksomhet virksomheter endringer ordninger kommuner kommunene aktører arbeidsplasser møteplasser "
        "ressurser ressursene strategier brukere brukerne planer planene omsorgstjenester helsetjenester".split()
    ),
    "nn": frozenset(
        "ikkje eg kva kven korleis kvifor kvar kvart ein eit sjølv deira mogleg moglegheiter ansvarleg offentleg "
        "offentlege særleg vanleg teneste tenester tenesta tenestene innbyggjarar innbyggjarane utfordringar "
        "utfordringane løysing løysingar oppgåver oppgåvene barnehagar barnehagane skular verksemd verksemder endringar "
        "ordningar kommunar kommunane aktørar arbeidsplassar møteplassar ressursar ressursane strategiar brukarar "
        "brukarane planar planane frå mykje meir berre noko nokon nokre vere gjere saman utan fleire desse medan "
        "sidan dei kjem heile bidreg følgjer høyrer tilbod tilbodet medverknad høyring omsorgstenester helsetenester".split()
    ),
}
_FORMS: Mapping[str, str] = {"nb": "bokmål", "nn": "nynorsk"}
_OTHER: Mapping[str, str] = {"nb": "nn", "nn": "nb"}
# A whole word: the «en» of «id-en» is right in both.
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
# The titles of these are mottoes, which are often in dialect or from another time.
_MOTTOES = frozenset({"visjon", "verdi"})
# One word, or two, may be a name, a title or a slip of the pen.
_ENOUGH = 3


class _Told(NamedTuple):
    """What the words of a node or header tell: how many are of its own form, and where each of the other first stands."""

    own: int
    strange: Mapping[str, Locus]


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each node or header with several words of the other form; one where it is the whole plan."""
    titles = tuple(_titles(program))
    told = [(form, _told(program, record, form, titles)) for record, form in _records(plan, program)]
    form = language(program, plan.id)
    inherited = [one for each, one in told if each == form]
    many = [one for one in inherited if len(one.strange) >= _ENOUGH]
    if len(many) > 1 and sum(len(one.strange) for one in inherited) > sum(one.own for one in inherited):
        yield Diagnostic(CODE.name, Locus(plan.file, ("språk",)), _args(form, ()), "plan")
        return
    for form, one in told:
        if len(one.strange) >= _ENOUGH:
            place = next(iter(one.strange.values()))
            yield Diagnostic(CODE.name, place, _args(form, one.strange), "" if one.own else "text")


def _records(plan: Document, program: Program) -> Iterator[tuple[Node | Document, str]]:
    """Yield the header and the nodes whose words are the plan's own and in Norwegian, each with its form."""
    records: list[tuple[str, Node | Document]] = [(plan.id, plan)]
    records += ((node.name, node) for node in below(program, plan.id))
    for name, record in records:
        form = language(program, name)
        if form in _ONLY and name not in program.quoted:
            yield record, form


def _told(program: Program, record: Node | Document, form: str, titles: tuple[str, ...]) -> _Told:
    skipped = {"kilde", *TITLES} if isinstance(record, Node) and record.kind in _MOTTOES else {"kilde"}
    read = [passage for passage in passages(program, record) if passage.key not in skipped]
    words = set(_WORD.findall("\n".join(passage.text for passage in read).lower()))
    strange: dict[str, Locus] = {}
    for passage in read if words & _ONLY[_OTHER[form]] else ():
        text = own_words(passage.text)
        for title in titles:
            text = text.replace(title, "\n" * len(title))
        for found in _WORD.finditer(text):
            if found[0].lower() in _ONLY[_OTHER[form]]:
                strange.setdefault(found[0].lower(), passage.part(*found.span()))
    return _Told(len(words & _ONLY[form]), strange)


def _titles(program: Program) -> Iterator[str]:
    """Yield the names of documents that texts may mention without quotation marks."""
    for entry in program.entries.values():
        if entry.section == "dokumenter":
            yield from filter(None, (entry.text("tittel"), entry.text("kortnavn"), *entry.texts("alias")))


def _args(form: str, words: Iterable[str]) -> Mapping[str, str]:
    listed = ", ".join(f"«{word}»" for word in islice(words, _ENOUGH))
    return {"own": _FORMS[form], "other": _FORMS[_OTHER[form]], "code": _OTHER[form], "words": listed}


RULE = Rule(CODE.name, plan=check, alone=True)
