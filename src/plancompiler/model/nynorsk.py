"""Keys and words of the plan language in nynorsk: what is accepted beside the bokmål that the compiler uses inside.

Source: `language.md` 15, with the spellings it leaves to “and the rest are equal” added where nynorsk has its own word.
"""

from __future__ import annotations

from collections.abc import Mapping

from plancompiler.model.kind import BY_KEY, KINDS

# Bokmål key -> nynorsk keys, the usual one first. Keys that are equal in both are not here.
KEYS: Mapping[str, tuple[str, ...]] = {
    # Children.
    "områder": ("område",),
    "utfordringer": ("utfordringar",),
    "strategier": ("strategiar",),
    "virkemidler": ("verkemiddel", "verkemidlar"),
    "indikatorer": ("indikatorar",),
    "milepæler": ("milepælar",),
    "faser": ("fasar",),
    "risikoer": ("risikoar",),
    "interessenter": ("interessentar",),
    "roller": ("rollar",),
    "visjoner": ("visjonar",),
    "verdier": ("verdiar",),
    "kapitler": ("kapittel",),
    "tabeller": ("tabellar",),
    "figurer": ("figurar",),
    # Kinds, as keys of `betegnelser`.
    "virkemiddel": ("verkemiddel",),
    # Header and ground.
    "kortnavn": ("kortnamn",),
    "eier": ("eigar",),
    "gjengivelse": ("attgiving",),
    "kilde": ("kjelde",),
    "sammendrag": ("samandrag",),
    "overordnet": ("overordna",),
    "erstatter": ("erstattar",),
    "betegnelser": ("nemningar",),
    "betegnelse": ("nemning",),
    "entall": ("eintal",),
    "flertall": ("fleirtal",),
    "innledning": ("innleiing",),
    "enhet": ("eining",),
    "emner": ("emne",),
    "fotnoter": ("fotnotar",),
    "merknader": ("merknadar",),
    "begrunnelse": ("grunngiving", "grunngjeving"),
    "endret_fordi": ("endra_fordi",),
    "tidligere_id": ("tidlegare_id",),
    "erstattet_av": ("erstatta_av",),
    "rulleres": ("blir_rullert",),
    # Links and work.
    "bærekraftsmål": ("berekraftsmål",),
    "bidrar_til": ("bidreg_til",),
    "bygger_på": ("byggjer_på",),
    "ansvarlig": ("ansvarleg",),
    "samarbeider_med": ("samarbeidar_med",),
    "følges_opp_i": ("blir_følgt_opp_i",),
    "uten_oppfølging": ("utan_oppfølging",),
    "følger_ikke_opp": ("følgjer_ikkje_opp",),
    "måltall": ("måltal",),
    "nøkkeltall": ("nøkkeltal",),
    "hva": ("kva",),
    "gjelder": ("gjeld",),
    "leveranser": ("leveransar",),
    "formål": ("føremål",),
    "varighet": ("varigheit",),
    "tilsvarer": ("tilsvarar",),
    "sannsynlighet": ("sannsyn",),
    "kan_påvirke": ("kan_påverke",),
    "kan_bli_påvirket": ("kan_bli_påverka",),
    "kolonner": ("kolonnar",),
    "bilde": ("bilete",),
    "endringer": ("endringar",),
    # Registers and vocabularies.
    "aktører": ("aktørar",),
    "dokumenter": ("dokument",),
    "tekster": ("tekstar",),
    "navn": ("namn",),
    "utgiver": ("utgjevar",),
    "poster": ("postar",),
    "hjemmel": ("heimel",),
    "høring_dager": ("høyring_dagar",),
    "vedtas_av": ("blir_vedteke_av",),
    "kan_delegeres": ("kan_delegerast",),
    "overordnet_type": ("overordna_type",),
    "rulleres_hver": ("blir_rullert_kvart",),
    "virkemiddelregel": ("verkemiddelregel",),
    # Reserved documents.
    "høring": ("høyring",),
    "innspill": ("innspel",),
    "fra": ("frå",),
    "hvor": ("der",),
    # Settings.
    "tilgjengelighetserklæring": ("tilgjengeerklæring",),
    "kjente_funn": ("kjende_funn",),
}

# Bokmål word -> nynorsk words.
WORDS: Mapping[str, tuple[str, ...]] = {
    "virkemiddel": ("verkemiddel",),
    "overordnet": ("overordna",),
    "vedtatt tekst": ("vedteken tekst",),
    "egne ord": ("eigne ord",),
    "hold": ("hald",),
    "hoved": ("hovud",),
    "lav": ("låg",),
    "høy": ("høg",),
    "beregnet": ("berekna",),
    "foreslått": ("føreslått",),
    "valgt bort": ("vald bort",),
    "revideres": ("blir revidert", "reviderast"),
    "videreføres": ("blir vidareført", "vidareførast"),
    "oppheves": ("blir oppheva", "opphevast"),
    "innenfor rammen": ("innanfor ramma",),
    "krever prioritering": ("krev prioritering",),
    "ikke finansiert": ("ikkje finansiert",),
    "planprogram på høring": ("planprogram på høyring",),
    "planprogram fastsatt": ("planprogram fastsett",),
    "høring": ("høyring",),
    "medvirkning": ("medverknad",),
    "uttalelse": ("uttale",),
    "kunngjort": ("kunngjord",),
    "opphevet": ("oppheva",),
    "vedtatt": ("vedteken",),
    "vedtatt med endringer": ("vedteken med endringar",),
    "utsatt": ("utsett",),
    "enhet": ("eining",),
    "helseforetak": ("helseføretak",),
    "annet": ("anna",),
    "ukjent": ("ukjend",),
    "veileder": ("rettleiar",),
    "retningslinje": ("retningsline",),
    "kreves": ("krevst",),
    "valgfrie": ("valfrie",),
    "forbudt": ("forbode",),
    "hvit": ("kvit",),
    "advarsel": ("åtvaring",),
    "innhold": ("innhald",),
    "forpliktelse": ("forplikting",),
}


def canonical_keys(written: str) -> tuple[str, ...]:
    """Return the bokmål keys that a key may stand for, as written; itself when it is one, or is none at all."""
    return _CANONICAL.get(written, (written,))


def spellings(key: str) -> tuple[str, ...]:
    """Return every way to write a bokmål key, bokmål first."""
    return (key, *(written for written in KEYS.get(key, ()) if written != key))


def _canonical() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, written in KEYS.items():
        for each in written:
            found[each] = (*found.get(each, ()), key)
    # `område` is the children's key in nynorsk and the kind in both.
    return {
        written: (*keys, written) if written in KINDS or written in BY_KEY else keys for written, keys in found.items()
    }


_CANONICAL = _canonical()
