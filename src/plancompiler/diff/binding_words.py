"""The words of plans that say how much is promised, in bokmål and nynorsk: data, and how they are found in a text.

`modal` binds, the more the higher the strength. `forbehold` makes a promise less, `skjerping` makes it more. `omfang`
says how many it holds for. `nektelse` turns it round, and `frist` says when. Tried on the measures of real plans: an
expression is here only when taking it away changes what a council has promised.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

Sort = Literal["modal", "forbehold", "skjerping", "omfang", "nektelse", "frist"]

# What binds, by strength. Two of the same strength say the same.
MODALS: Mapping[int, tuple[str, ...]] = {
    4: ("skal", "må", "plikter å", "er pliktig til", "er forpliktet til", "er forplikta til", "forplikter seg til",
        "forpliktar seg til", "er pålagt å", "garanterer", "garanterar", "lyt"),
    3: ("vil", "planlegger å", "planlegg å", "planlegger", "har besluttet å", "har vedteke å", "har vedtatt å"),
    2: ("bør", "ønsker å", "ønskjer å", "burde", "har som mål å", "har til hensikt å", "har til formål å",
        "tar sikte på", "tek sikte på", "ta sikte på", "satser på å", "satsar på å", "anbefales", "blir tilrådd",
        "oppfordres til", "blir oppmoda til"),
    1: ("kan", "får mulighet til", "får høve til", "har anledning til", "har høve til", "åpner for", "opnar for",
        "åpne for", "opne for"),
}  # fmt: skip

WEAKENING: tuple[str, ...] = (
    # The act itself is made less.
    "vurdere å", "vurdere", "vurderer å", "vurderer", "vurderes", "vurderast", "skal vurderes", "søke å", "søker å",
    "søkes", "søkjer å", "forsøke å", "forsøker å", "forsøkes", "prøve å", "prøver å", "prøvast", "tilstrebe",
    "tilstreber", "tilstrebes", "strebe etter", "streve etter", "etterstrebe", "etterstreber", "arbeide for",
    "arbeider for", "arbeidast for", "arbeides for", "jobbe for", "jobber for", "jobbes for", "jobbar for",
    "arbeide mot", "arbeider mot", "legge til rette for", "legger til rette for", "legges til rette for",
    "leggje til rette for", "legg til rette for", "leggjast til rette for", "tilrettelegge for", "bidra til",
    "bidrar til", "bidreg til", "medvirke til", "medverke til", "stimulere til", "oppfordre til", "oppmode til",
    "oppmuntre til", "være pådriver for", "vere pådrivar for", "ha fokus på", "ha et mål om", "ha eit mål om",
    "ha som ambisjon", "ambisjon om", "utrede", "utrede om", "utrede muligheten for", "utgreie", "greie ut",
    "se på muligheten for", "sjå på høvet til", "undersøke muligheten for",
    # As far as it goes.
    "så langt det er mulig", "så langt det er mogleg", "så langt som mulig", "så langt som mogleg", "så langt mulig",
    "så langt råd er", "så langt det lar seg gjøre", "så langt det lèt seg gjere", "så langt det er praktisk mulig",
    "så langt det er rimelig", "i størst mulig grad", "i størst mogleg grad", "i så stor grad som mulig",
    "i så stor grad som mogleg", "mest mulig", "mest mogleg", "i den grad", "i den utstrekning", "i noen grad",
    "i nokon grad", "delvis", "helst", "fortrinnsvis", "primært", "hovedsakelig", "hovudsakleg", "i hovedsak",
    "i hovudsak", "i all hovedsak", "som hovedregel", "som hovudregel", "i utgangspunktet", "normalt", "vanligvis",
    "vanlegvis", "som regel",
    # Only if.
    "ved behov", "etter behov", "om nødvendig", "om naudsynt", "når det er nødvendig", "når det er naudsynt",
    "der det er mulig", "der det er mogleg", "der det er behov", "der det er hensiktsmessig", "der dette er mulig",
    "der det er formålstenleg", "der det ligger til rette", "der det ligg til rette", "der forholdene ligger til rette",
    "når det er mulig", "når det er mogleg", "hvis mulig", "viss mogleg", "om mulig", "om mogleg", "dersom mulig",
    "hvis det er mulig", "dersom det er mulig", "dersom det er mogleg", "dersom", "hvis", "såfremt", "så framt",
    "så fremt", "forutsatt at", "føresett at", "under forutsetning av", "under føresetnad av", "med forbehold om",
    "med atterhald om", "eventuelt", "eventuelle", "med unntak av", "med unnatak av", "unntatt", "bortsett fra",
    # For the money there is.
    "innenfor økonomiske rammer", "innenfor de økonomiske rammene", "innenfor kommunens økonomiske rammer",
    "innenfor gitte rammer", "innenfor gitte økonomiske rammer", "innenfor gjeldende rammer", "innenfor rammen av",
    "innenfor rammene av", "innenfor vedtatte rammer", "innenfor vedtatt budsjett", "innenfor gjeldende budsjett",
    "innenfor eksisterende rammer", "innenfor tilgjengelige ressurser", "innanfor økonomiske rammer",
    "innanfor dei økonomiske rammene", "innanfor gitte rammer", "innanfor ramma av", "innanfor vedtekne rammer",
    "innanfor gjeldande budsjett", "når økonomien tillater det", "når økonomien tillèt det",
    "når midler er tilgjengelige", "så sant det finnes midler",
    # Some time.
    "på sikt", "på lengre sikt", "på lang sikt", "etter hvert", "etter kvart", "når det passer", "over tid",
    "i løpet av planperioden", "når det blir aktuelt", "når det er aktuelt",
)  # fmt: skip

STRENGTHENING: tuple[str, ...] = (
    "alltid", "uansett", "uten unntak", "utan unntak", "fullt ut", "i sin helhet", "i si heilskap", "til enhver tid",
    "til ei kvar tid", "senest", "seinast", "umiddelbart", "straks", "så snart som mulig", "så snart som mogleg",
    "som et minimum", "som eit minimum", "minimum", "minst", "aller minst", "i alle tilfeller", "i alle høve",
)  # fmt: skip

# How many it holds for, by rank; one alone says nothing, one for another does. The highest rank speaks for itself.
SCOPES: Mapping[int, tuple[str, ...]] = {
    4: ("alle", "samtlige", "samtlege", "hver", "hvert", "kvar", "kvart", "enhver", "ethvert"),
    3: ("de fleste", "dei fleste", "flertallet av", "fleirtalet av"),
    2: ("flere", "fleire", "mange", "en rekke", "ei rekkje"),
    1: ("noen", "nokre", "nokon", "enkelte", "utvalgte", "utvalde", "et utvalg av", "eit utval av"),
}

NEGATIONS: tuple[str, ...] = (
    "ikke", "ikkje", "ingen", "inga", "ingenting", "aldri", "uten", "utan", "verken", "korkje", "hverken",
)  # fmt: skip

DEADLINES: tuple[str, ...] = (
    "innen", "før", "fra og med", "frå og med", "til og med", "januar", "februar", "mars", "april", "mai",
    "juni", "juli", "august", "september", "oktober", "november", "desember", "våren", "høsten", "hausten",
    "daglig", "dagleg",
    "ukentlig", "kvar veke", "månedlig", "månadleg", "kvartalsvis", "tertialvis", "halvårlig", "halvårleg", "årlig",
    "årleg", "hvert år", "kvart år", "annethvert år", "annakvart år", "løpende", "løpande", "jevnlig", "jamleg",
    "snarest", "første halvår", "andre halvår", "i løpet av",
)  # fmt: skip

# Numbers in words. «En» and «to» in nynorsk «ein» are left out where they are mostly something else.
FIGURES: tuple[str, ...] = (
    "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni", "ti", "elleve", "tolv", "tjue", "tretti", "femti",
    "hundre", "tusen", "million", "millioner", "millionar", "doble", "dobles", "doblast", "halvere", "halveres",
    "halverast", "halvparten", "tredjedel", "tredel", "fjerdedel",
)  # fmt: skip

# «En» is a number only where a number takes its place.
ONES = frozenset({"en", "ei", "et", "ett", "én", "ein", "eit", "eitt", "éin"})

_SORTS: Mapping[str, tuple[Sort, int]] = {
    **dict.fromkeys(DEADLINES, ("frist", 0)),
    **{word: ("omfang", rank) for rank, words in SCOPES.items() for word in words},
    **dict.fromkeys(NEGATIONS, ("nektelse", 0)),
    **dict.fromkeys(STRENGTHENING, ("skjerping", 1)),
    **dict.fromkeys(WEAKENING, ("forbehold", 1)),
    **{word: ("modal", strength) for strength, words in MODALS.items() for word in words},
}
# The longest first, so that «så langt som mulig» is not read as some shorter one within it.
_LONGEST_FIRST = sorted(_SORTS, key=lambda word: (-len(word), word))
_FIND = re.compile(rf"\b(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})\b")
_SIGNS = re.compile("|".join(rf"\b{word}\b" for word in FIGURES) + r"|[-−]?\d+(?:[ .,:/–-]?\d+)*\.?[a-z]?\b ?%?")
_PERCENT = re.compile(r"\b(?:prosent|pst)\b\.?")


def sort_of(word: str) -> tuple[Sort, int]:
    """Return what an expression is, and how strong."""
    return _SORTS[word]


@lru_cache(maxsize=1 << 13)
def binding_words(folded: str) -> Mapping[str, int]:
    """Return the expressions of a text and how often each stands there; the text is case folded."""
    return Counter(" ".join(match.split()) for match in _FIND.findall(folded))


@lru_cache(maxsize=1 << 13)
def figures(folded: str) -> Mapping[str, int]:
    """Return the numbers of a text, in figures and in words, and how often each stands there."""
    return Counter(match.strip(" .,:/-–") for match in _SIGNS.findall(_PERCENT.sub("%", folded)))
