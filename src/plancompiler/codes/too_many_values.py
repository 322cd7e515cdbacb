"""More values than any plan has."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="too-many-values",
    severity="error",
    message="Fila har for mange verdier",
    label="her er det mer enn {limit} verdier",
    help="Del planen i flere filer med `del_av:`.",
    what="En fil har flere felt og listepunkter enn noen plan har.",
    why="Slike filer er ødelagt, eller laget for å stoppe programmet. Derfor blir resten ikke lest.",
    bad="",
    specimen=lambda: b"- x\n" * 500_001,
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
