"""Vocabularies: words a workspace may add to, each with what rules and pages must know of it (`language.md` 11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from plancompiler.model.part import (
    Duration,
    Line,
    Lines,
    ListOfMappings,
    Number,
    OneOrMany,
    Part,
    Period,
    Proses,
    Url,
    YesNo,
    key,
    many,
    required,
    word,
)
from plancompiler.model.records import KindWords


class Named(Part):
    """Det som har navn på flere språk."""

    id: Line = required("id", "Id", "Ordet slik planleggere skriver det.", examples=["i gang"])
    bokmal: Line = key("nb", "Bokmål", "Navnet på bokmål.")
    nynorsk: Line = key("nn", "Nynorsk", "Navnet på nynorsk.")
    english: Line = key("en", "Engelsk", "Navnet på engelsk.")
    sami: Line = key("se", "Nordsamisk", "Navnet på nordsamisk.")


class VocabularyEntry(Named):
    """Det alle ord i en ordbok har."""

    aliases: Lines = many("alias", "Alias", "Andre navn og skrivemåter.")
    notes: Proses = many("merknader", "Merknader", "Redaktørens egne merknader; de er aldri en del av planen.")


class UnGoalEntry(VocabularyEntry):
    """Et av FNs bærekraftsmål."""

    uri: Url = key("uri", "URI", "FNs egen adresse for målet.")
    colour: Line = key("farge", "Farge", "Fargen FN har gitt målet.", examples=["#4C9F38"])
    text_colour: Annotated[str, word("hvit", "svart")] = key(
        "tekstfarge", "Tekstfarge", "Fargen teksten oppå må ha for å kunne leses: hvit eller svart."
    )
    group: Line = key(
        "gruppe", "Gruppe", "Gruppa målet hører til: natur, samfunn, økonomi eller samarbeid.", examples=["samfunn"]
    )
    targets: Annotated[tuple[Named, ...], ListOfMappings()] = many("delmål", "Delmål", "FN-delmålene under målet.")


class PlanType(VocabularyEntry):
    """En plantype og saksgangen den har."""

    authority: Line = key(
        "hjemmel", "Hjemmel", "Paragrafen som gjelder for plantypen.", examples=["plan- og bygningsloven § 11-2"]
    )
    programme: YesNo = key("planprogram", "Planprogram", "Om det skal lages planprogram: ja eller nei.")
    consultation_days: Number = key(
        "høring_dager", "Dager på høring", "Hvor mange dager forslaget minst skal være på høring.", examples=["42"]
    )
    adopted_by: Lines = many("vedtas_av", "Vedtas av", "Hvem som kan vedta planen.", examples=["kommunestyret"])
    may_delegate: YesNo = key("kan_delegeres", "Kan delegeres", "Om vedtaket kan delegeres: ja eller nei.")
    superior_types: Lines = many(
        "overordnet_type", "Overordnet type", "Plantypene denne kan følge opp.", examples=["samfunnsdel"]
    )
    least_period: Duration = key(
        "minste_periode", "Minste periode", "Hvor lang tid planen minst skal gjelde for.", examples=["4 år"]
    )
    revised_every: Duration = key(
        "rulleres_hver", "Rulleres hver", "Hvor ofte planen skal rulleres.", examples=["1 år"]
    )
    chain: KindWords = many(
        "målstruktur",
        "Målstruktur",
        "Kjeden planer av typen har når de ikke sier noe annet.",
        examples=["mål", "delmål", "strategi"],
    )
    measures: Annotated[str, word("kreves", "valgfrie", "forbudt")] = key(
        "virkemiddelregel",
        "Regel for virkemidler",
        "Om planer av typen skal ha virkemidler: kreves, valgfrie eller forbudt.",
    )


class Status(VocabularyEntry):
    """Et ord for hvor en plan eller et punkt er."""

    applies_to: Annotated[tuple[Annotated[str, word("plan", "node")], ...], OneOrMany()] = many(
        "gjelder", "Gjelder", "Om ordet gjelder planer (`plan`), punkter (`node`) eller begge."
    )
    sosi: Line = key("sosi", "SOSI", "Nummeret i SOSI-lista Planstatus som ligger nærmest.", examples=["3"])
    draft_banner: YesNo = key(
        "utkastbanner", "Utkastbanner", "Om siden skal si at planen ikke er vedtatt: ja eller nei."
    )


class MunicipalityEntry(VocabularyEntry):
    """En kommune, med nummeret som id."""

    period: Period = key("periode", "Periode", "Tida nummeret har vært i bruk.")
    replaced_by: Lines = many("erstattet_av", "Erstattet av", "Nummeret eller numrene som kom i stedet.")


VOCABULARIES: Mapping[str, type[VocabularyEntry]] = {
    "bærekraftsmål": UnGoalEntry,
    "plantyper": PlanType,
    "statuser": Status,
    "kommuner": MunicipalityEntry,
}


class VocabularyHeader(Part):
    """Øverst i et vokabular."""

    vocabulary: Annotated[str, word(*VOCABULARIES)] = required(
        "vokabular", "Vokabular", "Hvilket vokabular fila legger ord til i.", examples=["statuser"]
    )
    notes: Proses = many("merknader", "Merknader", "Redaktørens egne merknader; de er aldri en del av planen.")
