"""What is said around the changes of a draft: where the plan stands, where it is on the site, and what was judged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plancompiler.cache import NO_CACHE
from plancompiler.change import Comparison
from plancompiler.diff_format import Shown
from plancompiler.diff_formats import html, markdown, terminal
from plancompiler.editions import compare_folders
from plancompiler.translate import translator
from site_pages import Page

SITE = "https://planer.prove.example"
SETTINGS = f"arbeidsområde: prove\nspråk: nb\nadresse: {SITE}\n"
ACTORS = "register: prove\ntittel: Aktører\naktører:\n" + "".join(
    f"  - {{id: {name.lower().replace('å', 'a')}, navn: {name}, type: organ}}\n"
    for name in ("Ungdomsrådet", "Elevrådet", "Idrettsrådet")
)
PLAN = """plan: prove
tittel: Møteplasser for alle
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
saksgang:
  - {steg: vedtak, dato: 2026-06-11, organ: Kommunestyret, sak: PS 23/26, resultat: vedtatt}
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
    virkemidler:
      - id: m1.v1
        tekst: Kommunen skal åpne møteplasser.
        samarbeider_med: [{til: Ungdomsrådet, rolle: rådgiver}]
      - id: m1.v2
        tekst: Kommunen skal rydde stier.
"""
NEW = """      - id: m1.v3
        tekst: Kommunen skal låne ut utstyr.
        samarbeider_med: [{til: Ungdomsrådet, rolle: rådgiver}, Idrettsrådet]
"""


def drafted(folder: Path, *edits: tuple[str, str], end: str = "", language: str = "nb") -> Comparison:
    """Return a small plan held against a draft of it, in which some words are exchanged."""
    after = PLAN
    for old, new in edits:
        assert after.count(old) == 1, old
        after = after.replace(old, new)
    for side, plan in (("before", PLAN), ("after", after + end)):
        (folder / side / "plans/registre").mkdir(parents=True)
        (folder / side / "plancompiler.yaml").write_text(SETTINGS, "utf-8")
        (folder / side / "plans/registre/prove.yaml").write_text(ACTORS, "utf-8")
        (folder / side / "plans/prove.yaml").write_text(plan, "utf-8")
    return compare_folders(folder / "before", folder / "after", NO_CACHE, translator(language))


def said(form: Any, comparison: Comparison, language: str = "nb") -> str:
    """Return what a format says, on one line."""
    written = form.render(Shown(comparison, translator(language)))
    return " ".join((Page(written).text if form is html else written).split())


def test_a_draft_leads_to_what_the_site_has_today(tmp_path: Path) -> None:
    edits = ("skal åpne", "bør åpne"), ("id: m1.v2", "id: m1.v9\n        tidligere_id: m1.v2")
    page = Page(html.render(Shown(drafted(tmp_path, *edits, end=NEW), translator("nb"))))
    plan = f"{SITE}/prove/index.html"
    # The new point is not there yet, nor is the new id of an old one.
    assert {link for link in page.links if link.startswith(SITE)} == {plan, f"{plan}#m1.v1", f"{plan}#m1.v2"}
    text = " ".join(page.text.split())
    assert "Les planen på nettstedet, slik den er i dag: Møteplasser for alle" in text
    assert "Les punktet på nettstedet" in text


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_changes_since_the_last_step_are_told_of_right_after_it(form: Any, tmp_path: Path) -> None:
    told = "sak PS 23/26, vedtatt. Endringene her er gjort etter dette steget. Status: vedtatt."
    assert told in said(form, drafted(tmp_path, ("skal åpne", "bør åpne")))


@pytest.mark.parametrize("form", [html, markdown])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nb", "Bare frister, måltall, status, finansiering og ord som «skal» og «alle» er vurdert."),
        ("nn", "Berre fristar, måltal, status, finansiering og ord som «skal» og «alle» er vurderte."),
        ("en", "Only deadlines, target figures, status, funding and words such as «skal» and «alle» are judged."),
    ],
)
def test_what_is_judged_is_said_beside_what_binds_less(form: Any, language: str, line: str, tmp_path: Path) -> None:
    page = said(form, drafted(tmp_path, ("skal åpne", "bør åpne"), language=language), language)
    assert page.count(line) == 1


@pytest.mark.parametrize("form", [html, markdown])
def test_who_is_new_in_a_capacity_is_told_by_it(form: Any, tmp_path: Path) -> None:
    page = said(form, drafted(tmp_path, end=NEW))
    assert "Rådgiver: Ungdomsrådet" in page and "Samarbeider med: Idrettsrådet" in page


@pytest.mark.parametrize("form", [html, markdown, terminal])
@pytest.mark.parametrize(
    ("after", "line"),
    [
        ("{til: Elevrådet, rolle: rådgiver}", "Rådgiver: Ungdomsrådet er byttet ut med Elevrådet."),
        ("{til: Ungdomsrådet, rolle: rådgiver}, Elevrådet", "Samarbeider med: Elevrådet er føyd til."),
        ("{til: Ungdomsrådet, rolle: medeier}", "Samarbeider med: Ungdomsrådet: «rådgiver» er blitt «medeier»."),
        (
            "{til: Ungdomsrådet, rolle: rådgiver}, {til: Elevrådet, rolle: rådgiver}",
            "Elevrådet (rådgiver) er føyd til.",
        ),
    ],
)
def test_a_link_of_one_capacity_is_called_by_it(form: Any, after: str, line: str, tmp_path: Path) -> None:
    page = said(form, drafted(tmp_path, ("{til: Ungdomsrådet, rolle: rådgiver}", after)))
    assert line.rstrip(".") in page
    assert ("Samarbeider med: " in page) == line.startswith("Samarbeider")
