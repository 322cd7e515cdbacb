"""The data of the site as a catalogue that data.norge.no can fetch: DCAT-AP-NO in Turtle.

The profile is that of https://data.norge.no/specification/dcat-ap-no, the words in it are the EU's lists. The
licence is the one that the settings name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Output
from plancompiler.node import Fields, records, text
from plancompiler.program import Program
from plancompiler.table import Table
from plancompiler.views.chrome import publisher, site_name
from plancompiler.views.licence import licence
from plancompiler.views.site_address import whole_address

_PREFIXES = """\
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_EU = "http://publications.europa.eu/resource/authority"
_TYPES = "https://www.iana.org/assignments/media-types"
# What may stand in an address as it is; the rest is written as its bytes.
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"
_LANGUAGES = {"nb": "NOB", "nn": "NNO", "en": "ENG"}

# A thing that is said something of: its address, its class, and each property with its value as Turtle writes it.
_Said = Iterator[tuple[str, str]]


def catalog(program: Program, output: Output) -> str:
    """Return the catalogue: one set of data, which can be had as a whole and as tables."""
    contact = next(iter(records(program.settings, "kontakt")), None)
    own = whole_address(program, "catalog.ttl")
    things = [
        (own, "dcat:Catalog", _of_catalog(program, output, contact)),
        (f"{own}#data", "dcat:Dataset", _of_data(program, output, contact)),
        (f"{own}#utgiver", "foaf:Agent", iter([("foaf:name", _text(publisher(program, output), output))])),
    ]
    if contact is not None:
        things.append((f"{own}#kontakt", "vcard:Organization", _of_contact(contact, output)))
    things.append((f"{own}#program", "dcat:Distribution", _of_program(program, output)))
    for table in collect(tables, "TABLE", Table):
        things.append((f"{own}#{table.name}", "dcat:Distribution", _of_table(program, output, table)))
    return _PREFIXES + "".join(_written(*thing) for thing in things)


def _of_catalog(program: Program, output: Output, contact: Fields | None) -> _Said:
    words, own = output.words, whole_address(program, "catalog.ttl")
    yield "dct:title", _text(words("Åpne data: {site}").format(site=site_name(program, output)), output)
    yield "dct:description", _text(words("Data om planene, laget av de samme filene som nettstedet."), output)
    yield from _common(program, output, contact)
    yield "foaf:homepage", _address(whole_address(program, "index.html"))
    yield "dcat:dataset", _address(f"{own}#data")


def _of_data(program: Program, output: Output, contact: Fields | None) -> _Said:
    words, own = output.words, whole_address(program, "catalog.ttl")
    yield "dct:title", _text(site_name(program, output), output)
    yield (
        "dct:description",
        _text(
            words(
                "Planene med alle punktene i dem, hvem som har ansvaret, lenkene mellom planene og til FNs "
                "bærekraftsmål, og tabeller på tvers av planene."
            ),
            output,
        ),
    )
    yield "dct:identifier", json.dumps(f"{own}#data", ensure_ascii=False)
    yield from _common(program, output, contact)
    yield "dcat:theme", _address(f"{_EU}/data-theme/GOVE")
    yield "dct:accessRights", _address(f"{_EU}/access-right/PUBLIC")
    yield "dcat:landingPage", _address(whole_address(program, "tabeller/index.html"))
    names = ("program", *(table.name for table in collect(tables, "TABLE", Table)))
    yield "dcat:distribution", ", ".join(_address(f"{own}#{name}") for name in names)


def _common(program: Program, output: Output, contact: Fields | None) -> _Said:
    own = whole_address(program, "catalog.ttl")
    yield "dct:publisher", _address(f"{own}#utgiver")
    if contact is not None:
        yield "dcat:contactPoint", _address(f"{own}#kontakt")
    if output.language in _LANGUAGES:
        yield "dct:language", _address(f"{_EU}/language/{_LANGUAGES[output.language]}")
    if output.as_of:
        yield "dct:modified", f'"{output.as_of}"^^xsd:date'


def _of_contact(contact: Fields, output: Output) -> _Said:
    mail, url, telephone = (text(contact, key) for key in ("epost", "url", "telefon"))
    who = ", ".join(part for key in ("rolle", "enhet") if (part := text(contact, key)))
    yield "vcard:fn", _text(who or mail or url or telephone, output)
    if mail:
        yield "vcard:hasEmail", _address(f"mailto:{mail}")
    if telephone:
        yield "vcard:hasTelephone", _address(f"tel:{telephone.replace(' ', '')}")
    if url:
        yield "vcard:hasURL", _address(url)


def _of_program(program: Program, output: Output) -> _Said:
    yield "dct:title", _text(output.words("Alle data (JSON)"), output)
    yield from _file(program, "data/program.json", "JSON", "application/json")


def _of_table(program: Program, output: Output, table: Table) -> _Said:
    yield "dct:title", _text(output.words(table.title), output)
    yield from _file(program, f"tabeller/{table.name}.csv", "CSV", "text/csv")


def _file(program: Program, path: str, form: str, media: str) -> _Said:
    where, free = whole_address(program, path), licence(program)
    yield "dcat:accessURL", _address(where)
    yield "dcat:downloadURL", _address(where)
    yield "dct:format", _address(f"{_EU}/file-type/{form}")
    yield "dcat:mediaType", _address(f"{_TYPES}/{media}")
    if free is not None:
        yield "dct:license", _address(free.uri)


def _written(where: str, kind: str, said: _Said) -> str:
    return f"\n{_address(where)}\n    a {kind}" + "".join(f" ;\n    {name} {value}" for name, value in said) + " .\n"


def _text(words: str, output: Output) -> str:
    # What JSON escapes in a text, and how, Turtle does too.
    return f"{json.dumps(words, ensure_ascii=False)}@{output.language}"


def _address(where: str) -> str:
    """Return an address between angles, with nothing in it that would end it."""
    return f"<{quote(where, safe=_KEPT)}>"
