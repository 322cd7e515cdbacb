"""A site for the public that lacks what such a site must tell its readers."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="missing-on-site",
    severity="warning",
    message="Nettstedet mangler tilgjengelighetserklæring",
    label="innstillingene har ingen adresse til den",
    help="Skriv «tilgjengelighetserklæring:» og adressen til erklæringen i plancompiler.yaml.",
    what="Nettstedet bygges med --public, men innstillingene mangler noe leserne skal finne nederst på hver side: "
    "tilgjengelighetserklæringen, hvordan kommunen behandler personopplysninger, eller hvem de kan spørre.",
    why="Offentlige virksomheter skal ha en tilgjengelighetserklæring på nettstedet (forskrift om universell utforming "
    "av IKT-løsninger) og si fra om personvern (personopplysningsloven). Den som finner en feil eller ikke får lest "
    "noe, må vite hvor det kan meldes.",
    bad="""\
arbeidsområde: Planer i Nordvik kommune
personvern: https://nordvik.example/personvern
kontakt: {rolle: Planlegger, epost: plan@nordvik.example}
""",
    good="""\
arbeidsområde: Planer i Nordvik kommune
tilgjengelighetserklæring: https://uustatus.example/nordvik
personvern: https://nordvik.example/personvern
kontakt: {rolle: Planlegger, epost: plan@nordvik.example}
""",
    variants={
        "privacy": Words(
            message="Nettstedet sier ikke noe om personvern",
            label="innstillingene har ingen adresse til personvernerklæringen",
            help="Skriv «personvern:» og adressen til personvernerklæringen i plancompiler.yaml.",
        ),
        "contact": Words(
            message="Nettstedet sier ikke hvem leserne kan spørre",
            label="innstillingene har ingen kontakt",
            help="Skriv «kontakt:» med rolle eller enhet og e-post i plancompiler.yaml.",
        ),
    },
)
