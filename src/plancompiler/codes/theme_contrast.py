"""A colour of the workspace's own theme that is hard to read."""

from __future__ import annotations

from plancompiler.code import Code, Words

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
    name="theme-contrast",
    severity="warning",
    message="Fargen --{text} er vanskelig å se mot --{ground}",
    label="kontrasten er {ratio} : 1, og kravet er {least} : 1",
    help="Velg farger som skiller seg mer fra hverandre, og se etter på nettsiden i både lyst og mørkt utseende.",
    what="Det egne stilarket tema.css setter farger som ikke skiller seg nok fra hverandre.",
    why="Loven krever at nettsider har nok kontrast (WCAG 2.1, 1.4.3 og 1.4.11). Uten den er det mange som ikke kan lese dem.",
    bad={"plans/eksempel.yaml": _PLAN, "tema.css": ":root { --accent: #7fb2e5; }\n"},
    good={"plans/eksempel.yaml": _PLAN, "tema.css": ":root { --accent: light-dark(#00527a, #9cc9e6); }\n"},
    variants={
        "light": Words(label="i lyst utseende er kontrasten {ratio} : 1, og kravet er {least} : 1"),
        "dark": Words(label="i mørkt utseende er kontrasten {ratio} : 1, og kravet er {least} : 1"),
    },
)
