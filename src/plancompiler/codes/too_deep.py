"""More levels than any plan has."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="too-deep",
    severity="error",
    message="Fila har for mange nivåer inni hverandre",
    label="her er det mer enn {limit} nivåer",
    help="Se etter klammer, krøllparenteser eller streker som er skrevet mange ganger.",
    what="Lister eller felt står inni hverandre i flere nivåer enn noen plan har.",
    why="Slike filer er ødelagt, eller laget for å stoppe programmet. Derfor blir resten ikke lest.",
    bad="""\
emner: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
""",
    good="""\
emner: [eldre]
""",
)
