"""What stands first in a plan, and in a part of one (`language.md` 3 and 9)."""

from __future__ import annotations

from typing import Annotated

from plancompiler.model.nodes import Language
from plancompiler.model.part import (
    AMapping,
    Date,
    FormerIds,
    Id,
    Line,
    Lines,
    ListOfMappings,
    Municipality,
    Part,
    Period,
    Prose,
    Proses,
    Refs,
    Rhythm,
    Url,
    YesNo,
    key,
    many,
    required,
    word,
)
from plancompiler.model.records import (
    Bases,
    Contact,
    Departure,
    Funding,
    KindWords,
    NamedQuantities,
    NotFollowed,
    Participants,
    Retired,
    Review,
    Step,
    Terms,
    UnGoals,
)


class PlanHeader(Part):
    """Opplysningene om planen, øverst i fila."""

    plan: Id = required(
        "plan",
        "Plan",
        "Planens faste navn: små bokstaver, tall, punktum og bindestrek. Det er adressen til planens sider.",
        examples=["fritid-2030"],
    )
    title: Line = required("tittel", "Tittel", "Tittelen på planen.", examples=["Fritid for alle"])
    subtitle: Line = key("undertittel", "Undertittel", "En linje under tittelen.")
    short_name: Line = key("kortnavn", "Kortnavn", "Tittelen i færre ord, til menyer og tabeller.")
    type: Line = required(
        "type",
        "Plantype",
        "Hva slags plan det er; typen bestemmer reglene for saksgang, og målstrukturen når planen ikke har sin egen.",
        examples=["samfunnsdel", "temaplan"],
    )
    municipality: Municipality = key("kommune", "Kommune", "Kommunenummeret, fire sifre.", examples=["0301"])
    owners: Refs = many(
        "eier",
        "Eier",
        "Den eller de som eier planen, fra aktørregisteret; brukes når flere har en plan sammen.",
        examples=["nordvik-kommune"],
    )
    language: Language = required(
        "språk", "Språk", "Språket planen er skrevet på: nb, nn, en eller se.", examples=["nb"]
    )
    period: Period = key("periode", "Periode", "Tida planen gjelder for.", examples=["2026–2038"])
    status: Line = key(
        "status",
        "Status",
        "Hvor planen er i saksgangen; «ukjent» når kilden ikke sier det.",
        examples=["utkast", "på høring", "vedtatt"],
    )
    rendering: Annotated[str, word("vedtatt tekst", "egne ord", "utdrag")] = key(
        "gjengivelse", "Gjengivelse", "Om dette er den vedtatte teksten, planen med egne ord, eller et utdrag."
    )
    version: Line = key("versjon", "Versjon", "Versjonen slik den er trykt på planen.")
    source: Line = key("kilde", "Kilde", "Dokumentet planen er gjengitt fra.")
    url: Url = key("url", "Nettadresse", "Adressen til den vedtatte planen.")
    summary: Prose = key("sammendrag", "Sammendrag", "Planen kort fortalt; står først på planens side.")
    superior: Refs = many(
        "overordnet",
        "Overordnet",
        "Planene og dokumentene denne planen følger opp.",
        examples=["nordvik-samfunnsdel-2038"],
    )
    replaces: Refs = many("erstatter", "Erstatter", "Planene denne planen kommer i stedet for.")
    draft_of: Refs = many("utkast_til", "Utkast til", "Planen dette er et utkast til ny utgave av.")
    builds_on: Bases = many("bygger_på", "Bygger på", "Dokumentene, planene eller punktene planen bygger på.")
    un_goals: UnGoals = many(
        "bærekraftsmål",
        "Bærekraftsmål",
        "FN-målene planen som helhet gjelder; punktene arver dem ikke.",
        examples=["3", "17.10"],
    )
    number_is_un_goal: YesNo = key(
        "nummer_er_fn_mål",
        "Nummer er FN-mål",
        "Om numrene på målene er numrene på FN-målene, så «6 og 14» er FN-mål 6 og 14: ja eller nei.",
    )
    responsible: Participants = many("ansvarlig", "Ansvarlig", "Hvem som har ansvaret for planen som helhet.")
    works_with: Participants = many(
        "samarbeider_med", "Samarbeider med", "Hvem som er med på planen, ved siden av den ansvarlige."
    )
    themes: Lines = many("emner", "Emner", "Frie emneord for planen som helhet.", examples=["folkehelse"])
    key_figures: NamedQuantities = many("nøkkeltall", "Nøkkeltall", "Tall som viser hvordan det er.")
    case_number: Line = key("saksnummer", "Saksnummer", "Nummeret på arkivsaken.", examples=["25/1042"])
    procedure: Annotated[tuple[Step, ...], ListOfMappings()] = many(
        "saksgang", "Saksgang", "Alt som har skjedd med planen: planprogram, høring, vedtak og endringer."
    )
    next_revision: Date = key(
        "neste_rullering", "Neste rullering", "Når planen skal rulleres neste gang.", examples=["2029"]
    )
    revised: Rhythm = key("rulleres", "Rulleres", "Hvor ofte planen rulleres.", examples=["årlig", "hvert 4. år"])
    chain: KindWords = many(
        "målstruktur",
        "Målstruktur",
        "Planens egen kjede, fra det øverste til det nederste: det som telles, og som skal følges opp.",
        examples=["mål", "delmål", "virkemiddel"],
    )
    terms: Annotated[Terms, AMapping()] = key(
        "betegnelser", "Betegnelser", "Hva punktene kalles i denne planen, for eksempel «mål: Hovedmål».", empty=None
    )
    followed_in: Refs = many("følges_opp_i", "Følges opp i", "Planen eller dokumentet der alt i planen følges opp.")
    not_followed: Prose = key("uten_oppfølging", "Uten oppfølging", "Hvorfor planen med vilje ikke følges opp.")
    leaves: Annotated[tuple[NotFollowed, ...], ListOfMappings()] = many(
        "følger_ikke_opp",
        "Følger ikke opp",
        "Overordnede mål, FN-mål og tema planen bevisst lar ligge, med begrunnelse.",
    )
    departures: Annotated[tuple[Departure, ...], ListOfMappings()] = many(
        "avvik", "Avvik", "Regler planen ikke følger, med forklaring; da blir advarselen et tips."
    )
    retired: Annotated[tuple[Retired, ...], ListOfMappings()] = many(
        "utgåtte", "Utgåtte", "Punkter som er tatt ut for godt, og hva som kom i stedet."
    )
    contact: Annotated[Contact, AMapping()] = key(
        "kontakt", "Kontakt", "Hvem leserne kan spørre om planen; en rolle eller enhet, aldri en person.", empty=None
    )
    notes: Proses = many(
        "merknader", "Merknader", "Redaktørens egne merknader om kilden; de er aldri en del av planen."
    )
    footnotes: Annotated[dict[str, Prose], AMapping()] = key(
        "fotnoter", "Fotnoter", "Teksten til fotnotene, etter merket de har i teksten.", empty=None
    )
    former_ids: FormerIds = many(
        "tidligere_id", "Tidligere id", "Id-er planen har hatt før; gamle lenker kommer fram hit."
    )
    changed_because: Prose = key("endret_fordi", "Endret fordi", "Hvorfor planen sist ble endret.")
    reviews: Annotated[tuple[Review, ...], ListOfMappings()] = many(
        "gjennomgått", "Gjennomgått", "Endringer andre steder som noen har sett på, og kommet til at planen kan stå."
    )
    funding: Funding = key("finansiering", "Finansiering", "Hvordan planen som helhet betales.")


class PartHeader(Part):
    """Det som sier hvor en del av en plan hører hjemme."""

    plan: Id = required("del_av", "Del av", "Id-en til planen denne fila er en del av.", examples=["fritid-2030"])
    under: Id = key(
        "under",
        "Under",
        "Id-en til punktet innholdet skal stå under; uten dette står det rett under planen.",
        examples=["h9"],
    )
    notes: Proses = many("merknader", "Merknader", "Redaktørens egne merknader; de er aldri en del av planen.")
