"""A plan that lists know by another name than its title says both, once, so that it is not taken for two."""

from __future__ import annotations

import pytest

from nordvik_workspace import NEW, built
from site_pages import site
from workspaces import workspace


@pytest.mark.parametrize(
    ("title", "subtitle", "short", "told"),
    [
        ("Handlings- og økonomiplan 2027–2030", "", "Handlingsdelen 2027–2030", True),
        ("Kommuneplanens samfunnsdel for Vik", "", "Samfunnsdelen for Vik", True),
        ("Velferdspiloten i Østfold", "", "Velferdspiloten", False),
        ("Saman om Vik", "Samfunnsdelen i kommuneplanen 2025–2037", "Samfunnsdelen 2025–2037", False),
        ("Strategisk plan for helse, omsorg og velferd", "", "Helse, omsorg og velferd", False),
        ("Planen", "", "", False),
    ],
)
def test_a_plan_says_its_other_name_on_its_page_and_its_card(title: str, subtitle: str, short: str, told: bool) -> None:
    named = "".join(
        f'{key}: "{said}"\n'
        for key, said in (("tittel", title), ("undertittel", subtitle), ("kortnavn", short))
        if said
    )
    plan = f"plan: p\n{named}type: temaplan\nkommune: 0301\nspråk: nb\nstatus: vedtatt\n"
    pages = site(workspace(plan).program)
    for path in ("p/index.html", "index.html"):
        text = " ".join(pages[path].text.split())
        assert text.count("Kalles også") == told, path
        assert f"Kalles også {short}" in text or not told, path


def test_the_markdown_says_it_before_what_else_is_said_of_the_plan() -> None:
    said = [line for line in built().files[f"markdown/{NEW}.md"].splitlines() if line.startswith("- **")]
    assert said[0] == "- **Kalles også:** Handlingsdelen 2027–2030" and "Kort navn" not in "".join(said)
