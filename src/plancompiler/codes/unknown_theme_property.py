"""A property of the workspace's own theme that nothing on the pages uses, and that is nearly named as one that is used."""

from __future__ import annotations

from plancompiler.code import Code

_PLAN = """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
"""

CODE = Code(
    name="unknown-theme-property",
    severity="warning",
    message="--{name} gjør ingen forskjell på nettstedet",
    label="mente du --{near}?",
    help="Skriv --{near} hvis det er den du mener. Navnene står i docs/utseende.md.",
    what="Det egne stilarket tema.css gir en verdi til et navn som ligner på et av dem nettstedet bruker.",
    why="Nettleseren sier ikke fra om slike navn. Fargen blir som før, og ingen ser hvorfor.",
    bad={"plans/eksempel.yaml": _PLAN, "tema.css": ":root { --aksent: light-dark(#00527a, #9cc9e6); }\n"},
    good={"plans/eksempel.yaml": _PLAN, "tema.css": ":root { --accent: light-dark(#00527a, #9cc9e6); }\n"},
)
