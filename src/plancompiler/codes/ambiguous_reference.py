"""A reference that may mean several things."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="ambiguous-reference",
    severity="error",
    message="«{text}» kan bety flere ting",
    label="passer på {candidates}",
    help="Skriv hvilken du mener, for eksempel «{first}».",
    what="Et felt peker til et navn som mer enn én ting har.",
    why="Programmet gjetter ikke. Feil kobling er verre enn ingen.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
kapitler:
  - id: nav
    tittel: Samarbeid
    tekst: Vi samarbeider med [[nav]].
""",
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: nav
    navn: NAV Oslo
    type: stat
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
kapitler:
  - id: samarbeid
    tittel: Samarbeid
    tekst: Vi samarbeider med [[nav]].
""",
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: nav
    navn: NAV Oslo
    type: stat
""",
    },
)
