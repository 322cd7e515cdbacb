"""Write the two pages that are made: every key of the plan language (`felt.md`) and every code (`funn.md`).

What a key means is said in the models, where it may stand by the table of kinds, and what a code means by the code
itself; here they are only laid out. `make docs` writes both, and a test fails when either is older than its source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from inspect import get_annotations
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo

from plancompiler.catalogue import all_codes
from plancompiler.code import Code
from plancompiler.model.header import PartHeader, PlanHeader
from plancompiler.model.kind import CHILD_KEYS, KINDS, PLAN_HOLDS, VEDLEGG_HOLDS, Kind
from plancompiler.model.nodes import NODES, Ground
from plancompiler.model.nynorsk import WORDS, spellings
from plancompiler.model.part import AMapping, ListOfMappings, OneOrMany, Part, TextOr, Typed
from plancompiler.model.records import OwnWords
from plancompiler.model.register import SECTIONS, RegisterHeader
from plancompiler.model.settings import Settings
from plancompiler.model.vocabulary import VOCABULARIES, VocabularyHeader
from plancompiler.reference import ROLES
from plancompiler.values.numbers import QUALIFIERS
from plancompiler.values.rhythms import RHYTHMS
from plancompiler.workspace import built_in

# By type of text: what it is called in a sentence, and how it is written.
_TEXTS: Mapping[str, tuple[str, str]] = {
    "line": ("en tekst på én linje", "Kan ha `*kursiv*`, `**halvfet**`, koblinger med `[[…]]` og fotnotemerker."),
    "prose": ("en tekst", "Ett eller flere avsnitt. For flere linjer skriver du `|` og teksten på linjene under."),
    "reference": (
        "id-en eller navnet",
        "Id-en til et punkt i planen, `plan/id` i en annen, id-en til en plan, eller id, navn, kortnavn eller alias fra"
        " et register: `m1.d1`, `samfunnsdel-2038/h1`, `Park og plass`.",
    ),
    "id": ("en id", "Små bokstaver a–z, tall, punktum og bindestrek; høyst 60 tegn: `m1.d1`, `nabolag-2030`."),
    "former-id": ("en gammel id", "En id, eller `plan/id` når punktet kom fra en annen plan: `gammel-plan/h2`."),
    "date": (
        "en dato",
        "Så nøyaktig som du vet: `2026-04-27`, `2026-04`, `2026`, `uke 35 2026`, `vår 2026`, `høst 2026`,"
        " `3. kvartal 2026`, `2. tertial 2026`, `1. halvår 2026`, `planperioden`, `første del av planperioden`,"
        " `siste del av planperioden`.",
    ),
    "period": (
        "en periode",
        "En dato, eller fra–til med tankestrek eller bindestrek. Den ene enden kan være åpen: `2026–2030`,"
        " `2026-05-01 – 2026-09-15`, `2026–`, `–2035`.",
    ),
    "rhythm": ("hvor ofte", f"{', '.join(f'`{word}`' for word in RHYTHMS)} eller `hvert 4. år`."),
    "deadline": ("en dato, eller hvor ofte", "En dato eller et ord for hvor ofte: `2027`, `1. halvår 2027`, `årlig`."),
    "duration": ("hvor lenge", "Et tall, og dager, uker, måneder eller år: `6 måneder`, `1–2 år`."),
    "number": (
        "et tall",
        "Desimalkomma, mellomrom mellom tusener, og en enhet etter: `75 %`, `12 000 innbyggere`, `0,4 årsverk`,"
        " `20–30 %`, `høyst 3. plass`, `83`."
        f" Foran kan det stå {', '.join(f'`{word}`' for word in QUALIFIERS)}.",
    ),
    "un-goal": ("et FN-mål eller FN-delmål", "Nummeret, eller navnet på FN-målet: `3`, `17.10`, `16.b`."),
    "municipality": ("et kommunenummer", "Fire sifre: `0301`."),
    "url": ("en nettadresse", "Begynner med `https://`."),
    "file": ("en fil", "Hvor fila er, regnet fra mappa planen ligger i: `figurer/kart.png`."),
}

# By the first key of a file: what the file is, its model, and the lists that follow.
_FILES: Mapping[str, tuple[str, type[Part], tuple[str, ...]]] = {
    "plan": ("planen", PlanHeader, tuple(KINDS[kind].key for kind in PLAN_HOLDS)),
    "del_av": ("del av en plan", PartHeader, CHILD_KEYS),
    "register": ("registeret", RegisterHeader, tuple(SECTIONS)),
    "vokabular": ("vokabularet", VocabularyHeader, ("poster",)),
    "arbeidsområde": ("innstillingene", Settings, ()),
}

# Keys whose words a vocabulary has, by the model that says them.
_FROM_VOCABULARY = {(PlanHeader, "type"), (PlanHeader, "status"), *((model, "status") for model in NODES.values())}
# Keys whose value has the author's own words as keys, by what those are.
_OWN_KEYS = {"fotnoter": "merket", "rader": "overskriften", "regler": "koden", "nivåer": "feltet"}
# Keys of text that may be a reference.
_MAY_POINT = {"organ", "utgiver", "leveranser"}
_NEUTER = {"punkt", "område", "mål", "delmål", "virkemiddel", "dokument"}
_LEVELS = {"error": "Feil", "warning": "Advarsel", "info": "Tips"}
# Characters that no reader sees, or sees as a part of another.
_UNSEEN = {"Cc", "Cf", "Co", "Mn", "Zl", "Zp", "Zs"}
_MADE = "Denne siden er laget av programmet; rett den ikke her."


@dataclass(frozen=True, slots=True)
class Use:
    """What a key means, and what may stand after it, in the places that share this."""

    meaning: str
    value: str
    examples: tuple[str, ...] = ()
    required: bool = False


def pages() -> Mapping[str, str]:
    """Return the text of each page by its file name."""
    return {"felt.md": _keys_page(), "funn.md": _codes_page()}


# ---------------------------------------------------------------- felt.md


def _keys_page() -> str:
    uses = _uses()
    return _page(
        "# Alle felt",
        "Hvert felt i planspråket: hvor det kan stå, hva det betyr, og hva du kan skrive i det."
        f" Språket vist med eksempler er i [plansprak.md](plansprak.md). {_MADE}",
        "## Slik skriver du det som står i feltene",
        _table(("Feltet har", "Slik skriver du"), ((_capital(called), how) for called, how in _TEXTS.values())),
        "Kan det stå flere, setter du hakeparenteser rundt og komma mellom, eller en linje for hver med `- ` foran.",
        "## Filer",
        "Det første feltet i fila sier hva den er. Feltene øverst kommer først, så listene med punkter eller poster.",
        *(_file(key, *said) for key, said in _FILES.items()),
        "Filer som begynner med `rapport`, `høring` eller `tabell`, er satt av til senere.",
        "## Sorter av punkter",
        f"Alle punkter kan ha {_listed(_linked(_fields(Ground)))}. Et punkt med `sitert` kan hente tittelen derfra.",
        *(_kind(kind) for kind in KINDS.values()),
        "## Ord som følger med",
        "Disse ordene er et utgangspunkt; du kan [legge til egne](plansprak.md#egne-plantyper-og-statuser).",
        _vocabulary("plantyper", "målstruktur", "Målstruktur"),
        _vocabulary("statuser", "gjelder", "For"),
        "## Felt fra A til Å",
        # In Unicode Å comes before Æ and Ø.
        *(_key(key, uses[key]) for key in sorted(uses, key=lambda key: key.translate(str.maketrans("æøå", "{|}")))),
    )


def _file(key: str, called: str, model: type[Part], lists: tuple[str, ...]) -> str:
    rest = (each for each in _fields(model) if each != key)
    then = f" Så {_listed(_linked(lists))}." if lists else ""
    return f"**{_capital(called)}** begynner med [`{key}`](#{key}) og har {_listed(_linked(rest))}.{then}"


def _kind(kind: Kind) -> str:
    model = NODES[kind.name]
    fields = _fields(model, without=Ground)
    must = ("id", *(key for key, field in fields.items() if field.is_required()))
    demands = re.sub("tittel|tekst|nummer|kilde|aktør", r"`\g<0>`", kind.demands)
    below = _listed(f"`{KINDS[name].key}`" for name in _holds(kind))
    lines = (
        f"**{_capital(kind.name)}** skrives under [`{kind.key}`](#{kind.key}). {model.__doc__}\n",
        f"- Må ha: {', '.join(f'`{key}`' for key in must)} og {demands}.",
        f"- Kan ha under seg: {below or ('ingenting', 'det som kan stå der kapitlet står')[kind.name == 'kapittel']}.",
        f"- Har også: {_listed(_linked(fields))}." if fields else "",
    )
    return "\n".join(line for line in lines if line)


def _holds(kind: Kind) -> tuple[str, ...]:
    return VEDLEGG_HOLDS if kind.name == "vedlegg" else kind.holds


def _vocabulary(name: str, key: str, heading: str) -> str:
    """Return the words of a vocabulary that comes with the program, with what `key` says of each."""
    shown = {"node": "punkter", "plan": "planer"}
    documents = (unit.document for unit in built_in())
    rows = (
        (
            f"`{entry.id}`",
            entry.text("nn"),
            ", ".join(entry.texts("alias")),
            ", ".join(shown.get(each, each) for each in entry.texts(key)),
        )
        for document in documents
        if document is not None and document.id == name
        for entry in document.entries
    )
    return _table((_capital(name), "Nynorsk", "Andre navn", heading), rows)


def _key(key: str, uses: Mapping[Use, list[str]]) -> str:
    nynorsk = " eller ".join(f"`{each}`" for each in spellings(key)[1:])
    lines = []
    for use, places in uses.items():
        examples = ", ".join(f"`{each}`" for each in use.examples)
        must = " Må være der." if use.required else ""
        example = f" For eksempel {examples}." if examples else ""
        lines.append(f"- **{_where(places)}:** {use.meaning}{must} Skrives som: {use.value}.{example}")
    return "\n\n".join(part for part in (f"### `{key}`", nynorsk and f"Nynorsk: {nynorsk}.", "\n".join(lines)) if part)


def _where(places: list[str]) -> str:
    """Return where a key stands: at the top of files, on kinds of node, and inside other keys."""
    inside = [place.removeprefix("inni ") for place in places if place.startswith("inni ")]
    kinds = [kind for kind in KINDS if kind in places]
    top = [place for place in places if place not in KINDS and not place.startswith("inni ")]
    on_nodes = ["alle punkter"] if len(kinds) == len(KINDS) else kinds
    return _capital(_listed((*top, *on_nodes, *([f"inni {_listed(inside)}"] if inside else ()))))


def _uses() -> Mapping[str, Mapping[Use, list[str]]]:
    """Return every key with what it means, and for each meaning the places where it means that."""
    found: dict[str, dict[Use, list[str]]] = {}

    def add(place: str, key: str, use: Use) -> None:
        places = found.setdefault(key, {}).setdefault(use, [])
        if place not in places:
            places.append(place)

    def walk(place: str, model: type[Part], holder: str = "") -> None:
        for key, field in _fields(model).items():
            value = _value(field.annotation, field.metadata, holder if key == "til" else key)
            if (model, key) in _FROM_VOCABULARY:
                value = "et av [ordene som følger med](#ord-som-følger-med), eller et eget"
            examples = tuple(str(each) for each in field.examples or ())
            add(place, key, Use(field.description or "", value, examples, field.is_required()))
            for inner in _records(field.annotation):
                # What a kind is called is said of one kind after the other in the same words; once is enough.
                if inner is not OwnWords or key == "område":
                    walk("inni ordene under `betegnelser`" if inner is OwnWords else f"inni `{key}`", inner, key)

    for called, model, _lists in _FILES.values():
        walk(called, model)
    for name, node in NODES.items():
        walk(name, node)
    for name, entry in (*SECTIONS.items(), *VOCABULARIES.items()):
        walk(f"inni `{name}`", entry)
    for kind in KINDS.values():
        holders = [name for name, other in KINDS.items() if name == "kapittel" or kind.name in _holds(other)]
        for holder in (*(["planen"] if kind.name in PLAN_HOLDS else []), *holders):
            add(holder, kind.key, Use(NODES[kind.name].__doc__ or "", "en liste med punkter"))
    for section, entry in SECTIONS.items():
        add("registeret", section, Use(entry.__doc__ or "", "en liste med poster"))
    add("vokabularet", "poster", Use("Ordene i vokabularet.", "en liste med poster"))
    return found


def _value(annotation: Any, marks: Iterable[Any], role: str) -> str:
    """Return what may stand after a key, in words, by the type it has in the model; `role` is the linking field."""
    kinds = (Typed, OneOrMany, ListOfMappings, TextOr, AMapping)
    mark = next((each for each in marks if isinstance(each, kinds)), None)
    if isinstance(mark, Typed):
        return _text(mark, role)
    args = get_args(annotation)
    inner = [_value(getattr(arg, "__origin__", arg), getattr(arg, "__metadata__", ()), role) for arg in args]
    if isinstance(mark, OneOrMany):
        return f"{inner[0]}; én eller flere"
    if isinstance(mark, ListOfMappings):
        return f"en liste, der hvert punkt har {inner[0]}"
    if isinstance(mark, TextOr):
        text = _text(mark.text, role)
        return inner[-1] if inner[-1].startswith(text) else f"{text}{', flere' * mark.several}, eller {inner[-1]}"
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return f"feltene {_listed(f'`{key}`' for key in _fields(annotation))}"
    return f"{_OWN_KEYS[role]}, og etter det {inner[-1]}" if inner else ""


def _text(typed: Typed, role: str) -> str:
    if typed.words:
        return f"ett av ordene {_listed(_words(typed), 'eller')}"
    called = _TEXTS[typed.name][0]
    if role not in ROLES or (typed.name != "reference" and role not in _MAY_POINT):
        return called
    accepts = ROLES[role].accepts
    kinds = ["punkt"] if set(KINDS) <= accepts else [kind for kind in KINDS if kind in accepts]
    named = (*kinds, *(name for name in ("plan", "dokument", "aktør", "tekst") if name in accepts))
    targets = _listed((f"{'et' if name in _NEUTER else 'en'} {name}" for name in named), "eller")
    if role in _MAY_POINT:
        return f"{called}, eller id-en til {targets}"
    return f"{called} til {targets}{', eller vanlig tekst' if ROLES[role].plain != 'error' else ''}"


def _words(typed: Typed) -> Iterator[str]:
    nynorsk = {spelled for word in typed.words for spelled in WORDS.get(word, ())}
    for word in typed.words:
        if word not in nynorsk:
            other = " eller ".join(f"`{spelled}`" for spelled in WORDS.get(word, ()))
            yield f"`{word}` (nynorsk {other})" if other else f"`{word}`"


def _records(annotation: Any) -> Iterator[type[Part]]:
    """Yield the mappings that may stand after a key."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for arg in get_args(annotation):
        yield from _records(arg)


def _fields(model: type[Part], without: type[Part] = Part) -> Mapping[str, FieldInfo]:
    """Return the fields of a model by key: its own first, then those of each base, those of `without` left out."""
    fields: Mapping[str, FieldInfo] = model.model_fields
    return {
        field.alias or name: field
        for base in model.__mro__
        if base is not without
        for name, field in fields.items()
        if name in get_annotations(base)
    }


# ---------------------------------------------------------------- funn.md


def _codes_page() -> str:
    codes = all_codes()
    overview = ((f"[`{one.name}`](#{one.name})", _LEVELS[one.severity], _prose(one.what)) for one in codes.values())
    return _page(
        "# Funn",
        "Alt programmet kan si om en plan. En **feil** må rettes før planene kan bygges, en **advarsel** bør du se på,"
        " og et **tips** kan du la være. Koden står i hakeparentes i funnet; `planc explain` og koden viser det samme"
        " som her.",
        "Begynner et eksempel med `plan:` eller et annet ord som sier hva fila er, er det en hel fil. Ellers er det"
        " linjer under [de sju første linjene i en plan](plansprak.md). Tegn som ikke synes, er vist som `⟨U+200B⟩`."
        f" {_MADE}",
        _table(("Kode", "Nivå", "Hva"), overview),
        *(_explained(code) for code in codes.values()),
    )


def _explained(code: Code) -> str:
    message = re.sub(r"\{\w+(?::\w+)?\}", "…", code.message).replace("{{", "{").replace("}}", "}")
    said = (f"## `{code.name}`", f"**{_LEVELS[code.severity]}:** {_prose(message)}", _prose(f"{code.what} {code.why}"))
    # What no text can show, such as another encoding, has no wrong example.
    examples = ("Galt:", *_example(code.bad), "Riktig:", *_example(code.good)) if code.bad else ()
    return "\n\n".join((*said, *examples))


def _example(example: str | Mapping[str, str]) -> Iterator[str]:
    for path, text in ({"": example} if isinstance(example, str) else example).items():
        if path:
            yield f"I `{path}`:"
        fence = "````" if "```" in text else "```"
        yield f"{fence}yaml\n{_visible(text)}\n{fence}"


def _visible(text: str) -> str:
    """Return a text with the characters that no editor shows written out."""
    hidden = {each for each in text if each not in "\n " and unicodedata.category(each) in _UNSEEN}
    return "".join(f"⟨U+{ord(each):04X}⟩" if each in hidden else each for each in text).rstrip("\n")


# ---------------------------------------------------------------- Markdown


def _page(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (heads, ("---",) * len(heads), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _prose(text: str) -> str:
    """Return a text of the program with the signs that Markdown would read as its own kept as signs."""
    return re.sub(r"(`[^`]+`)|([*<`])", lambda found: found[1] or f"\\{found[2]}", text)


def _listed(words: Iterable[str], last: str = "og") -> str:
    each = list(words)
    return f" {last} ".join(part for part in (", ".join(each[:-1]), each[-1]) if part) if each else ""


def _linked(keys: Iterable[str]) -> Iterator[str]:
    return (f"[`{key}`](#{key})" for key in keys)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    for page, text in pages().items():
        (Path(__file__).parent / page).write_text(text, "utf-8")
