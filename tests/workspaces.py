"""Workspaces in memory, and what is found in them."""

from __future__ import annotations

from collections.abc import Mapping

from plancompiler.findings import findings as said_of
from plancompiler.report import Finding
from plancompiler.translate import translator
from plancompiler.workspace import Workspace, assemble

HEADER = """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
"""
_DOCUMENT_KEYS = ("plan:", "del_av:", "register:", "vokabular:", "arbeidsområde:", "rapport:", "høring:", "tabell:")


def workspace(files: str | Mapping[str, str | bytes]) -> Workspace:
    """Return the workspace of the files by path; a text alone is `plans/eksempel.yaml`."""
    named = {"plans/eksempel.yaml": files} if isinstance(files, str) else files
    return assemble({path: text.encode() if isinstance(text, str) else text for path, text in named.items()})


def findings(files: str | Mapping[str, str | bytes], language: str = "nb") -> tuple[Finding, ...]:
    """Return everything there is to say of the files."""
    return findings_of(workspace(files), language)


def findings_of(space: Workspace, language: str = "nb") -> tuple[Finding, ...]:
    """Return everything there is to say of a workspace."""
    return said_of(space, translator(language))


def example(text: str | Mapping[str, str]) -> Mapping[str, str]:
    """Return the files of a manual's example: as given, a whole file, or lines that follow a plan's header."""
    if not isinstance(text, str):
        return text
    whole = text.startswith(_DOCUMENT_KEYS) or not text.strip()
    path = "plancompiler.yaml" if text.startswith("arbeidsområde:") else "plans/eksempel.yaml"
    files = {path: text if whole else HEADER + text}
    return files if path != "plancompiler.yaml" else {**files, "plans/eksempel.yaml": HEADER}
