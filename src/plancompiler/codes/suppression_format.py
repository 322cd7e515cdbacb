"""A comment to the compiler that it cannot read."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="suppression-format",
    severity="warning",
    message="Kommentaren til planc sier ikke hva den gjør unntak fra",
    label="her skal det stå «unntak» og en kode",
    help="Skriv `# planc: unntak KODE – begrunnelse`, med koden som står i hakeparentes i funnet.",
    what="En kommentar begynner med `planc`, men er ikke et unntak med en kode.",
    why="Et unntak som ikke kan leses, gjør ingenting.",
    bad="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: ikke beskrevet # planc: bildet kommer
""",
    good="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: ikke beskrevet # planc: unntak picture-not-described – bildet kommer
""",
)
