"""A file in another encoding than UTF-8."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="not-utf8",
    severity="error",
    message="Fila er ikke lagret som UTF-8",
    label="her er det første tegnet som ikke kan leses",
    help="Lagre fila på nytt med tegnsettet UTF-8. Se etter at æ, ø og å er riktige.",
    what="En fil er lagret med et annet tegnsett enn UTF-8.",
    why="Med feil tegnsett blir æ, ø og å til noe annet, og hvilke tegn det skulle være, kan bare gjettes.",
    bad="",
    specimen=lambda: "register: a\ntittel: Aktører på øyene\n".encode("cp1252"),
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    variants={
        "known": Words(
            message="Fila er lagret som {encoding}, ikke UTF-8",
            label="herfra er fila lest som {encoding}",
            help="Lagre fila på nytt med tegnsettet UTF-8. Valget heter ofte «koding» og står ved siden av filnavnet.",
        ),
        "partly": Words(
            message="Noen tegn i fila er ødelagt",
            label="her står det noe som ikke er et tegn",
            help="Skriv tegnet på nytt, og lagre fila med tegnsettet UTF-8.",
        ),
    },
)
