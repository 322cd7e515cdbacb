"""PDF files that people can read, hear and find their way in: tagged, with contents, and every word of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depth import EXAMPLES
from opened_files import pdf_text
from papers import DAY, HOSTILE, NORDVIK, ROOT, files, hostile, of_blocks, output, papers, program, words
from plancompiler.address import address
from plancompiler.paper.papers import plan_papers
from plancompiler.program import Program, above, below
from plancompiler.prose import Prose, plain, to_rich
from plancompiler.rich_text import Figure, Heading
from plancompiler.targets.pdf import TARGET
from plancompiler.typesetting import to_pdf

_ROOTS = pytest.mark.parametrize("root", [ROOT, NORDVIK], ids=["planene", "nordvik"])

# A picture of one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


_MARK = re.compile(r"\[\^[^\]]+\]|\[\[.+?\]\]|\n+(?:- |\d+\. )?")


def squeezed(text: str) -> str:
    """Return a text without white space and hyphens, which the end of a line may add."""
    return re.sub(r"[\s\xad\u2010-]", "", text)


@_ROOTS
def test_every_text_is_tagged_and_says_what_it_is(root: Path) -> None:
    for path, data in files(TARGET, root).items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert pdf.Root.MarkInfo.Marked, path
            assert "/StructTreeRoot" in pdf.Root, path
            assert str(pdf.Root.Lang) == "nb", path
            assert pdf.Root.ViewerPreferences.DisplayDocTitle, path
            with pdf.open_metadata() as described:
                assert described["pdfuaid:part"] == "1", path
                assert described["dc:title"], path
                assert str(described["xmp:CreateDate"]).startswith(DAY), path
            pages = len(pdf.pages)
        text = pdf_text(data)
        assert f"Side 1 av {pages}" in text and f"Side {pages} av {pages}" in text, path
        assert "Opplysningene gjelder 31. august 2026" in text, path


@_ROOTS
def test_there_is_a_text_for_each_plan_each_goal_of_its_own_and_each_un_goal_in_use(root: Path) -> None:
    made = program(root)
    goals = {
        address(made, node.name).replace(".html", ".pdf")
        for node in made.nodes.values()
        if node.kind == "mål"
        and node.name not in made.quoted
        and not any(holder.kind == "mål" for holder in above(made, node.name))
    }
    used = {link.target.removeprefix("fn/").partition(".")[0] for link in made.links if link.target.startswith("fn/")}
    wanted = {f"{plan}.pdf" for plan in made.plans} | goals | {f"fn/{number}.pdf" for number in used}
    assert {path.removeprefix("pdf/") for path in files(TARGET, root)} == wanted


@_ROOTS
def test_every_title_of_a_plan_stands_in_it_and_its_id_leads_there(root: Path) -> None:
    made = program(root)
    for plan in made.plans:
        data = files(TARGET, root)[f"pdf/{plan}.pdf"]
        said, places = squeezed(pdf_text(data, whole=False)), _places(data)
        for node in below(made, plan):
            # The marks of notes and links have words of their own there.
            for part in _MARK.split(node.text("tittel") or node.text("tekst")):
                assert squeezed(plain(part)) in said, node.name
        # What has a heading is found in the bookmarks, and by its id as on the site.
        headings = [block for block in papers(root)[plan].blocks if isinstance(block, Heading)]
        assert {block.anchors[0] for block in headings if block.anchors} <= places
        with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
            assert len(list(_titles(outline.root))) >= len(headings), plan


def _titles(items: Iterable[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _places(data: bytes) -> set[str]:
    """Return the names that links from elsewhere may lead to."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}


def test_links_within_a_text_lead_to_a_place_in_it() -> None:
    data = files(TARGET)["pdf/indre-ostfold-2020.pdf"]
    with pikepdf.open(BytesIO(data)) as pdf:
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        inner = [note for note in links if "/A" not in note or note.A.get("/S") == "/GoTo"]
        assert len(inner) > 60
        # The standard wants every link to say in words where it leads.
        assert all(str(note.get("/Contents", "")) for note in links)


def test_hostile_words_are_words() -> None:
    made: Program = hostile()
    for _, make in plan_papers(made, output()):
        said = squeezed(pdf_text(to_pdf(make(), {})))
        for text in HOSTILE:
            assert squeezed(plain(text)) in said, text


_PIECES = (
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "\n\n",
    "\n- ",
    "\n1. ",
    "\n> ",
    "[",
    "](",
    ")",
    "[[",
    "]]",
    "#",
    "$",
    "\\",
    "<",
    "ord",
)


@settings(max_examples=EXAMPLES // 4, deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=12).map("".join))
def test_any_prose_becomes_a_text(text: str) -> None:
    data = to_pdf(of_blocks(*to_rich(Prose(text))), {})
    said = squeezed(pdf_text(data))
    for word in re.findall("[a-zA-Z0-9æøåÆØÅ]+", plain(text)):
        assert word in said


def test_a_sign_that_no_font_has_is_shown_by_its_number() -> None:
    assert "Folk og [U+1F600] og [U+4E2D]" in pdf_text(to_pdf(of_blocks(words("Folk og 😀 og 中")), {}))
    assert "Dávvirvuorká čájeha" in pdf_text(to_pdf(of_blocks(words("Dávvirvuorká čájeha")), {}))


def test_a_picture_is_shown_with_its_words_and_a_damaged_one_by_them() -> None:
    figure = Figure("plans/x/kart.png", "Et kart over byen.", (words("Figur 1").runs))
    shown = to_pdf(of_blocks(figure), {figure.file: PIXEL})
    with pikepdf.open(BytesIO(shown)) as pdf:
        assert any("/XObject" in page.get("/Resources", {}) for page in pdf.pages)
        assert "Et kart over byen." in {
            str(one.get("/Alt", "")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)
        }
    for damaged in ({figure.file: b"ikke et bilde"}, {}):
        assert "Et kart over byen." in pdf_text(to_pdf(of_blocks(figure), damaged)).partition("<?xpacket")[0]


def test_what_is_in_another_language_says_so() -> None:
    said = papers(NORDVIK)["nordvik-samfunnsdel-2025"]
    assert said.cover.lang == "nn"
    with pikepdf.open(BytesIO(files(TARGET, NORDVIK)["pdf/nordvik-samfunnsdel-2025.pdf"])) as pdf:
        spoken = {str(one["/Lang"]) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one}
    assert {"nb", "nn"} <= spoken


def test_without_a_day_no_day_is_said() -> None:
    paper = replace(of_blocks(words("a")), day="")
    assert "CreateDate" not in pdf_text(to_pdf(paper, {}))
