"""The closed words of the language as a page shows them; what has a vocabulary is looked up there instead."""

from __future__ import annotations

from collections.abc import Mapping

from plancompiler.translate import Translator

# By field, then by the word that is written. Bokmål; each shown text is a message.
_SHOWN: Mapping[str, Mapping[str, str]] = {
    "retning": {"opp": "skal opp", "ned": "skal ned", "hold": "skal holdes"},
    "utvikling": {"opp": "øker", "ned": "går ned", "hold": "holder seg"},
    "art": {"målt": "målt", "beregnet": "beregnet", "prognose": "prognose"},
    "prioritering": {"prioritert": "prioritert", "foreslått": "foreslått, ikke vedtatt", "valgt bort": "valgt bort"},
    "planvalg": {"ny": "ny plan", "revideres": "revideres", "videreføres": "videreføres", "oppheves": "oppheves"},
    "sannsynlighet": {"lav": "Lav sannsynlighet", "middels": "Middels sannsynlighet", "høy": "Høy sannsynlighet"},
    "konsekvens": {"lav": "lav", "middels": "middels", "høy": "høy"},
    "finansiering": {
        "innenfor rammen": "innenfor rammen",
        "i budsjett": "i budsjett",
        "krever prioritering": "krever prioritering",
        "ekstern": "ekstern finansiering",
        "ikke finansiert": "ikke finansiert",
        "ukjent": "ikke oppgitt",
    },
    "steg": {
        "bestilling": "Bestilling",
        "oppstart": "Oppstart",
        "medvirkning": "Medvirkning",
        "planprogram på høring": "Planprogram på høring",
        "planprogram fastsatt": "Planprogram fastsatt",
        "høring": "Høring",
        "uttalelse": "Uttalelse",
        "innstilling": "Innstilling",
        "vedtak": "Vedtak",
        "kunngjort": "Kunngjort",
        "opphevet": "Opphevet",
    },
    "resultat": {
        "vedtatt": "vedtatt",
        "vedtatt med endringer": "vedtatt med endringer",
        "avvist": "avvist",
        "utsatt": "utsatt",
    },
    "aktørtype": {
        "kommune": "Kommune",
        "enhet": "Enhet",
        "politisk": "Politisk organ",
        "stat": "Stat",
        "fylkeskommune": "Fylkeskommune",
        "helseforetak": "Helseforetak",
        "interkommunalt": "Interkommunalt organ",
        "utdanning": "Utdanning",
        "frivillig": "Frivillig organisasjon",
        "privat": "Privat",
        "samarbeid": "Samarbeid",
        "annet": "Annet",
        "ukjent": "Type ikke oppgitt",
    },
    "dokumenttype": {
        "lov": "Lov",
        "forskrift": "Forskrift",
        "stortingsmelding": "Stortingsmelding",
        "nou": "Offentlig utredning (NOU)",
        "proposisjon": "Proposisjon",
        "konvensjon": "Konvensjon",
        "direktiv": "Direktiv",
        "retningslinje": "Retningslinje",
        "veileder": "Veileder",
        "strategi": "Strategi",
        "plan": "Plan",
        "reform": "Reform",
        "rapport": "Rapport",
        "avtale": "Avtale",
        "brev": "Brev",
        "kunnskapsgrunnlag": "Kunnskapsgrunnlag",
        "annet": "Annet",
    },
}


def shown_word(field: str, word: str, words: Translator) -> str:
    """Return a closed word of a field as it reads on a page; a word the field does not have is shown as written."""
    said = words(_SHOWN[field].get(word, word)) if word else ""
    # How likely agrees with what it is said of, and stands without it.
    return said.partition(" ")[0].lower() if field == "sannsynlighet" and word in _SHOWN[field] else said
