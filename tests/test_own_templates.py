"""A workspace's own templates: what they change, what they cannot reach, and what is said of mistakes in them."""

from __future__ import annotations

import pickle
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from plancompiler.asked import Wish
from plancompiler.cache import NO_CACHE, Cache
from plancompiler.emit import Output
from plancompiler.make import Refused, make
from plancompiler.own_templates import TemplateFault
from plancompiler.report import Finding
from plancompiler.source import Source
from plancompiler.targets.html import TARGET
from plancompiler.template import Templates
from plancompiler.translate import BOKMAL
from plancompiler.workspace_files import read
from test_docs import PAGES
from workspaces import HEADER, findings, findings_of, workspace

ROOT = Path(__file__).parent.parent
PLAN = HEADER + "følges_opp_i: Her\nmål:\n  - id: m1\n    tittel: Flere <b>er</b> med\n"
BASE = '{{% extends "plancompiler/base.html.j2" %}}\n{{% block footer %}}\n  {}\n{{% endblock %}}\n'

GUIDE = PAGES["egne-maler.md"]
EXAMPLES = dict(re.findall(r"<!-- fil: (\S+) -->\n```jinja\n(.*?)```", GUIDE, re.S))


def errors(files: dict[str, str]) -> list[Finding]:
    return [one for one in findings(files) if one.severity == "error"]


def site(templates: dict[str, str], title: str = "Eksempel") -> dict[str, str]:
    space = workspace({"plans/eksempel.yaml": PLAN.replace("tittel: Eksempel", f"tittel: {title}"), **templates})
    assert [one.message for one in findings_of(space) if one.severity == "error"] == []
    made = TARGET.produce(space.program, Output("nb", BOKMAL, templates=space.templates))
    return {one.path: one.render().decode() for one in made if one.path.endswith(".html")}


def test_the_guides_examples_do_what_it_says() -> None:
    assert len(EXAMPLES) == GUIDE.count("```jinja") == 2
    plain, pages = site({}), site(EXAMPLES)
    for path, page in pages.items():
        foot = page.partition("<footer")[2]
        assert "<p>Planavdelingen i Nordvik svarer" in foot and "servicetorget" not in page
        # What stood there before still does.
        assert plain[path].partition("<footer")[2].partition("<p>")[2].split("</p>")[0] in foot
    told = "<p>Du leser <strong>Eksempel</strong>."
    assert [path for path, page in pages.items() if told in page] == ["site/eksempel/index.html"]


def test_the_guide_lists_every_template_and_block() -> None:
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates/html").glob("*.j2")}
    whole = {name for name, text in templates.items() if 'extends "base.html.j2"' in text} | {"base.html.j2"}
    assert set(re.findall(r"`(\w+\.html\.j2)`", GUIDE.partition("## Malene og")[2].partition("| blokk")[0])) == whole
    blocks = {name for text in templates.values() for name in re.findall(r"{% block (\w+) %}", text)}
    assert set(re.findall(r"^\| `(\w+)` \|", GUIDE, re.M)) == blocks
    for name in whole - {"base.html.j2"}:
        assert {"main", "after_title"} <= set(re.findall(r"{% block (\w+) %}", templates[name])), name


def test_one_template_stands_on_another_of_the_workspaces() -> None:
    pages = site(
        {
            "maler/base.html.j2": BASE.format("{% include 'eget/fot.html.j2' %}"),
            "maler/eget/fot.html.j2": "<p>Fra {{ page.title }} og {{ '<i>' }}</p>",
        }
    )
    assert "<p>Fra Eksempel og &lt;i&gt;</p>" in pages["site/eksempel/index.html"]


def test_text_of_a_plan_stays_text() -> None:
    pages = site({"maler/plan.html.j2": BASE.format("<p>{{ page.title }}</p>").replace("base.", "plan.")}, "Et <b>")
    assert "<p>Et &lt;b&gt;</p>" in pages["site/eksempel/index.html"]


def test_a_whole_page_of_ones_own_is_a_template() -> None:
    pages = site({"maler/plan.html.j2": "<!doctype html><html lang=nb><title>{{ page.title }}</title>"})
    assert pages["site/eksempel/index.html"].startswith("<!doctype html><html lang=nb>")
    # What our templates take their pieces from is no page.
    pieces = (ROOT / "templates/html/un_tiles.html.j2").read_text("utf-8")
    assert site({"maler/un_tiles.html.j2": pieces}) == site({})


def test_an_empty_template_stands_in_place_of_nothing() -> None:
    assert site({"maler/base.html.j2": ""}) == site({})


@pytest.mark.parametrize(
    ("said", "line", "message"),
    [
        ("{{ page.tittel }}", 3, "Malen viser «tittel», som ikke finnes på siden"),
        ("{{ tull }}", 3, "Malen viser «tull», som ikke finnes på siden"),
        ("{{ view.x.y }}", 3, "Malen viser «x», som ikke finnes på siden"),
        ("{{ page.title | stor }}", 3, "Ingen ting i maler heter «stor»"),
        ("{% if page.title is fin %}{% endif %}", 3, "Ingen ting i maler heter «fin»"),
        ("{{ page.title", 3, "«{{» er ikke lukket"),
        ("{% if %}", 3, "Det mangler noe mellom klammene"),
        ("{% block indre %}", 2, "«block» er ikke avsluttet"),
        ("{{ 1 / 0 }}", 3, "Siden kan ikke lages med denne linja"),
        ("{% for x in range(9999999) %}{% endfor %}", 3, "Siden kan ikke lages med denne linja"),
        ("{{ page() }}", 3, "Siden kan ikke lages med denne linja"),
        ("{% include 'borte' %}", 3, "Det finnes ingen mal som heter «borte»"),
        ("{{ page.__class__.__mro__ }}", 3, "Malen gjør noe maler ikke har lov til"),
        ("{{ chrome.__init__.__globals__ }}", 3, "Malen gjør noe maler ikke har lov til"),
    ],
)
def test_a_mistake_is_told_of_with_its_line(said: str, line: int, message: str) -> None:
    (one,) = errors({"plans/eksempel.yaml": PLAN, "maler/base.html.j2": BASE.format(said)})
    assert (one.code, one.where.path, one.where.line, one.message) == (
        "template-error", "maler/base.html.j2", line, message,
    )  # fmt: skip
    assert one.help


@pytest.mark.parametrize(
    ("said", "line", "message", "told"),
    [
        ("{{ page.title }\n{% if page %}", 3, "«{{» er ikke lukket", "her mangler «}}»"),
        ("\n{{ page.title %}\n<p>", 4, "«{{» er ikke lukket", "her mangler «}}»"),
        ("{% if page\n\n", 3, "«{%» er ikke lukket", "her mangler «%}»"),
        ("{# {{ #}{# Til slutt\n", 3, "«{#» er ikke lukket", "her mangler «#}»"),
        ("{% if page %}{% endif %}\n{% if page %}\n", 4, "«if» er ikke avsluttet", "{% endif %}"),
        ("{% set x = 1 %}{% set y %}\n", 3, "«set» er ikke avsluttet", "{% endset %}"),
        ("{% raw %}{{ {% if\n{% endraw %}{% for x in [1] %}", 4, "«for» er ikke avsluttet", "{% endfor %}"),
        ("\n{% raw %}\n", 4, "«raw» er ikke avsluttet", "{% endraw %}"),
        ("{% for x in [1] %}{% endfor %}\n{% endfor %}", 4, "«endfor» hører ikke til", "ingen «for» som er åpen"),
        ("{% else %}", 3, "«else» hører ikke til noe her", "ingen «if» som er åpen"),
        ("{% blokk footer %}", 3, "Ingen ting i maler heter «blokk»", "mente du «block»?"),
        ("{% elseif page %}", 3, "Ingen ting i maler heter «elseif»", "mente du «elif»?"),
        ("{% sommerfugl %}", 3, "Ingen ting i maler heter «sommerfugl»", "block, if, for"),
        ("{{ page.title | uper }}", 3, "Ingen ting i maler heter «uper»", "mente du «upper»?"),
        ("{% block footer %}{% endblock %}", 3, "Blokka «footer» står to ganger", "Behold én"),
        ("{{ “tekst” }}", 3, "Tegnet “ kan ikke stå her", "rette anførselstegn"),
        ("{{ }}", 3, "Det mangler noe mellom klammene", "{{ page.title }}"),
        ("{{ page.tittel }}", 3, "Malen viser «tittel», som ikke finnes på siden", "docs/egne-maler.md"),
    ],
)
def test_a_common_slip_is_told_of_in_norwegian_where_it_is(said: str, line: int, message: str, told: str) -> None:
    (one,) = errors({"plans/eksempel.yaml": PLAN, "maler/base.html.j2": BASE.format(said)})
    assert (one.where.line, message in one.message) == (line, True), one
    assert told in f"{one.label} {one.help}" and "Jinja" not in one.label + one.help


@pytest.mark.parametrize("said", ["{{ page title }}", "{{ (page }}", "{{ page.title() }}", "{% if page = 1 %}"])
def test_what_jinja_says_of_other_mistakes_comes_last(said: str) -> None:
    (one,) = errors({"plans/eksempel.yaml": PLAN, "maler/base.html.j2": BASE.format(said)})
    assert "Jinja" not in one.message + one.label and re.search(r"\. Jinja sier: [^.]+$", one.help)


@pytest.mark.parametrize(
    ("path", "text", "message", "advice"),
    [
        ("base", '{% extends "plancompiler/bas.html.j2" %}', "Det finnes ingen mal som heter", "base.html.j2"),
        ("base", '{% extends "noe annet" %}', "Det finnes ingen mal som heter «noe annet»", "plancompiler/base"),
        ("base", '{% extends "base.html.j2" %}', "Malen bygger på seg selv", "«plancompiler/base.html.j2»"),
        ("base", '{% extends "plancompiler/base.html.j2" %}\n\nHei', "Det som står utenfor en blokk", "{% block"),
        ("base", '{% extends "plancompiler/base.html.j2" %}{{ page.title }}', "Det som står utenfor", "{% block"),
        ("base", '{% extends "plancompiler/base.html.j2" %}\n{% block foter %}{% endblock %}', "«foter»", "footer"),
        ("base", '{% extends "plancompiler/base.html.j2" %}\n{% block qqqqq %}{% endblock %}', "«qqqqq»", "egne-maler"),
        ("base", "{% block footer %}Hei{% endblock %}", "Malen bygger ikke på noen mal", '"plancompiler/base.'),
        ("plan", "Hei", "Malen bygger ikke på noen mal", '{% extends "plancompiler/plan.html.j2" %}'),
        ("plann", "Hei", "Ingen side lages med malen «plann.html.j2»", "«plan.html.j2»"),
        ("qqqqqqqq", "Hei", "Ingen side lages med malen", "egne-maler"),
    ],
)
def test_what_is_written_in_vain_is_told_of(path: str, text: str, message: str, advice: str) -> None:
    (one,) = errors({"plans/eksempel.yaml": PLAN, f"maler/{path}.html.j2": text})
    assert message in one.message and advice in one.help
    assert one.where.line == 1 + text.count("\n")


def test_a_mistake_is_told_of_beside_those_of_plans() -> None:
    wrong = {"plans/eksempel.yaml": PLAN.replace("mål:", "maal:"), "maler/base.html.j2": BASE.format("{{ page.title")}
    assert {one.code for one in errors(wrong)} == {"unknown-key", "template-error"}


def test_a_mistake_leaves_the_comments_of_plans_as_they_are() -> None:
    reason = "goal-not-followed-up – Det gjøres av fylket"
    answered = f"{HEADER}mål:\n  - id: m1 # planc: unntak {reason}\n    tittel: Flere går på tur\n"
    wrong = {"plans/eksempel.yaml": answered, "maler/base.html.j2": BASE.format("{{ page.title")}
    assert {"template-error", "unused-suppression"} & {one.code for one in findings(wrong)} == {"template-error"}


def test_what_makes_links_is_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text("", "utf-8")
    templates = Templates(tmp_path, BOKMAL, (Source("maler/a.html.j2", "{{ link('x') }}\n{{ link.args }}"),))
    with pytest.raises(TemplateFault) as raised:
        templates.render("a.html.j2", link=partial("{}{}".format, "hemmelig"))
    assert (raised.value.variant, raised.value.line) == ("unsafe", 2)


def test_a_template_is_compiled_once_and_anew_when_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    compile_one = Environment.compile

    def counted(self: Environment, source: str, *rest: Any) -> Any:
        compiled.append(source)
        return compile_one(self, source, *rest)

    monkeypatch.setattr(Environment, "compile", counted)

    def filled(text: str, own: tuple[Source, ...] = ()) -> bytes:
        (tmp_path / "a.html.j2").write_text(text, "utf-8")
        return Templates(tmp_path, BOKMAL, own).render("a.html.j2", x="å")

    sandbox = (Source("maler/b.html.j2", "B"),)
    assert [filled("1 {{ x }}"), filled("1 {{ x }}"), filled("2 {{ x }}")] == [b"1 \xc3\xa5"] * 2 + [b"2 \xc3\xa5"]
    assert compiled == ["1 {{ x }}", "2 {{ x }}"]
    # What may not be reached is not reached by way of code that was compiled for a page of ours.
    assert filled("{{ x.upper() }}") == b"\xc3\x85" == filled("{{ x.upper() }}", sandbox)
    assert compiled[2:] == ["{{ x.upper() }}"] * 2


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "maler").mkdir()
    (tmp_path / "plans/eksempel.yaml").write_text(PLAN, "utf-8")
    return tmp_path


def test_a_build_with_a_mistake_writes_nothing(root: Path) -> None:
    # Only one page shows what it stumbles over, and it is not the first of its kind.
    (root / "plans/to.yaml").write_text(
        PLAN.replace("plan: eksempel\ntittel: Eksempel", "plan: to\ntittel: To"), "utf-8"
    )
    text = BASE.format("{% if page.title == 'To' %}{{ tull }}{% endif %}").replace("base.", "plan.")
    (root / "maler/plan.html.j2").write_text(text, "utf-8")
    done = make(Wish(root, root / "ut", ("html",)), read(root), NO_CACHE, BOKMAL)
    assert isinstance(done, Refused)
    assert [(one.code, one.where.line) for one in done.findings if one.severity == "error"] == [("template-error", 3)]
    assert not (root / "ut/site").exists()


def test_a_template_is_part_of_what_a_page_is_made_of(root: Path) -> None:
    def built(text: str) -> str:
        (root / "maler/base.html.j2").write_text(text, "utf-8")
        done = make(Wish(root, root / "ut", ("html",)), read(root), Cache(root / "lager"), BOKMAL)
        assert isinstance(done, tuple)
        return (root / "ut/site/index.html").read_text("utf-8")

    assert "<p>En</p>" in built(BASE.format("<p>En</p>"))
    assert "<p>To</p>" in built(BASE.format("<p>To</p>"))
    (root / "maler/base.html.j2").unlink()
    make(Wish(root, root / "ut", ("html",)), read(root), Cache(root / "lager"), BOKMAL)
    assert "<p>To</p>" not in (root / "ut/site/index.html").read_text("utf-8")


def test_a_fault_can_be_sent_between_processes() -> None:
    fault = TemplateFault("maler/base.html.j2", 3, "name", "x", "y", "z")
    sent = pickle.loads(pickle.dumps(fault))
    assert vars(sent) == vars(fault)
