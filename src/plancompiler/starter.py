"""The files of a new workspace: settings, a register, a small plan, and what editors need to help those who write."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plancompiler.schema import schemas

# Where the schemas lie in a new workspace; `planc schema --out` renews them.
SCHEMAS = "schema"

_SETTINGS = """\
# Det som gjelder alle planene.
arbeidsområde: Planene våre
språk: nb
"""

_REGISTER = """\
# Enheter og andre som planene nevner. Bytt dem ut med deres egne.
register: enheter
tittel: Enheter og samarbeidspartnere

aktører:
  - id: kommunen
    navn: Kommunen
    type: kommune
    kommune: 0301
  - id: kulturenheten
    navn: Kulturenheten
    type: enhet
    del_av: kommunen
  - id: frivilligsentralen
    navn: Frivilligsentralen
    type: frivillig
"""

_PLAN = """\
# Et eksempel. Skriv om det, eller lag deres egen plan med «planc new plan» og slett dette.
plan: eksempel-2030
tittel: Møteplasser for alle
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
sammendrag: Et lite eksempel på en plan med mål, delmål og virkemidler.

mål:
  - id: m1
    nummer: 1
    tittel: Alle har et sted å møtes
    bærekraftsmål: [3, 11.7]
    delmål:
      - id: m1.d1
        nummer: 1
        tittel: Det koster ingenting å være med
        virkemidler:
          - id: m1.d1.v1
            tekst: Låne ut utstyr til lek og idrett.
            ansvarlig: Kulturenheten
            samarbeider_med: Frivilligsentralen
            frist: 2027
          - id: m1.d1.v2
            tekst: Holde biblioteket åpent på søndager.
            ansvarlig: Kulturenheten
            frist: høst 2028
"""

_EDITORCONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
trim_trailing_whitespace = true

[*.{yaml,json}]
indent_style = space
indent_size = 2
"""

# What a file holds is said by its first key, so one schema sends editors on to the right one.
_ANY_FILE = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "Fil i plans",
    "if": {"required": ["register"]},
    "then": {"$ref": "register.schema.json"},
    "else": {
        "if": {"required": ["vokabular"]},
        "then": {"$ref": "vokabular.schema.json"},
        "else": {"$ref": "plan.schema.json"},
    },
}

_VSCODE = {
    "yaml.schemas": {
        f"./{SCHEMAS}/fil.schema.json": "plans/**/*.yaml",
        f"./{SCHEMAS}/plancompiler.schema.json": "plancompiler.yaml",
    },
    # Only our own schemas, and only our own layout: `planc fmt`.
    "yaml.schemaStore.enable": False,
    "yaml.format.enable": False,
    "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
}


def example_files() -> Mapping[str, str]:
    """Return the example plan and its register by path: what is of use only where there are no plans yet."""
    return {"plans/registre/enheter.yaml": _REGISTER, "plans/eksempel-2030.yaml": _PLAN}


def workspace_files() -> Mapping[str, str]:
    """Return the other files of a new workspace by path."""
    return {
        "plancompiler.yaml": _SETTINGS,
        ".editorconfig": _EDITORCONFIG,
        ".gitignore": "/build/\n",
        ".vscode/settings.json": _json(_VSCODE),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}),
        f"{SCHEMAS}/fil.schema.json": _json(_ANY_FILE),
        **{f"{SCHEMAS}/{name}": text for name, text in schemas().items()},
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
