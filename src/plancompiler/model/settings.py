"""Settings of a workspace, the file `plancompiler.yaml` (`interface.md`)."""

from __future__ import annotations

from typing import Annotated

from plancompiler.model.part import AMapping, File, Line, Lines, Part, Url, key, many, required, word
from plancompiler.model.records import Contact

SEVERITY = word("feil", "advarsel", "tips", "av")
LICENCE = word("NLOD 2.0", "CC BY 4.0", "CC0 1.0")
LEVEL = word("oppsett", "redaksjonell", "innhold", "forpliktelse")


class Settings(Part):
    """Det som gjelder for hele arbeidsområdet."""

    name: Line = required(
        "arbeidsområde",
        "Arbeidsområde",
        "Navnet på arbeidsområdet.",
        examples=["Planer i Nordvik kommune"],
    )
    language: Annotated[str, word("nb", "nn", "en")] = key(
        "språk", "Språk", "Språket på nettstedets egne ord: nb, nn eller en.", examples=["nb"]
    )
    address: Url = key(
        "adresse", "Adresse", "Adressen nettstedet skal ligge på.", examples=["https://planer.nordvik.example"]
    )
    repository: Url = key("depot", "Depot", "Adressen til stedet der planene blir skrevet.")
    publish: Lines = many(
        "publiser", "Publiser", "Statusene en plan må ha for å bli publisert.", examples=["vedtatt", "på høring"]
    )
    rules: Annotated[dict[str, Annotated[str, SEVERITY]], AMapping()] = key(
        "regler", "Regler", "Hvor alvorlig hver regel skal være: feil, advarsel, tips eller av.", empty=None
    )
    levels: Annotated[dict[str, Annotated[str, LEVEL]], AMapping()] = key(
        "nivåer",
        "Nivåer",
        "Hvor mye en endring i et felt betyr: oppsett, redaksjonell, innhold eller forpliktelse.",
        empty=None,
    )
    accessibility: Url = key(
        "tilgjengelighetserklæring", "Tilgjengelighetserklæring", "Adressen til tilgjengelighetserklæringen."
    )
    privacy: Url = key("personvern", "Personvern", "Adressen til personvernerklæringen.")
    licence: Annotated[str, LICENCE] = key(
        "lisens",
        "Lisens",
        "Lisensen andre kan bruke innholdet etter: NLOD 2.0, CC BY 4.0 eller CC0 1.0.",
        examples=["NLOD 2.0"],
    )
    contact: Annotated[Contact, AMapping()] = key(
        "kontakt",
        "Kontakt",
        "Hvem leserne kan spørre om nettstedet; en rolle eller enhet, aldri en person.",
        empty=None,
    )
    logo: File = key("logo", "Logo", "Bildefila med logoen, regnet fra mappa innstillingene ligger i.")
    input: Url = key("innspill", "Innspill", "Adressen der leserne kan gi innspill til planene.")
    known_findings: File = key(
        "kjente_funn", "Kjente funn", "Fila med funn som er kjent fra før.", examples=["kjente-funn.json"]
    )
