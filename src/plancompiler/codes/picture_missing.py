"""A picture that is not there."""

from __future__ import annotations

from plancompiler.code import Code, Words

_HEADER = """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
figurer:
  - id: g1
    tittel: Trappa
    alt: En trapp med fire trinn.
    bilde: figurer/trapp.png
"""

CODE = Code(
    name="picture-missing",
    severity="error",
    message="Bildet «{text}» finnes ikke",
    label="det ligger ingen slik fil i mappa til planen",
    help="Legg bildet der som «{file}», eller rett navnet. Store og små bokstaver må være like.",
    what="En figur peker til et bilde som ikke ligger sammen med planen.",
    why="Nettsiden ville hatt et tomt felt der bildet skulle vært.",
    bad={"plans/eksempel.yaml": _HEADER},
    good={"plans/eksempel.yaml": _HEADER, "plans/figurer/trapp.png": ""},
    variants={
        "format": Words(
            message="«{text}» er ikke et bilde som kan vises",
            label="nettsiden viser PNG, JPEG, GIF, WebP og AVIF",
            help="Lagre bildet som PNG eller JPEG, og skriv navnet på den fila.",
        ),
        "logo": Words(
            message="Logoen «{text}» finnes ikke",
            label="det ligger ingen slik fil ved innstillingene, eller i ei mappe der",
            help="Legg bildet der som «{file}», eller rett navnet. Store og små bokstaver må være like.",
        ),
        "logo-format": Words(
            message="«{text}» er ikke et bilde som kan vises",
            label="nettsiden viser SVG, PNG, JPEG, GIF, WebP og AVIF",
            help="Lagre logoen som SVG eller PNG, og skriv navnet på den fila.",
        ),
    },
)
