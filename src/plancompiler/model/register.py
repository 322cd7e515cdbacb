"""Registers: actors, cited documents, terms, and texts that plans share (`language.md` 10)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from plancompiler.model.nodes import Language
from plancompiler.model.part import (
    Date,
    FormerIds,
    Id,
    Line,
    Lines,
    Municipality,
    Part,
    Period,
    Prose,
    Proses,
    Ref,
    Refs,
    Url,
    key,
    many,
    required,
    word,
)


class RegisterHeader(Part):
    """Øverst i et register."""

    name: Id = required("register", "Register", "Registerets faste navn.", examples=["aktorer"])
    title: Line = key("tittel", "Tittel", "Hva registeret heter.", examples=["Aktører"])
    notes: Proses = many("merknader", "Merknader", "Redaktørens egne merknader; de er aldri en del av planen.")


class RegisterEntry(Part):
    """Det alle poster i et register har."""

    id: Id = required(
        "id", "Id", "Postens faste navn, ulikt alle andre registerposter og planer.", examples=["folkehelseloven"]
    )
    former_ids: FormerIds = many("tidligere_id", "Tidligere id", "Id-er posten har hatt før.")
    notes: Proses = many("merknader", "Merknader", "Redaktørens egne merknader; de er aldri en del av planen.")


class Actor(RegisterEntry):
    """En aktør: en kommune, en enhet, et utvalg eller en organisasjon; aldri en person."""

    name: Line = required("navn", "Navn", "Aktørens fulle navn.", examples=["Plan og miljø"])
    short_name: Line = key("kortnavn", "Kortnavn", "Navnet slik det brukes i planer og tabeller.", examples=["HEV"])
    aliases: Lines = many("alias", "Alias", "Andre navn på aktøren i planene.")
    applies_to: Refs = many(
        "gjelder", "Gjelder", "Planene der navnene betyr denne aktøren; uten dette gjelder de overalt der de kan."
    )
    type: Annotated[
        str,
        word(
            "kommune", "enhet", "politisk", "stat", "fylkeskommune", "helseforetak", "interkommunalt", "utdanning", "frivillig",
            "privat", "samarbeid", "annet", "ukjent",
        ),
    ] = required("type", "Type", "Hva slags aktør det er.", examples=["enhet"])  # fmt: skip
    part_of: Ref = key("del_av", "Del av", "Aktøren denne er en del av.", examples=["nordvik-kommune"])
    municipality: Municipality = key("kommune", "Kommune", "Kommunenummeret, fire sifre.", examples=["0301"])
    period: Period = key("periode", "Periode", "Tida aktøren har vært til.")
    replaced_by: Refs = many("erstattet_av", "Erstattet av", "Aktøren eller aktørene som kom i stedet.")
    url: Url = key("url", "Nettadresse", "Aktørens nettsted.")
    body: Prose = key("tekst", "Tekst", "Kort om aktøren.")


class SourceDocument(RegisterEntry):
    """Et dokument planer bygger på eller viser til."""

    title: Line = required("tittel", "Tittel", "Dokumentets fulle tittel.", examples=["Lov om folkehelsearbeid"])
    short_name: Line = key("kortnavn", "Kortnavn", "Tittelen slik den brukes i planer og tabeller.")
    aliases: Lines = many("alias", "Alias", "Andre navn på dokumentet i planene.", examples=["folkehelseloven"])
    applies_to: Refs = many(
        "gjelder", "Gjelder", "Planene der navnene betyr dette dokumentet; uten dette gjelder de overalt der de kan."
    )
    type: Annotated[
        str,
        word(
            "lov", "forskrift", "stortingsmelding", "nou", "proposisjon", "konvensjon", "direktiv", "retningslinje", "veileder",
            "strategi", "plan", "reform", "rapport", "avtale", "brev", "kunnskapsgrunnlag", "annet",
        ),
    ] = required("type", "Type", "Hva slags dokument det er.", examples=["lov"])  # fmt: skip
    number: Line = key("nummer", "Nummer", "Nummeret slik det er trykt.", examples=["Meld. St. 15 (2017–2018)"])
    year: Date = key("år", "År", "Året dokumentet er fra.", examples=["2015"])
    period: Period = key("periode", "Periode", "Tida dokumentet gjelder for.")
    publisher: Line = key("utgiver", "Utgiver", "Hvem som har gitt det ut: en aktør fra registeret, eller tekst.")
    url: Url = key("url", "Nettadresse", "Adressen til dokumentet.")
    language: Language = key("språk", "Språk", "Språket dokumentet er skrevet på.")
    replaced_by: Refs = many("erstattet_av", "Erstattet av", "Dokumentet som kom i stedet.")
    plan: Ref = key("plan", "Plan", "Planen her som er det samme dokumentet; sidene blir slått sammen.")
    status: Line = key("status", "Status", "Hvor dokumentet er i saksgangen, når det er en plan.", examples=["vedtatt"])
    adopted: Date = key("vedtatt", "Vedtatt", "Når dokumentet ble vedtatt.")
    body: Prose = key("tekst", "Tekst", "Kort om dokumentet.")


class Term(RegisterEntry):
    """Et ord som har en bestemt mening i planene."""

    word: Line = required("ord", "Ord", "Ordet eller forkortelsen.", examples=["BEON-prinsippet"])
    aliases: Lines = many("alias", "Alias", "Forkortelser og andre skrivemåter.", examples=["BEON"])
    explanation: Prose = required("forklaring", "Forklaring", "Hva ordet betyr.")
    applies_to: Refs = many("gjelder", "Gjelder", "Planene der ordet har denne meningen; andre steder er det fritt.")
    source: Line = key("kilde", "Kilde", "Hvor forklaringen er hentet fra.")


class SharedText(RegisterEntry):
    """En tekst som flere planer kan hente."""

    title: Line = key("tittel", "Tittel", "Overskriften, på én linje.")
    body: Prose = required("tekst", "Tekst", "Teksten, i ett eller flere avsnitt.")
    language: Language = key("språk", "Språk", "Språket teksten er skrevet på.")


SECTIONS: Mapping[str, type[RegisterEntry]] = {
    "aktører": Actor,
    "dokumenter": SourceDocument,
    "ordliste": Term,
    "tekster": SharedText,
}

# An entry with these alone adds names to one in another register, and need not say the rest again.
ADDS_NAMES = frozenset({"id", "alias", "gjelder"})
