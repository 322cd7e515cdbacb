"""Two editions of a plan held against each other, as people read it: Nordvik's handlingsdel of 2026 and of 2027."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plancompiler.change import Comparison
from plancompiler.diff_format import Shown
from plancompiler.diff_formats import html, markdown, terminal
from plancompiler.editions import compare_plans
from plancompiler.translate import translator
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read
from site_pages import Page

NORDVIK = Path(__file__).parent / "cases/nordvik"
OLD, NEW = "Handlings- og økonomiplan 2026–2029", "Handlings- og økonomiplan 2027–2030"


def compared(*edits: tuple[str, str], language: str = "nb", plans: tuple[str, str] = ("2026", "2027")) -> Comparison:
    """Return the two editions compared, with some words of their files exchanged."""
    files = dict(read(NORDVIK))
    for before, after in edits:
        (path,) = (path for path, text in files.items() if before.encode() in text)
        files[path] = files[path].replace(before.encode(), after.encode())
    one, other = (f"nordvik-handlingsdel-{year}" for year in plans)
    return compare_plans(assemble(files, beside(NORDVIK)), one, other, translator(language))


def said(form: Any, comparison: Comparison, language: str = "nb") -> str:
    """Return what a format says, on one line."""
    written = form.render(Shown(comparison, translator(language)))
    return " ".join((Page(written).text if form is html else written).split())


@pytest.mark.parametrize("form", [html, markdown])
@pytest.mark.parametrize(
    ("plans", "title"),
    [(("2026", "2027"), f"Hva som er endret fra {OLD} til {NEW}"), (("2027", "2026"), f"fra {NEW} til {OLD}")],
)
def test_two_plans_are_no_draft_and_stand_in_the_order_asked_for(form: Any, plans: tuple[str, str], title: str) -> None:
    page = said(form, compared(plans=plans))
    assert title in page and "utkastet" not in page
    assert "Slik er det i dag" not in page and "Slik blir det" not in page


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_which_state_of_the_plans_is_compared_is_said(form: Any) -> None:
    assert "slik de står i filene nå, også det som ikke er vedtatt." in said(form, compared())


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_what_only_a_file_says_otherwise_is_as_before_and_other_plans_are_not_counted(form: Any) -> None:
    # Of the five goals three are new, one has been looked over, which no reader sees, and one is untouched.
    assert "Uendret: 2 av 5 mål." in said(form, compared())


@pytest.mark.parametrize("form", [html, markdown, terminal])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_a_un_goal_has_won_is_said_of_the_plans_compared(form: Any, language: str) -> None:
    page = said(form, compared(language=language), language)
    wanted = {
        "nb": f"«{NEW}» har mål eller virkemidler knyttet til FN-mål 3, «God helse og livskvalitet». "
        f"Det har ikke «{OLD}».",
        "en": f"“{NEW}” has goals or measures tied to",
    }
    assert wanted[language] in page and "har fått sitt første" not in page
