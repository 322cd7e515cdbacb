"""What machines read of the site, and what a site for the public must tell its readers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plancompiler.cache import NO_CACHE
from plancompiler.emit import Output
from plancompiler.findings import public_findings
from plancompiler.make import Wish, make
from plancompiler.targets import data, html
from plancompiler.translate import BOKMAL, LANGUAGES, translator
from plancompiler.workspace import read
from site_pages import site
from workspaces import HEADER, workspace

NORDVIK = Path(__file__).parent / "cases/nordvik"
NAME = "arbeidsområde: Planer i Nordvik\n"
TOLD = {
    "tilgjengelighetserklæring": "tilgjengelighetserklæring: https://uustatus.example/nordvik\n",
    "personvern": "personvern: https://nordvik.example/personvern\n",
    "kontakt": "kontakt: {rolle: Planlegger, enhet: Plan og miljø, epost: plan@nordvik.example}\n",
}
_ADOPTED = HEADER.replace("status: utkast", "status: vedtatt")


@pytest.mark.parametrize("left_out", [(), *((key,) for key in TOLD), tuple(TOLD)])
def test_a_public_site_is_told_what_its_settings_lack(left_out: tuple[str, ...]) -> None:
    settings = NAME + "".join(line for key, line in TOLD.items() if key not in left_out)
    space = workspace({"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": settings})
    found = public_findings(space, BOKMAL)
    assert {one.severity for one in found} <= {"warning"}
    assert sorted(key for key in TOLD for one in found if f"«{key}:»" in one.help) == sorted(left_out)
    assert len(found) == len(left_out)


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("settings", [NAME, None])
def test_only_a_public_build_says_so_and_says_it_again(tmp_path: Path, public: bool, settings: str | None) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/eksempel.yaml").write_text(_ADOPTED, "utf-8")
    if settings:
        (tmp_path / "plancompiler.yaml").write_text(settings, "utf-8")
    wish = Wish(tmp_path, tmp_path / "build", ("html",), public=public)
    for _ in range(2):
        made = make(wish, read(tmp_path), NO_CACHE, BOKMAL)
        assert isinstance(made, tuple)
        assert made[1].count("[missing-on-site]") == (3 if public else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_tells_it_at_its_foot_and_leads_to_the_data(language: str) -> None:
    files = {"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": NAME + "".join(TOLD.values())}
    for path, page in site(workspace(files).program, language, translator(language)).items():
        up = "../" * path.count("/")
        wanted = {
            "https://uustatus.example/nordvik",
            "https://nordvik.example/personvern",
            "mailto:plan@nordvik.example",
            f"{up}data/program.json",
        }
        foot = page.html.partition("<footer")[2]
        assert wanted <= {link for link in page.links if f'"{link}"' in foot}, path
        assert "Planlegger, Plan og miljø" in foot


def test_a_contact_may_be_a_page_or_only_a_name() -> None:
    for contact, shown in (
        ("{enhet: Servicetorget, url: https://nordvik.example/spor}", '"https://nordvik.example/spor"'),
        ("{enhet: Servicetorget, telefon: 99 99 99 99}", "Servicetorget, 99 99 99 99"),
    ):
        files = {"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": f"{NAME}kontakt: {contact}\n"}
        assert shown in site(workspace(files).program)["index.html"].html


def test_the_data_on_the_site_are_the_data_beside_it() -> None:
    program = workspace(read(NORDVIK)).program
    output = Output("nb", BOKMAL)
    beside = {one.path: one for one in data.TARGET.produce(program, output)}
    on_site = {one.path: one for one in html.TARGET.produce(program, output) if one.path.startswith("site/data/")}
    assert {f"site/{path}" for path in beside} == set(on_site)
    assert all(one.render() == on_site[f"site/{path}"].render() for path, one in beside.items())
    assert {plan["id"] for plan in json.loads(on_site["site/data/program.json"].render())["planer"]} == set(
        program.plans
    )
