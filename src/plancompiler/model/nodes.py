"""The 18 kinds of node: which fields each has (`language.md` 4.1 and 4.2). What may stand under them is in `kind.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from plancompiler.model.part import (
    LINE,
    AMapping,
    Deadline,
    Duration,
    File,
    FormerIds,
    Id,
    Line,
    Lines,
    ListOfMappings,
    Part,
    Period,
    Prose,
    Proses,
    Ref,
    Refs,
    TextOr,
    Url,
    key,
    many,
    required,
    word,
)
from plancompiler.model.records import (
    LEVELS,
    Bases,
    Contributions,
    Costs,
    Direction,
    Funding,
    NamedQuantities,
    Participants,
    Quantities,
    Review,
    UnGoals,
)

Language = Annotated[str, word("nb", "nn", "en", "se")]


class Ground(Part):
    """Det alle punkter har."""

    id: Id = required(
        "id",
        "Id",
        "Punktets faste navn i planen: små bokstaver, tall, punktum og bindestrek. Den endres aldri, selv om punktet flyttes eller får nytt nummer.",
        examples=["h3.d1"],
    )
    number: Line = key(
        "nummer",
        "Nummer",
        "Nummeret slik det er trykt; vises etter ordet for punktet. Det er aldri en id, og hull i rekka er i orden.",
        examples=["6 og 14", "A", "3.1"],
    )
    title: Line = key("tittel", "Tittel", "Overskriften, på én linje.", examples=["Alle kan være med"])
    subtitle: Line = key("undertittel", "Undertittel", "En linje under tittelen.")
    short_name: Line = key("kortnavn", "Kortnavn", "Det samme i færre ord, til menyer og tabeller.")
    term: Line = key(
        "betegnelse",
        "Betegnelse",
        'Ordet dette ene punktet kalles, når det heter noe annet enn søsknene; «""» gir ikke noe ord.',
        examples=["Kapittel"],
    )
    body: Prose = key(
        "tekst",
        "Tekst",
        "Teksten, i ett eller flere avsnitt. Skriv «|» og teksten på linjene under når det er mer enn én linje.",
    )
    language: Language = key(
        "språk", "Språk", "Språket teksten er skrevet på, når det er et annet enn planens.", examples=["nn"]
    )
    themes: Lines = many(
        "emner", "Emner", "Frie emneord; hvert emne får en egen side.", examples=["eldre", "folkehelse"]
    )
    footnotes: Annotated[dict[str, Prose], AMapping()] = key(
        "fotnoter", "Fotnoter", "Teksten til fotnotene, etter merket de har i teksten: «[^1]» viser til 1.", empty=None
    )
    notes: Proses = many(
        "merknader",
        "Merknader",
        "Redaktørens egne merknader om kilden; de er aldri en del av planen.",
    )
    source: Line = key(
        "kilde", "Kilde", "Hvor ordene, bildet eller tallene er hentet fra.", examples=["s. 12", "SSB tabell 07459"]
    )
    quoted: Ref = key(
        "sitert",
        "Sitert",
        "Hvor punktet er gjengitt fra. Uten egen tittel og tekst hentes ordene derfra.",
        examples=["baerum-samfunnsdel-2035/h1"],
    )
    former_ids: FormerIds = many(
        "tidligere_id", "Tidligere id", "Id-er punktet har hatt før; gamle lenker kommer fram hit.", examples=["h3.d1"]
    )
    changed_because: Prose = key("endret_fordi", "Endret fordi", "Hvorfor punktet sist ble endret.")
    reviews: Annotated[tuple[Review, ...], ListOfMappings()] = many(
        "gjennomgått",
        "Gjennomgått",
        "Endringer andre steder som noen har sett på, og kommet til at dette punktet kan stå.",
    )


class Linked(Part):
    """Koblinger til andre punkter, planer, dokumenter og aktører."""

    un_goals: UnGoals = many(
        "bærekraftsmål",
        "Bærekraftsmål",
        "FN-målene og FN-delmålene dette gjelder, med nummer eller navn.",
        examples=["3", "17.10"],
    )
    contributes_to: Contributions = many(
        "bidrar_til",
        "Bidrar til",
        "Mål, andre punkter eller planer dette bidrar til, i tillegg til det punktet står under.",
        examples=["h3.d1"],
    )
    builds_on: Bases = many(
        "bygger_på", "Bygger på", "Dokumentene, planene eller punktene dette bygger på.", examples=["folkehelseloven"]
    )
    works_with: Participants = many(
        "samarbeider_med", "Samarbeider med", "Hvem som er med, ved siden av den ansvarlige."
    )


class Counted(Part):
    """Tall som viser hvordan det er."""

    key_figures: NamedQuantities = many("nøkkeltall", "Nøkkeltall", "Tall som viser hvordan det er.")


class Worked(Part):
    """Hvem, når og hvordan det går."""

    responsible: Participants = many(
        "ansvarlig",
        "Ansvarlig",
        "Hvem som har ansvaret: en aktør fra registeret eller en rolle i planen, aldri en person.",
        examples=["Kulturetaten"],
    )
    period: Period = key("periode", "Periode", "Fra og til, når arbeidet går over en tid.", examples=["2026–2030"])
    deadline: Deadline = key(
        "frist",
        "Frist",
        "Når det senest skal være gjort, så nøyaktig som du vet, eller hvor ofte det gjøres.",
        examples=["2027", "1. halvår 2027", "årlig"],
    )
    status: Line = key(
        "status", "Status", "Hvordan det går, så langt dere vet.", examples=["planlagt", "i gang", "fullført"]
    )


class Measured(Part):
    """Tall dere sikter mot."""

    targets: NamedQuantities = many("måltall", "Måltall", "Tallene dere vil nå.")


class Chosen(Part):
    """Om forslaget er valgt."""

    priority: Annotated[str, word("prioritert", "foreslått", "valgt bort")] = key(
        "prioritering", "Prioritering", "Om dette er prioritert, bare foreslått, eller valgt bort."
    )


class Funded(Part):
    """Penger."""

    costs: Costs = many("kostnader", "Kostnader", "Hva det koster, i penger eller arbeid.")
    funding: Funding = key("finansiering", "Finansiering", "Hvordan det betales.", examples=["innenfor rammen"])


class Followed(Part):
    """Hva som skjer videre."""

    followed_in: Refs = many("følges_opp_i", "Følges opp i", "Planen eller dokumentet der dette følges opp.")
    not_followed: Prose = key("uten_oppfølging", "Uten oppfølging", "Hvorfor dette med vilje ikke følges opp.")


class Area(Ground, Linked, Counted, Worked, Followed):
    """Et område samler mål, strategier og virkemidler uten selv å være et mål."""


class Challenge(Ground, Linked, Counted, Worked, Followed):
    """En utfordring er det målene svarer på."""


class Goal(Ground, Linked, Counted, Worked, Measured, Followed):
    """Et mål er en tilstand planen vil nå."""

    level: Annotated[str, word(*LEVELS)] = key(
        "nivå", "Nivå", "Hva slags mål dette er, når planen skiller mellom flere slag."
    )


class Subgoal(Ground, Linked, Counted, Worked, Measured, Followed):
    """Et delmål er en del av et mål."""


class Strategy(Ground, Linked, Counted, Worked, Measured, Chosen, Funded, Followed):
    """En strategi er veien mot målet."""


class Measure(Ground, Linked, Counted, Worked, Measured, Chosen, Funded, Followed):
    """Et virkemiddel er noe som skal gjøres."""

    audience: Proses = many("målgruppe", "Målgruppe", "Hvem det er til for.")
    deliverables: Proses = many(
        "leveranser", "Leveranser", "Det som kommer ut av arbeidet: en plan, et dokument eller en tekst."
    )
    duration: Duration = key(
        "varighet", "Varighet", "Hvor lenge det varer, når bare det er kjent.", examples=["1–2 år"]
    )
    plan_choice: Annotated[str, word("ny", "revideres", "videreføres", "oppheves")] = key(
        "planvalg", "Planvalg", "I en planstrategi: hva som skal skje med planen som lages."
    )


class Indicator(Ground, Linked, Worked):
    """En indikator viser hvordan det går."""

    targets: Quantities = many("måltall", "Måltall", "Tallene dere vil nå; hva de måler, står i tittelen.")
    key_figures: Quantities = many(
        "nøkkeltall", "Nøkkeltall", "Tall som viser hvordan det er; hva de måler, står i tittelen."
    )
    direction: Direction = key("retning", "Retning", "Hvilken vei tallet skal gå: opp, ned eller hold.")


class Milestone(Ground, Linked, Counted, Worked, Funded):
    """En milepæl er noe som skal være gjort innen en dato."""

    audience: Proses = many("målgruppe", "Målgruppe", "Hvem det er til for.")
    purpose: Proses = many("formål", "Formål", "Hva dere vil oppnå.")
    deliverables: Proses = many(
        "leveranser", "Leveranser", "Det som kommer ut av arbeidet: en plan, et dokument eller en tekst."
    )


class Phase(Ground, Linked, Counted, Worked, Funded):
    """En fase er en del av arbeidet med en begynnelse og en slutt."""

    deliverables: Proses = many(
        "leveranser", "Leveranser", "Det som kommer ut av fasen: en plan, et dokument eller en tekst."
    )


class Risk(Ground, Linked, Counted, Worked):
    """En risiko er noe som kan gå galt."""

    likelihood: Annotated[str, word("lav", "middels", "høy")] = key(
        "sannsynlighet", "Sannsynlighet", "Hvor sannsynlig det er: lav, middels eller høy."
    )
    consequence: Annotated[str, word("lav", "middels", "høy")] = key(
        "konsekvens", "Konsekvens", "Hvor mye det betyr om det skjer: lav, middels eller høy."
    )


class Stakeholder(Ground):
    """En interessent kan påvirke eller bli påvirket av arbeidet."""

    actor: Refs = many("aktør", "Aktør", "Hvem interessenten er i aktørregisteret.")
    influences: Proses = many("kan_påvirke", "Kan påvirke", "Hvordan interessenten kan påvirke arbeidet.")
    influenced: Proses = many("kan_bli_påvirket", "Kan bli påvirket", "Hvordan interessenten kan bli påvirket.")


class Role(Ground):
    """En rolle finnes bare i denne planen og kan stå som ansvarlig."""

    actor: Refs = many("aktør", "Aktør", "Hvem som har rollen.")


class Vision(Ground, Linked, Counted):
    """En visjon sier hvor dere vil."""


class Value(Ground):
    """En verdi sier hvordan dere vil være."""


class Chapter(Ground, Linked, Counted, Chosen):
    """Et kapittel er en overskrift med tekst; det som står i det, hører til det kapittelet står under."""

    form: Annotated[str, word("boks")] = key("form", "Form", "«boks» setter ramme rundt kapittelet.")


Cell = Annotated[str | Lines, TextOr(LINE)]


class Table(Ground):
    """En tabell med kolonner og rader."""

    columns: Lines = required(
        "kolonner", "Kolonner", "Overskriftene til kolonnene, fra venstre.", examples=["Nivå", "Tjenester"]
    )
    rows: Annotated[tuple[Annotated[dict[str, Cell], AMapping()], ...], ListOfMappings()] = required(
        "rader", "Rader", "Radene: for hver rad, hva som står under hver overskrift. En celle er tekst eller ei liste."
    )


class Figure(Ground):
    """En figur, eller beskrivelsen av den."""

    alternative: Prose = required("alt", "Alternativ tekst", "Hva figuren viser, for dem som ikke ser den.")
    image: File = key("bilde", "Bilde", "Bildefila, regnet fra mappa planen ligger i.", examples=["figurer/trapp.png"])


class Attachment(Ground, Linked, Counted):
    """Et vedlegg kommer sist og har sin egen side."""

    file: File = key("fil", "Fil", "Fila, regnet fra mappa planen ligger i.", examples=["vedlegg/kart.pdf"])
    url: Url = key("url", "Nettadresse", "Adressen til vedlegget.")


NODES: Mapping[str, type[Ground]] = {
    "område": Area,
    "utfordring": Challenge,
    "mål": Goal,
    "delmål": Subgoal,
    "strategi": Strategy,
    "virkemiddel": Measure,
    "indikator": Indicator,
    "milepæl": Milestone,
    "fase": Phase,
    "risiko": Risk,
    "interessent": Stakeholder,
    "rolle": Role,
    "visjon": Vision,
    "verdi": Value,
    "kapittel": Chapter,
    "tabell": Table,
    "figur": Figure,
    "vedlegg": Attachment,
}
