"""The mappings inside nodes and headers: links with more to say, figures, money, the procedure, and notes on the plan."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from plancompiler.model.kind import KINDS
from plancompiler.model.part import (
    LINE,
    REF,
    UN_GOAL,
    AMapping,
    Date,
    Id,
    Line,
    Lines,
    ListOfMappings,
    Number,
    OneOrMany,
    Part,
    Period,
    Prose,
    Proses,
    Ref,
    Refs,
    TextOr,
    UnGoal,
    Url,
    finding,
    key,
    many,
    required,
    word,
)
from plancompiler.values.problem import Problem

LEVELS = ("overordnet", "samfunnsmål", "effektmål", "resultatmål")

Weight = Annotated[str, word("hoved", "bi")]
Direction = Annotated[str, word("opp", "ned", "hold")]
KindWord = Annotated[str, word(*KINDS)]
KindWords = Annotated[tuple[KindWord, ...], OneOrMany()]

_WHY = "Hvorfor koblingen er der, i en setning eller to."


class Contribution(Part):
    """Et mål, et punkt eller en plan som dette bidrar til."""

    to: Ref = required(
        "til",
        "Til",
        "Hva det bidrar til: et punkt i planen, «plan/punkt», en plan eller et dokument.",
        examples=["h3.d1"],
    )
    weight: Weight = key("vekt", "Vekt", "Om dette er hovedsaken («hoved») eller noe punktet også bidrar til («bi»).")
    reason: Prose = key("begrunnelse", "Begrunnelse", _WHY)


class Basis(Part):
    """Et dokument, en plan eller et punkt som dette bygger på."""

    to: Ref = required("til", "Til", "Hva det bygger på: et dokument, en plan eller et punkt.", examples=["hol-loven"])
    place: Line = key(
        "sted", "Sted", "Hvor i dokumentet: paragraf, kapittel eller side.", examples=["§ 3-2 andre ledd"]
    )
    reason: Prose = key("begrunnelse", "Begrunnelse", _WHY)


class Participant(Part):
    """En aktør eller rolle, og hva den gjør her."""

    to: Ref = required(
        "til", "Til", "Hvem det er: en aktør fra registeret eller en rolle i planen.", examples=["nordvik-plan"]
    )
    role: Line = key("rolle", "Rolle", "Hva aktøren gjør i dette arbeidet.", examples=["leder arbeidet"])


class UnGoalLink(Part):
    """Et av FNs bærekraftsmål, med vekt eller begrunnelse."""

    un_goal: UnGoal = required(
        "fn", "FN-mål", "Nummeret på FN-målet eller FN-delmålet, eller navnet på FN-målet.", examples=["3", "17.10"]
    )
    weight: Weight = key(
        "vekt", "Vekt", "Om FN-målet er hovedsaken («hoved») eller noe punktet også bidrar til («bi»)."
    )
    reason: Prose = key("begrunnelse", "Begrunnelse", "Hvorfor FN-målet er valgt, i en setning eller to.")


Contributions = Annotated[tuple[Annotated[str | Contribution, TextOr(REF)], ...], OneOrMany()]
Bases = Annotated[tuple[Annotated[str | Basis, TextOr(REF)], ...], OneOrMany()]
Participants = Annotated[tuple[Annotated[str | Participant, TextOr(REF)], ...], OneOrMany()]
UnGoals = Annotated[tuple[Annotated[str | UnGoalLink, TextOr(UN_GOAL)], ...], OneOrMany()]


class Baseline(Part):
    """Hvordan det var før."""

    value: Number = key("verdi", "Verdi", "Tallet dere går ut fra.", examples=["68,4 %"])
    year: Date = key("år", "År", "Når det var slik.", examples=["2024"])


class Quantity(Part):
    """Et tall med det som trengs for å forstå det."""

    what: Line = key("hva", "Hva", "Hva tallet måler.", examples=["Elever som fullfører videregående"])
    value: Number = key(
        "verdi",
        "Verdi",
        "Tallet med enhet, på norsk vis: desimalkomma og mellomrom mellom tusener.",
        examples=["75 %", "minst 20 plasser"],
    )
    aim: Line = key("mål", "Mål", "Målet i ord, når det ikke er et tall.")
    basis: Annotated[str, word("målt", "beregnet", "prognose")] = key(
        "art", "Art", "Om tallet er målt, beregnet eller en prognose."
    )
    year: Date = key("år", "År", "Når tallet skal være nådd, eller når det er målt.", examples=["2030"])
    applies_to: Line = key(
        "gjelder",
        "Gjelder",
        "Stedet eller gruppa tallet gjelder; et tall å sammenligne med er en linje til.",
        examples=["landet"],
    )
    baseline: Annotated[Baseline, AMapping()] = key(
        "utgangspunkt", "Utgangspunkt", "Verdien og året dere går ut fra.", empty=None
    )
    direction: Direction = key("retning", "Retning", "Hvilken vei tallet skal gå: opp, ned eller hold.")
    source: Line = key("kilde", "Kilde", "Hvor tallet er hentet fra.", examples=["SSB tabell 07984"])


class NamedQuantity(Quantity):
    """Et tall som må si hva det måler."""

    what: Line = required("hva", "Hva", "Hva tallet måler.", examples=["Elever som fullfører videregående"])


class Cost(Quantity):
    """En kostnad i penger eller arbeid."""

    equals: Number = key("tilsvarer", "Tilsvarer", "Den samme kostnaden i en annen enhet.", examples=["370 000 kr"])


Quantities = Annotated[tuple[Quantity, ...], ListOfMappings()]
NamedQuantities = Annotated[tuple[NamedQuantity, ...], ListOfMappings()]
Costs = Annotated[tuple[Cost, ...], ListOfMappings()]

FUNDING = word("innenfor rammen", "i budsjett", "krever prioritering", "ekstern", "ikke finansiert", "ukjent")


class FundingInWords(Part):
    """Hvordan det skal betales, med planens egne ord."""

    form: Annotated[str, FUNDING] = required("form", "Form", "Hvordan det skal betales.", examples=["innenfor rammen"])
    body: Prose = key("tekst", "Tekst", "Det planen selv sier om pengene.")


Funding = Annotated[str | FundingInWords, TextOr(FUNDING)]


class Change(Part):
    """En endring som ble vedtatt sammen med planen."""

    number: Line = key("nummer", "Nummer", "Nummeret endringen har i vedtaket.", examples=["1"])
    applies_to: Refs = many("gjelder", "Gjelder", "Punktene som ble endret; uten dette gjelder endringen hele planen.")
    body: Prose = key("tekst", "Tekst", "Endringen slik den står i vedtaket.")
    carried_out: Prose = key("gjennomført", "Gjennomført", "Hvordan endringen er tatt inn i planen.")
    notes: Proses = many("merknader", "Merknader", "Redaktørens egne merknader; de er aldri en del av planen.")


class Step(Part):
    """Et steg i saksgangen."""

    step: Annotated[
        str,
        word(
            "bestilling", "oppstart", "medvirkning", "planprogram på høring", "planprogram fastsatt", "høring", "uttalelse",
            "innstilling", "vedtak", "kunngjort", "opphevet",
        ),
    ] = required("steg", "Steg", "Hva som skjedde.", examples=["høring", "vedtak"])  # fmt: skip
    date: Date = key("dato", "Dato", "Dagen det skjedde.", examples=["2026-06-11"])
    period: Period = key(
        "periode", "Periode", "Fra og til, for det som varte en tid.", examples=["2026-03-01–2026-04-20"]
    )
    body: Line = key("organ", "Organ", "Hvem som behandlet saken.", examples=["Kommunestyret"])
    case: Line = key("sak", "Sak", "Saksnummeret slik det står på vedtaket.", examples=["PS 23/26"])
    asked: Refs = many("til", "Til", "Hvem som ble spurt: aktører eller tekst.")
    result: Annotated[str, word("vedtatt", "vedtatt med endringer", "avvist", "utsatt")] = key(
        "resultat", "Resultat", "Hva behandlingen endte med."
    )
    account: Prose = key("tekst", "Tekst", "Det som ellers bør fortelles om steget.")
    url: Url = key("url", "Nettadresse", "Adressen til saken eller kunngjøringen.")
    notes: Proses = many("merknader", "Merknader", "Redaktørens egne merknader; de er aldri en del av planen.")
    changes: Annotated[tuple[Change, ...], ListOfMappings()] = many(
        "endringer", "Endringer", "Endringene som ble vedtatt, ett punkt for hver."
    )


class Contact(Part):
    """Hvem en spør; en rolle eller enhet, aldri navnet på en person."""

    role: Line = key("rolle", "Rolle", "Rollen som svarer.", examples=["Planlegger"])
    unit: Line = key("enhet", "Enhet", "Enheten som svarer.", examples=["Plan og miljø"])
    email: Line = key("epost", "E-post", "E-postadressen til enheten.", examples=["postmottak@nordvik.example"])
    telephone: Line = key("telefon", "Telefon", "Telefonnummeret til enheten.")
    url: Url = key("url", "Nettadresse", "Siden der leserne kan ta kontakt.")


class Departure(Part):
    """Et avvik fra en regel som planen kjenner til og forklarer."""

    rule: Line = required(
        "regel", "Regel", "Koden til regelen, slik den står i funnet.", examples=["consultation-too-short"]
    )
    explanation: Prose = required("forklaring", "Forklaring", "Hvorfor planen ikke følger regelen.")


class Retired(Part):
    """Et punkt som er tatt ut av planen for godt."""

    id: Id = required("id", "Id", "Id-en punktet hadde; den brukes aldri igjen.", examples=["h3.d1"])
    title: Line = key("tittel", "Tittel", "Tittelen punktet hadde.")
    date: Date = key("dato", "Dato", "Når punktet ble tatt ut.")
    reason: Prose = key("grunn", "Grunn", "Hvorfor punktet ble tatt ut.")
    replaced_by: Refs = many("erstattet_av", "Erstattet av", "Punktene som kom i stedet.")


class Review(Part):
    """En bekreftelse på at en endring et annet sted er sett."""

    to: Ref = required("til", "Til", "Punktet eller planen som er endret.")
    date: Date = required("dato", "Dato", "Endringer til og med denne dagen er sett.")
    role: Line = key("rolle", "Rolle", "Rollen som har sett på endringen.")
    reason: Prose = key("begrunnelse", "Begrunnelse", "Hvorfor punktet kan stå som det gjør, eller hva som er rettet.")


class NotFollowed(Part):
    """Noe planen bevisst lar ligge."""

    to: Ref = key("til", "Til", "Målet, punktet eller planen som ikke følges opp.", examples=["samfunnsdel/h2"])
    un_goal: UnGoal = key("fn", "FN-mål", "FN-målet eller FN-delmålet som ikke følges opp.", examples=["14"])
    theme: Line = key("tema", "Tema", "Temaet som ligger utenfor planen.")
    reason: Prose = key("begrunnelse", "Begrunnelse", "Hvorfor det ikke følges opp her.")
    followed_in: Refs = many("følges_opp_i", "Følges opp i", "Planen eller dokumentet som følger det opp i stedet.")

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not (self.to or self.un_goal or self.theme):
            raise finding(Problem("missing-field", "one-of", {"key": "til", "here": "følger_ikke_opp"}))
        return self


class Words(Part):
    """Planens egne ord på ett språk."""

    singular: Line = key("entall", "Entall", "Ordet for én.", examples=["Hovedmål"])
    plural: Line = key("flertall", "Flertall", "Ordet for flere.", examples=["Hovedmål"])
    heading: Line = key(
        "overskrift", "Overskrift", "Overskriften over ei liste av slike punkter.", examples=["Slik gjør vi det"]
    )
    introduction: Line = key(
        "innledning", "Innledning", "En linje foran teksten i hvert slikt punkt.", examples=["Dette målet handler om"]
    )
    inner: Lines = many(
        "under", "Under", "Ordene for det indre nivået i en sort som kan stå inni seg selv: entall og flertall."
    )


class OwnWords(Words):
    """Hva planen kaller en sort punkter."""

    bokmal: Annotated[Words, AMapping()] = key("nb", "Bokmål", "De samme ordene på bokmål.", empty=None)
    nynorsk: Annotated[Words, AMapping()] = key("nn", "Nynorsk", "De samme ordene på nynorsk.", empty=None)
    english: Annotated[Words, AMapping()] = key("en", "Engelsk", "De samme ordene på engelsk.", empty=None)


OwnWord = Annotated[str | OwnWords, TextOr(LINE, several=True)]


class Terms(Part):
    """Hva sortene av punkter, og nivåene av mål, kalles i planen."""

    area: OwnWord = key(
        "område", "Område", "Hva planen kaller sorten «område»: ett ord, entall og flertall, eller flere ord."
    )
    challenge: OwnWord = key(
        "utfordring",
        "Utfordring",
        "Hva planen kaller sorten «utfordring»: ett ord, entall og flertall, eller flere ord.",
    )
    goal: OwnWord = key("mål", "Mål", "Hva planen kaller sorten «mål»: ett ord, entall og flertall, eller flere ord.")
    subgoal: OwnWord = key(
        "delmål", "Delmål", "Hva planen kaller sorten «delmål»: ett ord, entall og flertall, eller flere ord."
    )
    strategy: OwnWord = key(
        "strategi", "Strategi", "Hva planen kaller sorten «strategi»: ett ord, entall og flertall, eller flere ord."
    )
    measure: OwnWord = key(
        "virkemiddel",
        "Virkemiddel",
        "Hva planen kaller sorten «virkemiddel»: ett ord, entall og flertall, eller flere ord.",
    )
    indicator: OwnWord = key(
        "indikator", "Indikator", "Hva planen kaller sorten «indikator»: ett ord, entall og flertall, eller flere ord."
    )
    milestone: OwnWord = key(
        "milepæl", "Milepæl", "Hva planen kaller sorten «milepæl»: ett ord, entall og flertall, eller flere ord."
    )
    phase: OwnWord = key(
        "fase", "Fase", "Hva planen kaller sorten «fase»: ett ord, entall og flertall, eller flere ord."
    )
    risk: OwnWord = key(
        "risiko", "Risiko", "Hva planen kaller sorten «risiko»: ett ord, entall og flertall, eller flere ord."
    )
    stakeholder: OwnWord = key(
        "interessent",
        "Interessent",
        "Hva planen kaller sorten «interessent»: ett ord, entall og flertall, eller flere ord.",
    )
    role: OwnWord = key(
        "rolle", "Rolle", "Hva planen kaller sorten «rolle»: ett ord, entall og flertall, eller flere ord."
    )
    vision: OwnWord = key(
        "visjon", "Visjon", "Hva planen kaller sorten «visjon»: ett ord, entall og flertall, eller flere ord."
    )
    value: OwnWord = key(
        "verdi", "Verdi", "Hva planen kaller sorten «verdi»: ett ord, entall og flertall, eller flere ord."
    )
    chapter: OwnWord = key(
        "kapittel", "Kapittel", "Hva planen kaller sorten «kapittel»: ett ord, entall og flertall, eller flere ord."
    )
    table: OwnWord = key(
        "tabell", "Tabell", "Hva planen kaller sorten «tabell»: ett ord, entall og flertall, eller flere ord."
    )
    figure: OwnWord = key(
        "figur", "Figur", "Hva planen kaller sorten «figur»: ett ord, entall og flertall, eller flere ord."
    )
    attachment: OwnWord = key(
        "vedlegg", "Vedlegg", "Hva planen kaller sorten «vedlegg»: ett ord, entall og flertall, eller flere ord."
    )
    overall: OwnWord = key("overordnet", "Overordnet", "Hva planen kaller et mål på nivået «overordnet».")
    social: OwnWord = key("samfunnsmål", "Samfunnsmål", "Hva planen kaller et mål på nivået «samfunnsmål».")
    effect: OwnWord = key("effektmål", "Effektmål", "Hva planen kaller et mål på nivået «effektmål».")
    result: OwnWord = key("resultatmål", "Resultatmål", "Hva planen kaller et mål på nivået «resultatmål».")
