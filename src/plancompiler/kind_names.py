"""What plans commonly call their kinds, beside the words of the language, to say them in another."""

from __future__ import annotations

# Singular and plural, bokmål; the catalogues have what is meant by each. What is not here stays as the plan wrote it.
COMMON_NAMES: tuple[tuple[str, str], ...] = (
    ("Tiltak", "Tiltak"),
    ("Hovedmål", "Hovedmål"),
    ("Satsingsområde", "Satsingsområder"),
    ("Satsningsområde", "Satsningsområder"),
    ("Innsatsområde", "Innsatsområder"),
    ("Fokusområde", "Fokusområder"),
    ("Hovedområde", "Hovedområder"),
    ("Sektor", "Sektorer"),
    ("Tema", "Temaer"),
    ("Hovedgrep", "Hovedgrep"),
    ("Hovedstrategi", "Hovedstrategier"),
    ("Aktivitet", "Aktiviteter"),
    ("Oppgave", "Oppgaver"),
    ("Prosjekt", "Prosjekter"),
    ("Prinsipp", "Prinsipper"),
    ("Prioritering", "Prioriteringer"),
    ("Formål", "Formål"),
    ("Målsetting", "Målsettinger"),
    ("Ambisjon", "Ambisjoner"),
    ("Punkt", "Punkter"),
)
