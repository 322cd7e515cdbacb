"""The municipality of `cases/nordvik`, built: each fact of the plans is found in what is made of them."""

from __future__ import annotations

import pytest

from nordvik_workspace import BEFORE, NEW, OLD, SUPERIOR, built, case
from site_pages import broken_links, said_of

_DECIDED = "Vedtak: vedtatt med endringer Nordvik kommunestyre, "

# The page, the id of what stands on it ("" for the page), and what is read there. Of a node that stands on a goal's
# page, what the plan's page has is its line; what is read is on the goal's page.
FACTS: tuple[tuple[str, str, str], ...] = (
    # Adopted by whom, when, in which case; what was changed, and what was done about it.
    (f"{SUPERIOR}/index.html", "", "Vedtatt 19. juni 2025, Kommunestyret, PS 44/25"),
    (f"{SUPERIOR}/index.html", "steg_1", "13. juni 2024 Bestilling Nordvik kommunestyre, PS 31/24"),
    (f"{SUPERIOR}/index.html", "steg_3", "19. august 2024 – 4. oktober 2024 Planprogram på høring"),
    (f"{SUPERIOR}/index.html", "steg_4", "24. oktober 2024 Planprogram fastsatt Nordvik kommunestyre, PS 58/24"),
    (f"{SUPERIOR}/index.html", "steg_5", "høst 2024 – februar 2025 Medvirkning"),
    (f"{SUPERIOR}/index.html", "steg_6", "17. mars 2025 – 5. mai 2025 Høring Sendt til: Fylkeskommunen, Ungdomsrådet"),
    (f"{SUPERIOR}/index.html", "steg_9", f"19. juni 2025 {_DECIDED}PS 44/25"),
    (f"{SUPERIOR}/index.html", "steg_9", "Gjelder: Mål 3: Sentrum og grendene har levande møteplassar"),
    (f"{SUPERIOR}/index.html", "steg_9", "Gjennomført: Grendene er tekne inn i målet."),
    (f"{SUPERIOR}/index.html", "steg_9", "3 Vedlegget om bustadtal går ut. Gjennomført: Vedlegget er teke ut."),
    (f"{SUPERIOR}/index.html", "lokal.m1", "Endret ved vedtak PS 44/25, punkt 1"),
    (
        f"{SUPERIOR}/lokal.m1.html",
        "",
        "Endret fordi Kommunestyret tok inn grendene, sjå vedtaket. Endret ved vedtak PS 44/25, punkt 1",
    ),
    (f"{SUPERIOR}/index.html", "arbeid.s1", "Endret ved vedtak PS 44/25, punkt 2"),
    (f"{SUPERIOR}/arbeid.m1.html", "", "Endret ved vedtak PS 44/25, punkt 2"),
    (f"{NEW}/index.html", "", "Slik avviker planen, og hvorfor Statsbudsjettet kom sent"),
    (f"{NEW}/index.html", "steg_3", f"10. desember 2026 {_DECIDED}PS 92/26"),
    # The plan type and the municipality that the workspace's own vocabularies name.
    (f"{NEW}/index.html", "", "Handlings- og økonomiplan"),
    (f"{NEW}/index.html", "", "Kommune Nordvik Rulleres årlig Overordnet plan Samfunnsdelen 2025–2037"),
    (f"{NEW}/index.html", "moteplasser.v3", "Status til avklaring Finansiering ikke finansiert"),
    # Money stands on its measure as written and is never added up.
    (f"{NEW}/index.html", "", "Finansiering i budsjett: Pengene er satt av i budsjettet for 2027"),
    (f"{NEW}/index.html", "arbeid.v1", "Opparbeiding 4,5 mill. kr 2028 Prosjektledelse 0,4 årsverk 370 000 kr 2027"),
    (f"{NEW}/index.html", "arbeid.v1", "Finansiering krever prioritering"),
    (f"{NEW}/index.html", "arbeid.v4", "Kostnader ca. 900 000 kr (2029; beregnet)"),
    (f"{NEW}/index.html", "arbeid.v4", "ekstern finansiering: Fylkeskommunen dekker inntil halvparten."),
    (f"{NEW}/index.html", "unge.v1", "Lønn 1,2 mill. kr 2027 Lønn 1,6 mill. kr 2028"),
    (f"{NEW}/arbeid.html", "", "Opparbeiding 4,5 mill. kr 2028"),
    # A goal fetched from the superior plan has its words and its way back, and what serves several goals says so.
    (f"{NEW}/index.html", "arbeid", "Mål: Nordvik har hundre nye arbeidsplassar"),
    (
        f"{NEW}/index.html",
        "arbeid",
        "Gjengitt fra Mål 1: Nordvik har hundre nye arbeidsplassar (Samfunnsdelen 2025–2037)",
    ),
    (f"{NEW}/index.html", "moteplasser", "FN-delmål 11.7 Trygge og tilgjengelige grønne uterom for alle hovedvekt"),
    (f"{SUPERIOR}/arbeid.m1.html", "", "Mål: Nordvik har hundre nye arbeidsplassar (Handlingsdelen 2027–2030)"),
    (f"{SUPERIOR}/index.html", "lokal.m1", "Gjengitt i Mål: Sentrum og grendene har levande møteplassar"),
    (
        f"{SUPERIOR}/index.html",
        "lokal.m3",
        "Kulturplan for Nordvik 2024–2030 (ifølge Handlingsdelen 2027–2030: Tiltakene står i kulturplanen)",
    ),
    (f"{SUPERIOR}/index.html", "helse.m2", "Følges ikke opp, fordi Fjorden er rein i dag"),
    (f"{SUPERIOR}/index.html", "arbeid.s1", "Tiltak 1: Klargjøre tomter ved stasjonen (Handlingsdelen 2027–2030)"),
    (
        f"{NEW}/index.html",
        "arbeid",
        "Øke tallet på læreplasser i kommunen Felles, hører til under Mål: Unge finn arbeid",
    ),
    (f"{SUPERIOR}/index.html", "berekraft", "Gjengitt fra en tekst med samme tittel"),
    (f"{SUPERIOR}/index.html", "berekraft", "FN har satt 17 mål for en bærekraftig utvikling."),
    # An edition that another has come instead of says so and leads there, whatever its own status says.
    (
        f"{OLD}/index.html",
        "",
        "Denne planen gjelder ikke lenger. Planperioden var 2026–2029. Erstattet av Handlingsdelen",
    ),
    (f"{BEFORE}/index.html", "", "Denne planen gjelder ikke lenger. Planperioden var 2013–2025. Erstattet av Samfunns"),
    (f"{SUPERIOR}/index.html", "", "Erstatter Samfunnsdelen 2013–2025 (erstattet)"),
    (f"{NEW}/index.html", "", "Erstatter Handlings- og økonomiplan 2026–2029 (erstattet)"),
    # Figures of several years, a risk and what lessens it, those it concerns, roles, a note, a list in a cell.
    (f"{SUPERIOR}/index.html", "arbeid.i1", "66,1 % (2019) 67,3 % (2021) 68,4 % (2024) 71 % (2024; landet) skal opp"),
    (f"{SUPERIOR}/index.html", "lokal.m1", "Møteplassar: Ein i kvar grend (2030)"),
    (f"{NEW}/index.html", "unge.v1", "minst 20 plasser (2030; fra 12 plasser (2026))"),
    (f"{SUPERIOR}/index.html", "r1", "Sannsynlighet høy Konsekvens høy"),
    (f"{SUPERIOR}/index.html", "n1", "Bedriftene opprettar arbeidsplassar Laget driv felles marknadsføring"),
    (f"{NEW}/index.html", "prosjekteier", "Plan og miljø"),
    (f"{SUPERIOR}/index.html", "staden", "Fjorden er ferskvatn, og Lov om folkehelsearbeid gjeld badevatnet òg."),
    (f"{SUPERIOR}/index.html", "folketal", "2 100 2 340 Skule Lege Teknisk vakt"),
    # Actors with other names before, and what they have to do in the order it falls due.
    ("aktor/nordvik-plan.html", "", "Erstatter Plankontoret"),
    ("aktor/nordvik-plankontor.html", "", "Erstattet av Plan og miljø"),
    (
        "aktor/nordvik-oppvekst.html",
        "",
        "Planene sier ikke at noe denne aktøren har ansvaret for, er forsinket, utsatt eller stanset. Har ansvaret",
    ),
    ("aktor/nordvik-teknisk.html", "", "Forsinket, utsatt eller stanset Handlingsdelen 2027–2030 Tiltak 7: Sette opp"),
    # A short name that is a part of the name is not said beside it; a theme has a capital wherever themes are listed.
    ("aktor/index.html", "", "Oppvekst og læring (5)"),
    ("emne/index.html", "", "Busetnad (1) Folkehelse (1)"),
    ("index.html", "", "Busetnad Folkehelse"),
    # Those outside the municipality that plans were sent to are told from its own councils.
    (
        "aktor/index.html",
        "",
        "Utenfor kommunen, har fått planer på høring Fjordfylket fylkeskommune Samfunnsdelen 2025–2037 "
        "Nordvik næringslag Handlingsdelen 2027–2030 og Samfunnsdelen 2025–2037",
    ),
    # Of UN goals the edition in force alone is counted; the others are listed apart.
    ("fn/4.html", "", "Direkte 2 punkter"),
    ("fn/4.html", "", "gjengitt fra andre. Handlings- og økonomiplan 2026–2029 (erstattet)"),
    ("fn/12.html", "", "Direkte 0 punkter"),
    ("fn/12.html", "", "gjengitt fra andre. Samfunnsdelen 2013–2025 (erstattet)"),
    ("fn/14.html", "", "Kommunen har ikkje kyst."),
    ("fn/11.html", "_1", "Direkte Der det ikke står hvorfor eller hvor mye det veier, sier ikke planen det."),
    # A goal that is fetched is tied to what it is tied to through its area, and so is what stands under it.
    ("fn/8.html", "", "Via mål 10 punkter: 1 utfordring, 2 mål, 2 strategier, 5 tiltak"),
    ("fn/8.html", "", "og via dette: 1 utfordring, 2 mål, 2 strategier Via mål Handlingsdelen 2027–2030"),
    ("fn/8.html", "_2", "Tiltak 3: Søke om tilskudd til gangveg gjennom Satsingsområde A: Arbeid og vekst"),
    (f"{NEW}/index.html", "arbeid", "FN-mål 8 Anstendig arbeid"),
    # What all of a kind are called in their plan, they are called where other kinds stand beside them too.
    ("fn/3.html", "", "Via mål 8 punkter: 1 strategi, 7 tiltak"),
    ("index.html", "", "FN-mål 12 Ansvarlig forbruk og produksjon ingen ennå"),
    ("index.html", "", "FN-mål 4 God utdanning direkte 2 indirekte 1"),
    ("fn/index.html", "", "Ingen via mål ved FN-mål"),
    ("fn/4.html", "_3", "Bidrar til noe som er knyttet til FN-målet"),
)


@pytest.mark.parametrize(("path", "anchor", "fact"), FACTS)
def test_a_fact_is_on_its_page(path: str, anchor: str, fact: str) -> None:
    page, node = built().pages[path], f"{path.partition('/')[0]}/{anchor}"
    program = case().program
    if node in program.nodes:
        assert fact in said_of(program, built().pages, node)
    else:
        assert fact in (page.under(anchor) if anchor else " ".join(page.text.split()))


MARKDOWN: tuple[tuple[str, str], ...] = (
    (
        f"{SUPERIOR}.md",
        "- **Vedtak:** 19. juni 2025 · [Nordvik kommunestyre](aktor.md#nordvik-kommunestyre) · PS 44/25",
    ),
    (f"{SUPERIOR}.md", "– Målet skal òg gjelde grendene. – Grendene er tekne inn i målet."),
    (f"{SUPERIOR}.md", "**Erstatter:** [Samfunnsdelen 2013–2025](nordvik-samfunnsdel-2013.md)"),
    (f"{SUPERIOR}.md", '<a id="arbeid.m3"></a><a id="arbeid.mal3"></a>'),
    (
        f"{SUPERIOR}.md",
        '<a id="arbeid.m2"></a>Fleire arbeidsplassar i bygdene – 19. juni 2025 – Delt i to etter høyringa.',
    ),
    (f"{NEW}.md", '<a id="moteplasser"></a><a id="motested"></a>'),
    (f"{NEW}.md", "- Prosjektledelse: 0,4 årsverk (År: 2027, Tilsvarer: 370 000 kr)"),
    (
        f"{NEW}.md",
        "**Gjengitt fra:** [Mål 1: Nordvik har hundre nye arbeidsplassar](nordvik-samfunnsdel-2025.md#arbeid.m1)",
    ),
    (f"{NEW}.md", "### Mål: Nordvik har hundre nye arbeidsplassar"),
    (f"{OLD}.md", "**Erstattet av:** [Handlingsdelen 2027–2030](nordvik-handlingsdel-2027.md)"),
    (f"{BEFORE}.md", "**Erstattet av:** [Samfunnsdelen 2025–2037](nordvik-samfunnsdel-2025.md)"),
)


@pytest.mark.parametrize(("path", "fact"), MARKDOWN)
def test_a_fact_is_in_the_markdown(path: str, fact: str) -> None:
    assert fact in built().files[f"markdown/{path}"]


# The list of program.json, the id of a record in it, and what it says.
DATA: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("planer", OLD, {"gjeldende": False}),
    ("planer", BEFORE, {"gjeldende": False, "status": "erstattet"}),
    ("planer", NEW, {"gjeldende": True, "type": "handlingsdel", "erstatter": [OLD], "kommune": "9901"}),
    ("planer", SUPERIOR, {"gjeldende": True, "type": "samfunnsdel", "status": "vedtatt", "rulleres": "hvert 4. år"}),
    ("noder", f"{NEW}/arbeid", {"tittel": "Nordvik har hundre nye arbeidsplassar", "sitert": f"{SUPERIOR}/arbeid.m1"}),
    ("noder", f"{NEW}/moteplasser", {"bærekraftsmål": ["11.7", "3"], "tidligere_id": ["motested"]}),
    ("noder", f"{NEW}/moteplasser.v3", {"status": "til avklaring", "finansiering": "ikke finansiert"}),
    ("noder", f"{NEW}/arbeid.v4", {"kostnader": [{"verdi": "ca. 900 000 kr", "år": "2029", "art": "beregnet"}]}),
    ("noder", f"{NEW}/eldre.v2", {"frist": "første del av planperioden", "status": "stanset"}),
    ("noder", f"{SUPERIOR}/arbeid.s2", {"frist": "høst 2027", "språk": "nn", "bidrar_til": [f"{SUPERIOR}/arbeid.m3"]}),
    ("aktører", "nordvik-plan", {"tidligere_id": ["nordvik-areal"]}),
    ("aktører", "nordvik-plankontor", {"erstattet_av": ["nordvik-plan"]}),
)


@pytest.mark.parametrize(("section", "name", "said"), DATA)
def test_a_fact_is_in_the_data(section: str, name: str, said: dict[str, object]) -> None:
    record = next(one for one in built().program[section] if one["id"] == name)
    assert {key: record[key] for key in said} == said


def test_amendments_are_in_the_data() -> None:
    decided = next(one for one in built().program["planer"] if one["id"] == SUPERIOR)["saksgang"][8]
    assert decided["resultat"] == "vedtatt med endringer"
    assert [change.get("gjelder") for change in decided["endringer"]] == [
        ["lokal.m1"],
        ["arbeid.s1", "arbeid.m1"],
        None,
    ]
    assert all(change["gjennomført"] for change in decided["endringer"])


def test_everything_is_everywhere_and_every_link_holds() -> None:
    program = case().program
    assert broken_links(built().pages) == []
    assert {one["id"] for one in built().program["noder"]} == set(program.nodes)
    for node in program.nodes.values():
        assert built().pages[f"{node.plan}/index.html"].ids.count(node.id) == 1, node.name
        assert f'<a id="{node.id}"></a>' in built().files[f"markdown/{node.plan}.md"], node.name


def test_retired_and_renamed_ids_have_anchors() -> None:
    pages = built().pages
    assert {"arbeid.m2", "arbeid.mal3"} <= set(pages[f"{SUPERIOR}/index.html"].ids)
    assert {"arbeid.v2", "motested"} <= set(pages[f"{NEW}/index.html"].ids)
    retired = "10. desember 2026) Strategien er vedtatt og blir fulgt opp i to nye tiltak. Erstattet av Tiltak 2:"
    assert retired in pages[f"{NEW}/index.html"].under("arbeid.v2")
    moved = pages["nordvik-samfunnsdel-hoyring/index.html"]
    assert "lokal.m1" in moved.ids and f"../{SUPERIOR}/index.html#lokal.m1" in moved.links
    redirects = {one["fra"]: one["til"] for one in built().program["omdirigeringer"]}
    assert redirects[f"{NEW}/motested"] == f"{NEW}/moteplasser" and redirects["nordvik-areal"] == "nordvik-plan"


def test_the_front_page_lists_what_is_replaced_apart() -> None:
    adopted, _, ended = " ".join(built().pages["index.html"].text.split()).partition("Erstattet Samfunnsdel")
    assert "Handlings- og økonomiplan 2026–2029" in ended and "Handlings- og økonomiplan 2026–2029" not in adopted


def test_markdown_says_that_a_plan_is_replaced() -> None:
    assert "**Status:** erstattet" in built().files[f"markdown/{OLD}.md"]


def test_markdown_names_what_a_measure_makes_once() -> None:
    part = built().files[f"markdown/{NEW}.md"].partition('<a id="arbeid.v1"></a>')[2].partition("<a id=")[0]
    assert part.count("Kunnskapsgrunnlag for Nordvik") == 1
