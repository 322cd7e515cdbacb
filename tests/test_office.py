"""Word and Excel files: headings, lists, tables and links that are real, and text that is nothing but text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from depth import EXAMPLES
from papers import DAY, HOSTILE, NORDVIK, ROOT, files, hostile, of_blocks, output, papers, program, words
from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.paper.papers import plan_papers
from plancompiler.prose import Prose, plain, to_rich
from plancompiler.rich_text import Block, Facts, Figure, Heading, Points, Table, inside
from plancompiler.table import Table as CrossTable
from plancompiler.table import rows_of
from plancompiler.targets.docx import TARGET as DOCX
from plancompiler.targets.tables import to_csv
from plancompiler.targets.xlsx import TARGET as XLSX
from plancompiler.translate import BOKMAL
from plancompiler.word.file import to_docx
from plancompiler.workbook import to_xlsx
from test_pdf import PIXEL

_ROOTS = pytest.mark.parametrize("root", [ROOT, NORDVIK], ids=["planene", "nordvik"])


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def documents(root: Path) -> Iterator[tuple[str, Document]]:
    for path, data in files(DOCX, root).items():
        yield path.removeprefix("docx/").removesuffix(".docx"), opened(data)


def tables_in(blocks: Iterable[Block]) -> Iterator[Table]:
    """Yield the tables that are in no other."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        else:
            for within, _ in inside(block):
                yield from tables_in(within)


@_ROOTS
def test_headings_are_headings_with_no_level_left_out(root: Path) -> None:
    for plan, document in documents(root):
        found = [
            (int(paragraph.style.name.removeprefix("Heading ")), paragraph.text)
            for paragraph in document.paragraphs
            if paragraph.style is not None and (paragraph.style.name or "").startswith("Heading ")
        ]
        wanted = [block.level for block in papers(root)[plan].blocks if isinstance(block, Heading)]
        assert [level for level, _ in found] == wanted and all(text for _, text in found), plan
        assert all(level <= before + 1 for (before, _), (level, _) in zip([(0, ""), *found], found, strict=False))


@_ROOTS
def test_every_table_has_a_row_of_headings(root: Path) -> None:
    for plan, document in documents(root):
        wanted = list(tables_in(papers(root)[plan].blocks))
        assert len(document.tables) == len(wanted), plan
        for table, said in zip(document.tables, wanted, strict=True):
            assert len(list(table.rows[0]._tr.iter(qn("w:tblHeader")))) == 1
            assert [cell.text for cell in table.rows[0].cells] == [
                "".join(run.text for run in column) for column in said.columns
            ]
            assert len(table.rows) == len(said.rows) + 1


@_ROOTS
def test_links_lead_to_bookmarks_or_out_of_the_file(root: Path) -> None:
    inner = 0
    for plan, document in documents(root):
        body = document.element.body
        names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
        assert len(names) == len(set(names)), plan
        assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names), plan
        for link in body.iter(qn("w:hyperlink")):
            to = link.get(qn("w:anchor"))
            if to is None:
                assert re.match("https?:|mailto:", document.part.rels[link.get(qn("r:id"))].target_ref)
            else:
                inner += 1
                assert to in names, (plan, to)
    assert inner > 20


@_ROOTS
def test_a_file_says_what_it_is_and_nothing_of_who_made_it_or_when(root: Path) -> None:
    for plan, document in documents(root):
        said, cover = document.core_properties, papers(root)[plan].cover
        assert said.title == cover.title and said.author == cover.owner and said.last_modified_by == ""
        assert said.language == "nb-NO" and str(said.created).startswith(DAY)
        assert document.sections[0].footer.paragraphs[0].text.endswith("Side 1 av 1")
        codes = [code.text for code in document.element.body.iter(qn("w:instrText"))]
        assert [code.split()[0] for code in codes] == ["TOC"]
    for data in files(DOCX, root).values():
        assert {part.date_time for part in ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_is_in_another_language_is_proofread_as_that() -> None:
    body = opened(files(DOCX, NORDVIK)["docx/nordvik-samfunnsdel-2025.docx"]).element.body
    assert {language.get(qn("w:val")) for language in body.iter(qn("w:lang"))} == {"nn-NO"}


def test_a_list_with_numbers_begins_where_the_text_says() -> None:
    said = of_blocks(*to_rich(Prose("3. tre\n4. fire\n\nSå:\n\n1. en\n\n- a\n  - b")))
    document = opened(to_docx(said, {}))
    points = [one.text for one in document.paragraphs if len(list(one._p.iter(qn("w:numPr"))))]
    assert points == ["tre", "fire", "en"]
    starts = [start.get(qn("w:val")) for start in document.part.numbering_part.element.iter(qn("w:startOverride"))]
    assert starts == ["3", "1"]
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert (styles["a"], styles["b"]) == ("List Bullet", "List Bullet 2")


def test_hostile_words_are_words_in_word() -> None:
    for _, make in plan_papers(hostile(), output()):
        document = opened(to_docx(make(), {}))
        said = "\n".join(paragraph.text for paragraph in document.paragraphs)
        for text in HOSTILE:
            assert plain(text) in said, text
        assert not list(document.element.body.iter(qn("w:fldSimple")))


_PIECES = ("*", "**", "_", "`", "```\n", "\n\n", "\n- ", "\n1. ", "\n> ", "[", "](", ")", "<w:p>", "&", "\x01", "ord")


@settings(max_examples=EXAMPLES // 4, deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=12).map("".join))
def test_any_prose_becomes_a_word_file(text: str) -> None:
    blocks = to_rich(Prose(text))
    paper = of_blocks(*blocks, Facts((("a", blocks),)), Table((), ((),), ()), Points(()))
    said = "\n".join(paragraph.text for paragraph in opened(to_docx(paper, {})).paragraphs)
    for word in re.findall("[a-zA-Z0-9æøåÆØÅ]+", plain(text)):
        assert word in said


def test_a_picture_is_shown_with_its_words_in_word() -> None:
    figure = Figure("plans/x/kart.png", "Et kart over byen.", words("Figur 1").runs)
    shown = opened(to_docx(of_blocks(figure), {figure.file: PIXEL}))
    assert len(shown.inline_shapes) == 1
    assert shown.inline_shapes[0]._inline.docPr.get("descr") == "Et kart over byen."
    for damaged in ({figure.file: b"ikke et bilde"}, {}):
        said = opened(to_docx(of_blocks(figure), damaged))
        assert "Et kart over byen." in [paragraph.text for paragraph in said.paragraphs]


@_ROOTS
def test_the_workbook_holds_the_tables_as_they_are(root: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files(XLSX, root)["xlsx/tabeller.xlsx"]))
    every = collect(tables, "TABLE", CrossTable)
    assert book.sheetnames == [table.name for table in every]
    for table in every:
        rows, sheet = rows_of(table, program(root), output(root=root).words), book[table.name]
        found = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
        read = list(csv.reader(io.StringIO(to_csv(rows).decode("utf-8-sig"), newline="")))
        # A spreadsheet is told that a cell is text by an apostrophe in CSV, and by the kind of the cell here.
        assert found == [[re.sub(r"^'(?=[=+\-@\t\r])", "", cell) for cell in row] for row in read], table.name
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s"}
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref


def test_no_cell_is_more_than_text() -> None:
    made = hostile()
    sheets = [(table.name, rows_of(table, made, BOKMAL)) for table in collect(tables, "TABLE", CrossTable)]
    data = to_xlsx("Tabeller", sheets, "")
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"} and not [cell for cell in cells if cell.hyperlink]
    assert {"=1+1", "=cmd|' /C calc'!A0"} <= {part for cell in cells for part in re.split("; |: ", str(cell.value))}
    assert not [name for name in ZipFile(io.BytesIO(data)).namelist() if "external" in name or "calcChain" in name]
