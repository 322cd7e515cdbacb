"""An entry that only adds names to one nobody defines."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="entry-without-name",
    severity="error",
    message="«{id}» er ikke lagt inn i noe register",
    label="her legges det bare til navn",
    help="Legg inn navn og type her, eller rett id-en.",
    what="Et register legger til alias eller rekkevidde for noe som ikke er lagt inn.",
    why="Da hører navnene ikke til noe.",
    bad={
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: bydel
    alias: Bydelen
""",
    },
    good={
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: bydelen
    navn: Bydel Sentrum
    type: enhet
""",
    },
)
