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
    label="noe på denne linja er skrevet feil",
    help="Se over tegnene på linja, og sammenlign med eksemplene i docs/egne-maler.md. Jinja sier: {said}",
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
            label="den er ikke i mappa «maler», og følger ikke med",
            help="Skriv navnet på en mal som finnes, for eksempel «plancompiler/base.html.j2».",
        ),
        "parent-near": Words(
            message="Det finnes ingen mal som heter «{name}»",
            label="mente du «{near}»?",
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
            label="denne siden har ingenting med det navnet",
            help="Rett navnet, eller ta det bort. Det en mal kan vise, står i docs/egne-maler.md.",
        ),
        "open": Words(
            message="«{name}» er ikke lukket",
            label="her mangler «{near}»",
            help="Skriv «{near}» etter det som hører til, på samme måte som i docs/egne-maler.md.",
        ),
        "unclosed": Words(
            message="«{name}» er ikke avsluttet",
            label="her begynner den",
            help="Skriv «{{% end{name} %}}» der den skal slutte. Hver «{name}» må ha sin egen slutt.",
        ),
        "stray": Words(
            message="«{name}» hører ikke til noe her",
            label="det er ingen «{near}» som er åpen her",
            help="Ta den bort, eller skriv «{{% {near} … %}}» der den skal begynne.",
        ),
        "tag": Words(
            message="Ingen ting i maler heter «{name}»",
            label="ingenting som kan stå mellom {{% og %}}, heter dette",
            help="Rett ordet. De vanligste er block, if, for, set og include, og slutten på hver av dem, som endblock.",
        ),
        "tag-near": Words(
            message="Ingen ting i maler heter «{name}»",
            label="mente du «{near}»?",
            help="Skriv «{near}» i stedet for «{name}».",
        ),
        "twice": Words(
            message="Blokka «{name}» står to ganger i malen",
            label="den andre begynner her",
            help="Behold én av dem, og flytt inn i den det som står i den andre.",
        ),
        "sign": Words(
            message="Tegnet {name} kan ikke stå her",
            label="det er ikke noe tegn maler kjenner, eller det er ikke lukket",
            help='Bruk rette anførselstegn (") før og etter tekst, og bare bokstaver, tall og _ i navn.',
        ),
        "nothing": Words(
            message="Det mangler noe mellom klammene",
            label="her står det ikke hva som skal vises eller prøves",
            help="Skriv hva det gjelder, for eksempel «{{{{ page.title }}}}», eller ta det bort.",
        ),
        "filter": Words(
            message="Ingen ting i maler heter «{name}»",
            label="det er ikke noe som kan stå etter «|» eller «is»",
            help="Rett navnet, eller ta det bort.",
        ),
        "filter-near": Words(
            message="Ingen ting i maler heter «{name}»",
            label="mente du «{near}»?",
            help="Skriv «{near}» i stedet for «{name}».",
        ),
        "run": Words(
            message="Siden kan ikke lages med denne linja",
            label="det som står her, lar seg ikke gjøre",
            help="Rett det som står på linja, eller ta det bort. Jinja sier: {said}",
        ),
        "unsafe": Words(
            message="Malen gjør noe maler ikke har lov til",
            label="dette når lenger enn det som er på siden",
            help="Ta det bort. En mal kan vise det som er på siden, og ikke mer.",
        ),
    },
)
