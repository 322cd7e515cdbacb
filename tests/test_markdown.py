"""The Markdown output: every node in it, links that hold, and no text of an author that becomes markup."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from plancompiler.emit import Output
from plancompiler.markdown import gfm, registers
from plancompiler.markdown import page as page_module
from plancompiler.program import Program
from plancompiler.targets.markdown import TARGET
from plancompiler.translate import translator
from workspaces import workspace

NB = Output("nb", translator("nb"))
HEADER = """\
plan: a
tittel: "Plan med *trykk* og <b>"
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
målstruktur: [mål, delmål, virkemiddel]
"""

FULL = """\
overordnet: fylkesplan
saksgang:
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/26
    resultat: vedtatt med endringer
    endringer: [{nummer: 1, gjelder: m1.d1, tekst: Skal finnes overalt., gjennomført: Tatt inn.}]
utgåtte:
  - {id: m9, tittel: Gammelt mål, dato: 2026-01, grunn: Delt., erstattet_av: [m1, m2]}
merknader: [Hemmelig merknad om planen.]
visjoner:
  - {id: visjon, tittel: Sammen, verdier: [{id: raushet, tittel: Raushet, tekst: Å gi.}]}
kapitler:
  - id: k1
    nummer: 1
    tittel: Bakgrunn
    tekst: |
      Se [[m1]] og [[fylkesplan|planen]].

      > Vi vil bli.
      > – Ung, 2025
    tabeller:
      - id: t1
        tittel: Fra og til
        kolonner: [Fra, Til]
        rader:
          - {Fra: a | b, Til: [ett, to]}
    figurer:
      - {id: g1, tittel: Stigen, alt: En stige.}
mål:
  - id: m1
    nummer: 6 og 14
    tittel: Rent vann[^1]
    tidligere_id: gammelt
    bærekraftsmål: [6, {fn: 17.10, vekt: hoved, begrunnelse: Handel}]
    fotnoter:
      1: Definert i [[fylkesplan]].
    merknader: [Hemmelig merknad om målet.]
    delmål:
      - id: m1.d1
        tittel: Alle har vann
        virkemidler:
          - id: m1.d1.v1
            nummer: a
            tekst: |
              Bytte rør.

              - i sentrum
              - i bygda
            ansvarlig: Vannverket
            frist: 2028-06-01
            bidrar_til: [m2]
            måltall: [{hva: Rør, verdi: 3 km, år: 2028}]
            virkemidler:
              - {id: m1.d1.v1.a, tekst: Kartlegge.}
      - {id: m1.d2, tekst: "- Uten tittel, og med strek først."}
  - {id: m2, tittel: Liv i sentrum}
interessenter:
  - {id: i1, aktør: Vannverket, kan_påvirke: [Priser, Kvalitet]}
vedlegg:
  - {id: x1, tittel: Tabeller}
"""

REGISTER = """\
register: r
aktører:
  - {id: vann, navn: Vannverket, type: enhet}
  - {id: kommunestyret, navn: Kommunestyret, type: politisk}
dokumenter:
  - {id: fylkesplan, tittel: Fylkesplanen <1>, type: plan}
ordliste:
  - {id: enok, ord: ENØK, forklaring: Om energi.}
"""

OTHER = """\
plan: b
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027
status: utkast
mål:
  - {id: m1, sitert: a/m1, virkemidler: [{id: v1, tekst: "Som [[a/m2]].", bidrar_til: a/m2}]}
"""

Files = dict[str, str]


@pytest.fixture(scope="module")
def program() -> Program:
    return workspace({"plans/a.yaml": HEADER + FULL, "plans/b.yaml": OTHER, "plans/registre/r.yaml": REGISTER}).program


@pytest.fixture(scope="module")
def files(program: Program) -> Files:
    return build(program)


def build(program: Program) -> Files:
    made = {each.path: each.render().decode("utf-8") for each in TARGET.produce(program, NB)}
    return {path.removeprefix("markdown/"): text for path, text in made.items()}


def html(text: str) -> str:
    """Return the HTML that a renderer which trusts raw HTML makes of a page."""
    return str(MarkdownIt("commonmark").enable("table").render(text))


def test_the_files(files: Files) -> None:
    assert {"README.md", "a.md", "b.md", "fn.md", "aktor.md", "dokument.md", "tabeller/mal-fn.md"} <= set(files)


def test_every_node_has_its_anchor_and_its_words(program: Program, files: Files) -> None:
    for node in program.nodes.values():
        page = files[f"{node.plan}.md"]
        assert f'<a id="{node.id}"></a>' in page
        assert node.text("tittel").replace("*", "") in page.replace("\\", "").replace("*", "")
    assert '<a id="gammelt"></a>' in files["a.md"]
    assert '<a id="m9"></a>' in files["a.md"]


def test_relative_links_hold(files: Files) -> None:
    anchors = {path: set(re.findall(r'<a id="([^"]+)"></a>', text)) for path, text in files.items()}
    count = 0
    for path, text in files.items():
        for to in re.findall(r'href="([^"]*)"', html(text)):
            where, _, anchor = unquote(to).partition("#")
            there = normpath(join(dirname(path), where)) if where else path
            assert there in files, (path, to)
            assert not anchor or anchor in anchors[there], (path, to)
            count += 1
    assert count > 50


def test_headings_follow_the_tree(files: Files) -> None:
    headings = re.findall(r"(?m)^#+ .*", files["a.md"])
    assert headings == [
        "# Plan med *trykk* og \\<b>", "## Saksgang", "## Måltre", "## Visjoner", "### Visjon: Sammen", "## 1 Bakgrunn",
        "### Tabell: Fra og til", "### Figur: Stigen", "## Mål", "### Mål 6 og 14: Rent vann\\[^1]",
        "#### Delmål: Alle har vann", "### Mål: Liv i sentrum", "## Interessenter", "## Vedlegg: Tabeller",
        "## Tatt ut av planen",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "- **Vedtak:** 11. juni 2026 · [Kommunestyret](aktor.md#kommunestyret) · PS 23/26 · vedtatt med endringer",
        "  - 1 [Delmål: Alle har vann](#m1.d1) – Skal finnes overalt. – Tatt inn.",
        '- <a id="m9"></a>Gammelt mål – januar 2026 – Delt. – [Mål 6 og 14: Rent vann](#m1), [Mål: Liv i sentrum](#m2)',
        "Se [Mål 6 og 14: Rent vann](#m1) og [planen](dokument.md#fylkesplan).",
        "| a \\| b | ett<br>to |",
        "- \\[^1\\]: Definert i [Fylkesplanen \\<1\\>](dokument.md#fylkesplan).",
        '- <a id="m1.d1.v1"></a>**a** Bytte rør.',
        "  - i sentrum",
        "  - **Hovedansvarlig:** [Vannverket](aktor.md#vann)",
        "  - **Frist:** 1. juni 2028",
        "    - Rør: 3 km (År: 2028)",
        '  - <a id="m1.d1.v1.a"></a>Kartlegge.',
        "- **Får bidrag fra:** [Virkemiddel a: Bytte rør](#m1.d1.v1), [Virkemiddel: Som Liv i sentrum](b.md#v1)",
        "- **Gjengitt i:** [Mål: Rent vann](b.md#m1)",
        '- <a id="i1"></a>**Vannverket**',
    ],
)
def test_lines_of_a_plan(line: str, files: Files) -> None:
    assert line in files["a.md"].splitlines()


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("frist: løpende, status: løpende", ["- **Når:** løpende"]),
        ("frist: løpende, status: i gang", ["- **Når:** løpende", "- **Status:** i gang"]),
        ("frist: årlig, periode: 2027–2030", ["- **Periode:** 2027–2030", "- **Når:** årlig"]),
        ("frist: planperioden", ["- **Når:** planperioden"]),
        ("frist: 2027-06, status: løpende", ["- **Frist:** juni 2027", "- **Status:** løpende"]),
    ],
)
def test_what_is_done_all_the_time_has_no_deadline(said: str, lines: list[str]) -> None:
    made = workspace(f"{HEADER}mål: [{{id: m, tittel: M, virkemidler: [{{id: v, tekst: Gå., {said}}}]}}]\n").program
    page = {one.path: one for one in TARGET.produce(made, NB)}["markdown/a.md"].render().decode("utf-8")
    found = page.rpartition("Gå.")[2].splitlines()
    assert [line.strip() for line in found if line.strip()] == lines


def test_notes_of_the_editor_stay_out(files: Files) -> None:
    assert not [path for path, text in files.items() if "Hemmelig" in text]


def test_the_tree_is_a_safe_picture(files: Files) -> None:
    tree = files["a.md"].split("```mermaid\n")[1].split("```")[0]
    assert '  n_["Plan med trykk og #60;b#62;"]' in tree.splitlines()
    assert "  n_m1 --> n_m1_d1" in tree.splitlines()
    assert not re.search(r'["<>`&]', re.sub(r'\["[^"<>`&]*"\]|-->', "", tree))


def test_a_table_begins_with_what_to_know_of_it(files: Files) -> None:
    page = files["tabeller/ansvar.md"]
    assert "virkemiddel, uten ansvarlig." in page.partition("| ---")[0]


def test_the_same_program_gives_the_same_bytes(program: Program, files: Files) -> None:
    assert build(program) == files
    assert all(text.endswith("\n") and not text.endswith("\n\n") and "\n\n\n" not in text for text in files.values())


# ---------------------------------------------------------------- text that is not trusted

EVIL = (
    "<script>alert(1)</script>", "\\<script>alert(1)</script>", "\\\\<img src=x onerror=alert(1)>", "<!-- x",
    "`<b>` <b>", "`\\` <script>x</script>", "<javascript:alert(1)>",
    "[x](javascript:alert(1))", "[x](  javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](javascript\\:alert(1))",
    "[x](<javascript:alert(1)>)", "[a](javascript:[b](javascript:alert(1)))", "[x](data:text/html,x)",
    "[x](vbscript:x)", "[x](//ond.example)", "![x](https://ond.example/x.png)", "[![x](https://ond.example/x.png)](y)",
    "x\n\n[y]: javascript:alert(1)\n\n[y]", "x\n\n[y\nz]: javascript:alert(1)\n\n[y z]", "[[javascript:alert(1)]]",
    "[[x|<script>y</script>]]", "[[x|]](javascript:alert(1))", "x\\",
)  # fmt: skip

SAFE_TAGS = {"p", "em", "strong", "a", "code", "ul", "ol", "li", "blockquote", "br", "hr", "pre"}


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize("way", ["inline", "prose"])
def test_text_cannot_inject(text: str, way: str) -> None:
    made = gfm.inline(text) if way == "inline" else "\n".join(gfm.prose(text))
    page = html(made)
    assert set(re.findall(r"<([a-z0-9]+)", page)) <= SAFE_TAGS
    assert not re.search(r'(href|src)="\s*(?!https?:|mailto:)[a-z]+:', page, re.IGNORECASE)
    assert "ond.example" not in "".join(re.findall(r'<img[^>]*>|href="//[^"]*"', page))


BLOCKS = (
    "# stor",
    "```\nkode",
    "~~~\nkode",
    "tekst\n===",
    "tekst\n---",
    "- # i liste",
    "> ```",
    "  ## rykket inn",
    "1. # x",
)


@pytest.mark.parametrize("text", BLOCKS)
def test_text_cannot_open_headings_or_fences(text: str) -> None:
    page = html("\n".join([*gfm.prose(text), "", "## Etter", ""]))
    assert re.findall(r"<h\d>[^<]*", page) == ["<h2>Etter"]
    assert "<pre>" not in page


@pytest.mark.parametrize(
    "text",
    [
        "*kursiv* og **fet**", "- ett\n- to", "1. ett\n2. to", "> sitat\n> – hvem", "[kart](https://example.org/a_(b))",
        "[post](mailto:post@example.org)", "`kode`", "3.4 – 54,5 %", "a_b_c", "50 000 kr", "\\*ikke kursiv\\*",
    ],
)  # fmt: skip
def test_the_authors_own_markdown_is_left_alone(text: str) -> None:
    assert "\n".join(gfm.prose(text)) == text


def test_a_heading_keeps_its_last_number_sign() -> None:
    assert gfm.heading(2, "C #") == "## C \\#"
    assert "<h2>C ##</h2>" in html(gfm.heading(2, "C ##"))


@pytest.mark.parametrize("text", ["a|b", "a\\|b", "a\\\\|b", "`a|b`", "[x](https://example.org/|)"])
def test_no_cell_becomes_two(text: str) -> None:
    page = html("\n".join(gfm.table(["A", "B"], [[gfm.inline(text), "slutt"], [gfm.plain(text), "slutt"]])))
    assert page.count("<td>") == 4
    assert page.count("<td>slutt</td>") == 2


def test_hostile_titles_reach_the_page_as_text() -> None:
    evil = "<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }}"
    text = (
        HEADER.replace('"Plan med *trykk* og <b>"', f"'{evil}'")
        + f"mål:\n  - id: m1\n    tittel: '{evil}'\n    tekst: '{evil}'\n"
    )
    for page in build(workspace({"plans/a.yaml": text}).program).values():
        made = html(page)
        assert "<script" not in made
        assert 'href="javascript:' not in made


def test_hostile_text_takes_no_time() -> None:
    for text in ("[x](" * 20_000, "- " * 50_000, "`" * 50_000 + "x", ">" * 50_000 + "#", "\\" * 50_001, "](" * 50_000):
        gfm.prose(text)


def test_a_list_that_nobody_would_read_names_the_plans_instead(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "MANY", 0)
    monkeypatch.setattr(page_module, "MANY", 0)
    made = build(program)
    assert "**direkte** (1)\n\n- [Plan med trykk og \\<b\\>](a.md) (1)\n" in made["fn.md"]
    assert "- **Har ansvar for:** [Plan med trykk og \\<b\\>](a.md) (1)\n" in made["aktor.md"]
