"""A template of the workspace's own that cannot be used as it stands."""

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
    name="template-error",
    severity="error",
    message="Malen kan ikke leses",
    label="Jinja sier: {said}",
    help="Se over linja: «{{{{ … }}}}» og «{{% … %}}» må være lukket, og hver «block» må ha sin «endblock».",
    what="En av arbeidsområdets egne maler, i mappa «maler», kan ikke brukes som den står.",
    why="Sidene lages med malen. De ville ha manglet noe, eller ikke blitt til.",
    bad={
        "plans/eksempel.yaml": _PLAN,
        "maler/base.html.j2": '{% extends "plancompiler/base.html.j2" %}\n'
        "{% block foter %}<p>Kontakt planavdelingen.</p>{% endblock %}\n",
    },
    good={
        "plans/eksempel.yaml": _PLAN,
        "maler/base.html.j2": '{% extends "plancompiler/base.html.j2" %}\n'
        "{% block footer %}<p>Kontakt planavdelingen.</p>{% endblock %}\n",
    },
    variants={
        "block": Words(
            message="Ingen blokk heter «{name}»",
            label="malen den bygger på, har ingen slik blokk",
            help="Skriv navnet på en blokk som finnes. De står i docs/egne-maler.md.",
        ),
        "block-near": Words(
            message="Ingen blokk heter «{name}»",
            label="mente du «{near}»?",
            help="Skriv «{{% block {near} %}}» i stedet.",
        ),
        "parent": Words(
            message="Det finnes ingen mal som heter «{name}»",
            label="malen bygger på den",
            help="Skriv navnet på en mal som finnes, for eksempel «plancompiler/base.html.j2».",
        ),
        "parent-near": Words(
            message="Det finnes ingen mal som heter «{name}»",
            label="malen bygger på den",
            help="Skriv «{near}» i stedet.",
        ),
        "itself": Words(
            message="Malen bygger på seg selv",
            label="dette er malen du er i",
            help="Skriv «{near}» for å bygge på den som følger med.",
        ),
        "outside": Words(
            message="Det som står utenfor en blokk, kommer ikke med på siden",
            label="dette står ikke i noen blokk",
            help="Flytt det inn i en blokk, for eksempel «{{% block footer %}} … {{% endblock %}}».",
        ),
        "alone": Words(
            message="Malen bygger ikke på noen mal, så sidene får bare det som står i den",
            label="denne står i stedet for hele «{name}»",
            help='Skriv «{{% extends "{near}" %}}» som første linje.',
        ),
        "unused": Words(
            message="Ingen side lages med malen «{name}»",
            label="det finnes ingen slik mal å sette noe i stedet for",
            help="Gi fila navnet til malen den skal stå i stedet for. De står i docs/egne-maler.md.",
        ),
        "unused-near": Words(
            message="Ingen side lages med malen «{name}»",
            label="mente du «{near}»?",
            help="Gi fila navnet «{near}».",
        ),
        "name": Words(
            message="Malen viser «{name}», som ikke finnes på siden",
            label="Jinja sier: {said}",
            help="Rett navnet, eller ta det bort.",
        ),
        "filter": Words(
            message="Ingen ting i maler heter «{name}»",
            label="det er ikke noe som kan stå etter «|» eller «is»",
            help="Rett navnet, eller ta det bort.",
        ),
        "run": Words(
            message="Siden kan ikke lages med denne linja",
            label="Jinja sier: {said}",
            help="Rett det som står på linja, eller ta det bort.",
        ),
        "unsafe": Words(
            message="Malen gjør noe maler ikke har lov til",
            label="Jinja sier: {said}",
            help="Ta det bort. En mal kan vise det som er på siden, og ikke mer.",
        ),
    },
)
