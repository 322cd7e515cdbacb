"""The documentation holds: its examples check, its links lead somewhere, and the pages that are made are fresh."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plancompiler.catalogue import all_codes
from plancompiler.model.header import PartHeader, PlanHeader
from plancompiler.model.kind import CHILD_KEYS
from plancompiler.model.nodes import NODES
from plancompiler.model.part import Part
from plancompiler.model.register import SECTIONS, RegisterHeader
from plancompiler.model.settings import Settings
from plancompiler.model.vocabulary import VOCABULARIES, VocabularyHeader
from workspaces import HEADER, example, findings

DOCS = Path(__file__).parent.parent / "docs"
LANGUAGE = (DOCS / "plansprak.md").read_text("utf-8")
PAGES = {path.name: path.read_text("utf-8") for path in sorted(DOCS.glob("*.md"))}

_BLOCK = re.compile(r"((?:^<!-- [^\n]* -->\n)*)^```yaml\n(.*?)^```$", re.M | re.S)
_MARK = re.compile(r"<!-- (fil|sammen med|galt): (.*?) -->")
# Words of programmers, and words that mean something else to planners.
_JARGON = re.compile(
    r"\b(?:node[nr]?|nodene|nøk(?:kel|kelen|ler|lene)|streng(?:en|er)?|referanser?|ugyldig\w*|uventet|påkrevd\w*"
    r"|en bruker|bruker(?:en|e|ne)|dekning\w*|coverage|suppress\w*|baseline|pull request|endringsforslag)\b",
    re.IGNORECASE,
)
_FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`|<!--.*?-->|\]\(#[^)]*\)", re.M | re.S)


@dataclass(frozen=True)
class Example:
    """An example: the line it stands on, the file it is (or ""), the files it needs, and the code it is to give."""

    line: int
    path: str
    beside: tuple[str, ...]
    wrong: str
    text: str


def _examples() -> Iterator[Example]:
    for block in _BLOCK.finditer(LANGUAGE):
        marks = dict(_MARK.findall(block[1]))
        beside = tuple(name.strip() for name in marks.get("sammen med", "").split(",") if name.strip())
        line = LANGUAGE.count("\n", 0, block.start(2)) + 1
        yield Example(line, marks.get("fil", ""), beside, marks.get("galt", ""), block[2])


EXAMPLES = tuple(_examples())
FILES = {one.path: one.text for one in EXAMPLES if one.path}


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: f"line-{one.line}")
def test_an_example_checks(one: Example) -> None:
    own = {one.path: one.text} if one.path else example(one.text)
    # The pictures of an example are not on the page, and what is in them does not matter.
    pictures = {f"plans/{name}": "" for name in re.findall(r"^ *bilde: (\S+)$", one.text, re.M)}
    found = findings({**own, **pictures, **{path: FILES[path] for path in one.beside}})
    errors = {finding.code for finding in found if finding.severity == "error"}
    if one.wrong:
        assert one.wrong in {finding.code for finding in found}
    assert errors <= {one.wrong}, [(finding.where.path, finding.where.line, finding.message) for finding in found]


def test_every_example_is_run_and_the_first_is_the_header_that_the_others_follow() -> None:
    assert len(EXAMPLES) == LANGUAGE.count("```yaml")
    assert EXAMPLES[0].text == HEADER


@pytest.mark.parametrize("name", PAGES)
def test_a_page_speaks_the_planners_language(name: str) -> None:
    # The name of a code is a heading; it is what it is.
    assert not _JARGON.findall(re.sub(r"^#+ [a-z0-9-]+$", "", _CODE.sub("", PAGES[name]), flags=re.M))


@pytest.mark.parametrize("name", PAGES)
def test_a_link_leads_to_a_page_and_a_heading(name: str) -> None:
    for page, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", _FENCED.sub("", PAGES[name])):
        assert not page or page in PAGES, page
        assert not anchor or anchor in _anchors(PAGES[page or name]), anchor


def test_the_pages_that_are_made_are_fresh() -> None:
    pages: Mapping[str, str] = runpy.run_path(str(DOCS / "generate.py"))["pages"]()
    stale = [name for name, text in pages.items() if PAGES.get(name) != text]
    assert not stale, "write them anew with `make docs`"


def test_every_key_and_code_is_explained() -> None:
    headings = _anchors(PAGES["felt.md"])
    models: tuple[type[Part], ...] = (PlanHeader, PartHeader, RegisterHeader, VocabularyHeader, Settings)
    models += (*NODES.values(), *SECTIONS.values(), *VOCABULARIES.values())
    keys = {field.alias for model in models for field in model.model_fields.values()}
    assert {*keys, *CHILD_KEYS, *SECTIONS, "poster"} <= headings
    assert set(all_codes()) <= _anchors(PAGES["funn.md"])


def _anchors(text: str) -> set[str]:
    """Return what a link may name on a page: its headings as the usual Markdown readers turn them into addresses."""
    headings = re.findall(r"^#+ (.+)$", _FENCED.sub("", text), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
