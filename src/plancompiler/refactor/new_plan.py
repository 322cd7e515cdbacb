"""A new plan: a file with a header and one goal, to be written on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.texts import Texts
from plancompiler.starting_texts import STARTING_TEXTS
from plancompiler.validate.place import written
from plancompiler.values import identifier, municipality, periods
from plancompiler.values.problem import Problem

_MODELINE = re.compile(r"\A(# yaml-language-server: \$schema=)(\S+)[ \t]*\r?$", re.MULTILINE)
# What the measures of a goal are called in each language.
_MEASURES = {"nb": "virkemidler", "nn": "verkemiddel"}


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What is asked for: the header of a plan. `municipality` or `owner` is given; `period` may be empty.

    `language` is nb or nn; empty, it is that of the site.
    """

    id: str
    title: str
    type: str
    municipality: str = ""
    owner: str = ""
    period: str = ""
    language: str = ""


def new_plan(texts: Texts, asked: NewPlan) -> Change:
    """Return the change that makes the file of a plan. Raises Refusal."""
    id = _id(texts, asked.id)
    header = {
        "plan": id,
        "tittel": written(asked.title.strip(), False),
        "type": _type(texts, asked.type),
        "kommune": _municipality(asked.municipality) if asked.municipality else "",
        "eier": written(asked.owner.strip(), False) if asked.owner else "",
        "språk": asked.language or _language(texts),
        "periode": _period(asked.period) if asked.period else "",
        "status": "utkast",
    }
    if header["språk"] == "nn":
        header = {"eigar" if key == "eier" else key: text for key, text in header.items()}
    lines = "".join(f"{key}: {text}\n" for key, text in header.items() if text)
    path = f"plans/{id}.yaml"
    return Change(
        (),
        new_files={path: f"{_modeline(texts, path)}{lines}\n{_example(header['språk'])}"},
        children={id: (f"{id}/m1",), f"{id}/m1": (f"{id}/m1.v1",)},
        added={id: {"tittel": asked.title.strip()}, f"{id}/m1": {}, f"{id}/m1.v1": {}},
        notes=("Bytt ut målet og virkemiddelet med deres egne, og skriv «planc check».",),
    )


def plan_types(texts: Texts) -> Mapping[str, frozenset[str]]:
    """Return the types a plan may have, each with every way to write it."""
    types = texts.program.vocabularies.get("plantyper", {})
    return {
        id: frozenset(word.casefold() for word in (id, each.text("nb"), each.text("nn"), *each.texts("alias")))
        for id, each in types.items()
    }


def _example(language: str) -> str:
    goal, measure = STARTING_TEXTS[language]
    return f"""\
mål:
  - id: m1
    nummer: 1
    tittel: {goal}
    {_MEASURES[language]}:
      - id: m1.v1
        tekst: {measure}
"""


def _id(texts: Texts, asked: str) -> str:
    program = texts.program
    try:
        id = identifier.parse(asked)
    except Problem as problem:
        better = f" Skriv «{problem.fix}»." if problem.fix else ""
        raise Refusal(
            f"«{asked}» kan ikke være en id: bare små bokstaver a–z, tall, punktum og bindestrek.{better}"
        ) from None
    if id in program.plans:
        raise Refusal(f"Planen «{id}» finnes alt, i {program.plans[id].file}.")
    if id in program.entries:
        raise Refusal(f"«{id}» er alt en id i {program.entries[id].file}. Velg en annen id til planen.")
    if id in program.redirects:
        raise Refusal(f"«{id}» er en tidligere id for «{program.redirects[id]}» og fører dit. Velg en annen id.")
    return id


def _type(texts: Texts, asked: str) -> str:
    types = plan_types(texts)
    found = next((id for id, words in types.items() if asked.strip().casefold() in words), "")
    if not found:
        raise Refusal(f"Plantypen «{asked}» finnes ikke. Den kan være {', '.join(types)}.")
    return found


def _municipality(asked: str) -> str:
    try:
        return municipality.parse(asked)
    except Problem as problem:
        better = f"Skriv «{problem.fix}»." if problem.fix else "Skriv for eksempel «0301»."
        raise Refusal(f"«{asked}» er ikke et kommunenummer, som har fire sifre. {better}") from None


def _period(asked: str) -> str:
    try:
        return periods.parse(asked).text
    except Problem as problem:
        better = f"Skriv «{problem.fix}»." if problem.fix else "Skriv for eksempel «2027–2034»."
        raise Refusal(f"«{asked}» er ikke en periode. {better}") from None


def _language(texts: Texts) -> str:
    said = texts.program.settings.get("språk")
    return said if said == "nn" else "nb"


def _modeline(texts: Texts, path: str) -> str:
    """Return the comment that tells editors of the schema, if the other plans have it."""
    for plan in texts.program.plans.values():
        match = _MODELINE.match(texts.text(plan.file))
        if match is None:
            continue
        schema = match[2]
        if not re.match(r"[a-z]+:|/", schema):
            # Its address is counted from the file it stands in.
            found = posixpath.normpath(posixpath.join(posixpath.dirname(plan.file), schema))
            schema = posixpath.relpath(found, posixpath.dirname(path))
        return f"{match[1]}{schema}\n"
    return ""
