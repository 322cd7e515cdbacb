"""The words that the generated plans are made of: parts that fit each other, many enough that few texts are alike.

They are grown from lists, not taken from any plan.
"""

from __future__ import annotations


def _parts(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("/"))


ACTIONS = _parts(
    """
    styrke / utvikle / bygge ut / ruste opp / kartlegge / forbedre / samordne / prøve ut / videreføre / fornye /
    åpne / trygge / forenkle / utvide / modernisere / beskytte / gjøre kjent / sikre / vurdere / planlegge
    """
)
THINGS = _parts(
    """
    barnehagene / busstilbudet / grendehusene / fastlegeordningen / kulturminnene / turstiene / havneområdet /
    avløpsnettet / skolebyggene / beredskapslageret / helsestasjonen / hjemmetjenesten / gatelysene /
    ungdomsklubben / dyrkajorda / strandsonen / ladestasjonene / frivilligsentralen / boligfeltene / drikkevannet /
    kulturskolen / biblioteket / sykkelveiene / legevakta / voksenopplæringen / introduksjonsprogrammet /
    svømmehallen / gjenbruksstasjonen / dagsenteret / lekeplassene / fergekaia / skogreisingen / elvebredden /
    kirkegårdene / læreplassene / sommerjobbene / kriseteamet / vannmålerne / geodataene / innkjøpene / bilparken /
    solcelleanleggene / fjernvarmen / flomvollene / rasvarslingen / tannhelsen / skolefrukten / leksehjelpen /
    foreldreveiledningen / utleieboligene / demensomsorgen / hverdagsrehabiliteringen / lyttevennene / museet /
    festivalene / treningsparken / skiløypene / badeplassene / parsellhagene / matsentralen / utstyrsbua /
    verkstedet / snekkerlaget / seniorkafeen
    """
)
PLACES = _parts(
    """
    i sentrum / langs elva / ved skolene / i grendene / på øyene / ved fjorden / i industriparken /
    rundt stasjonen / i gamlebyen / på nordsiden / ved sykehjemmet / i marka / på torget / langs kysten /
    ved idrettshallen / i dalføret / på campus / ved rådhuset / i hyttefeltene / over kommunegrensen /
    i øvre bydel / mellom tettstedene / på platået / ved hovedveien / innerst i bukta / i villastrøkene /
    under brua / ved vannet / på prestegården / i bakgårdene / bak jernbanen / nær sjukestua / på flyplassen /
    ved mølla / i lia / på moloen / ved samfunnshuset / i sidedalene
    """
)
GROUPS = _parts(
    """
    barn under skolealder / eldre som bor alene / ungdom uten arbeid / nye familier / pendlere /
    mennesker med demens / lærlinger / gründere / flyktninger / enslige forsørgere / elever på mellomtrinnet /
    turister / bønder / hørselshemmede / blinde og svaksynte / pårørende / studenter / langtidssyke /
    rullestolbrukere / småbedrifter / idrettslag / velforeninger / leietakere / fiskere / nattarbeidere /
    førskolelærere / kor og korps / reineiere / nyfødte og mødrene deres / tiendeklassinger / asylsøkere /
    hyttefolk / syklister / helsefagarbeidere / håndverkere / vernepleiere / tenåringer med angst / pensjonister /
    foreldre i skift / utviklingshemmede
    """
)
MEANS = _parts(
    """
    gjennom faste møter hver høst / med en felles digital kalender / ved å flytte ansvaret nærmere førstelinja /
    etter modell av nabokommunen / med opplæring i turnus / sammen med fylkeskommunen / gjennom en årlig dugnad /
    med midler fra tilskuddsordninger / ved hjelp av åpne spørreundersøkelser / i en treårig forsøksperiode /
    med tydelige vaktlister / etter befaring sommerstid / gjennom avtaler mot rimelig leie /
    med sensorer og varsling / ved å samle fagfolkene under ett tak / i regi av seniorrådet / med mobile team /
    gjennom tettere tilsyn / ved å slå sammen småkontorer / med et fast kontaktpunkt /
    etter innspill fra ungdomsrådet / på lørdager og kvelder / med merking i terrenget /
    ved gradvis utfasing av olje / gjennom et lokalt partnerskap / med enklere søknadsskjemaer /
    etter råd fra vernetjenesten / i tråd med klimabudsjettet / med universell utforming / gjennom språktrening /
    ved å lære opp veiledere / med gratis utlån / etter en konkurranse blant arkitekter / med kart over sårbarhet /
    ved felles bestilling / gjennom hjemmebesøk / med åpne regneark / etter trafikktelling / i to byggetrinn /
    med kveldsåpen skranke
    """
)
ENDS = _parts(
    """
    slik at flere kan bo hjemme lenger / for at ingen skal vente over fire uker / så utslippene går raskt ned /
    slik at gangveien blir trygg vinterstid / for å avlaste avdelingene / så færre faller fra videregående /
    slik at naboer blir kjent / for å spare strøm og penger / så kunnskapen deles bredt /
    slik at arter får leve i fred / for at lønna skal strekke til / så bedriftene finner arbeidskraft /
    slik at skader oppdages tidlig / for å hindre fuktskader / så rådgivningen når dem den gjelder /
    slik at skyss og undervisning passer sammen / for å gi alle en meningsfull fritid / så maten ikke kastes /
    slik at vedlikeholdet kan forutses / for å bevare særpreget / så ensomheten minker /
    slik at fedre deltar oftere / for å dempe støyen / så regnvannet får renne fritt /
    slik at saksbehandlingen går fortere / for å forebygge fallulykker / så innkjøpene blir grønnere /
    slik at sykefraværet synker / for å nå folk uten bil / så tilliten vokser / slik at håndverket ikke dør ut /
    for å møte flere kriser / så skjermtida går ned / slik at leseferdighetene øker / for å korte ned køene /
    så legemidlene brukes riktig / slik at gjengroingen stanser / for å få ungdommen tilbake /
    så søvnen blir bedre / slik at vertskapet for gjester blir bedre
    """
)
WISHES = _parts(
    """
    vi tar vare på / alle har nytte av / kommunen er kjent for / innbyggerne er fornøyde med / flere bruker /
    vi er stolte av / unge og gamle møtes ved / næringslivet bidrar til / vi deler kunnskap om / alle kjenner til
    """
)
FOLLOW_UPS = _parts(
    """
    og si fra til kommunestyret hvert år om hvordan det går / og vise fram resultatet på åpne møter /
    og ta det med når budsjettet for neste år blir laget / og høre med dem det gjelder før noe blir bestemt /
    og gjøre opp status i kommunens årsmelding til våren / og skrive ned hva vi har lært underveis /
    og dele det vi finner ut med andre kommuner i fylket / og be utvalget om råd når noe må velges bort /
    og la ansatte og tillitsvalgte være med fra første dag / og begynne der behovet er størst og tida knappest /
    og bruke det vi alt har før vi kjøper noe nytt / og se det sammen med andre planer kommunen arbeider med
    """
)
THEMES = _parts(
    """
    klima og energi / oppvekst og utdanning / helse og omsorg / kultur og frivillighet / areal og transport /
    næring og sysselsetting / naturmangfold / folkehelse / integrering / vann og miljø / samfunnssikkerhet /
    digitalisering
    """
)
MUNICIPALITIES = (
    ("0301", "Oslo"),
    ("1101", "Eigersund"),
    ("1103", "Stavanger"),
    ("1106", "Haugesund"),
    ("1108", "Sandnes"),
    ("1111", "Sokndal"),
    ("1112", "Lund"),
    ("1114", "Bjerkreim"),
    ("1119", "Hå"),
    ("1120", "Klepp"),
    ("1121", "Time"),
    ("1122", "Gjesdal"),
)
ACTORS = (
    "Kommunedirektøren",
    "Oppvekst og kultur",
    "Helse og mestring",
    "Plan og byggesak",
    "Teknisk drift",
    "Næring og innovasjon",
    "Klima og miljø",
    "Personal og organisasjon",
)
STATUSES = ("planlagt", "i gang", "fullført", "forsinket")
