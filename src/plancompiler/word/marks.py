"""What python-docx has no words for, as elements of a Word file: bookmarks, links, fields, borders, languages."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import BaseStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

# The elements are lxml's, which knows no types of Word's own.
Element = Any

_REGIONS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB", "se": "se-NO", "sv": "sv-SE", "da": "da-DK"}


def element(tag: str, **attributes: str) -> Element:
    """Return an element with attributes, all of Word's own namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a place that links lead to at the beginning of a paragraph."""
    at = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(at, element("bookmarkEnd", id=str(number)))
    paragraph._p.insert(at, element("bookmarkStart", id=str(number), name=name))


def bookmark_name(anchor: str, number: int) -> str:
    """Return the name of an anchor as Word allows it: letters, digits and underscores, at most forty."""
    return f"p{number}_{re.sub('[^0-9A-Za-z_]', '_', anchor)[:30]}"


def link(document: Document, paragraph: Paragraph, runs: list[Run], to: str) -> None:
    """Make runs at the end of a paragraph a link, to a bookmark (`#name`) or to an address."""
    if to.startswith("#"):
        made = element("hyperlink", anchor=to[1:], history="1")
    else:
        made = element("hyperlink", history="1")
        made.set(qn("r:id"), document.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    for run in runs:
        made.append(run._r)
    paragraph._p.append(made)


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Put a field at the end of a paragraph; `shown` stands there until Word works it out."""
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        run._r.append(element("fldChar", fldCharType=kind))
        if kind == "begin":
            paragraph.add_run()._r.append(_instruction(instruction))
        elif kind == "separate":
            paragraph.add_run(shown)


def open_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field that goes on over several paragraphs, up to where it is closed."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="begin"))
    paragraph.add_run()._r.append(_instruction(instruction))
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def close_field(paragraph: Paragraph) -> None:
    """End the field that was opened last."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def speak(run: Run, language: str) -> None:
    """Say which language a run is in, so that it is proofread and read aloud as that."""
    run._r.get_or_add_rPr().append(element("lang", val=region(language)))


def region(language: str) -> str:
    """Return a language as Word names it: `nb-NO`."""
    return _REGIONS.get(language, language)


def shade(run: Run, colour: str) -> None:
    """Give a run a background."""
    run._r.get_or_add_rPr().append(element("shd", val="clear", color="auto", fill=colour.removeprefix("#")))


def set_apart(properties: Element, edge: str, fill: str) -> None:
    """Give a paragraph's properties a line at the left and a background; either may be ""."""
    if edge:
        border = element("pBdr")
        border.append(element("left", val="single", sz="18", space="8", color=edge))
        properties.insert_element_before(border, *_after("pBdr"))
    if fill:
        properties.insert_element_before(element("shd", val="clear", color="auto", fill=fill), *_after("shd"))


def rule(paragraph: Paragraph) -> None:
    """Make an empty paragraph a line across the page."""
    border = element("pBdr")
    border.append(element("bottom", val="single", sz="6", space="1", color="B8BEC4"))
    paragraph._p.get_or_add_pPr().insert_element_before(border, *_after("pBdr"))


def heads(row: _Row) -> None:
    """Make a row the headings of its table, which every page of it begins with."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    properties.append(element("tblHeader"))


def fill(cell: _Cell, colour: str) -> None:
    """Give a cell a background."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))


def shrink(paragraph: Paragraph, size: float) -> None:
    """Give all runs of a paragraph a size, in points."""
    for run in paragraph._p.iter(qn("w:r")):
        Run(run, paragraph).font.size = Pt(size)


def soften(style: BaseStyle) -> None:
    """Give the lines of a style of tables a colour that does not shout."""
    for line in style.element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}"):
        line.set(qn("w:color"), "B8BEC4")


def numbering(document: Document, style: str, start: int) -> int:
    """Return a new numbering that looks as the style of a list does, and begins anew."""
    numbered = document.styles[style].element.pPr.numPr.numId.val
    root = document.part.numbering_part.element
    look = next(num for num in root.num_lst if num.numId == numbered).abstractNumId.val
    made = root.add_num(look)
    made.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(made.numId)


def numbered(paragraph: Paragraph, numbering: int) -> None:
    """Make a paragraph a point of a numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def describe(picture: Element, words: str) -> None:
    """Say in words what a picture shows."""
    properties = picture._inline.docPr
    properties.set("descr", words)


def _instruction(text: str) -> Element:
    made = element("instrText")
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made


def _after(tag: str) -> tuple[str, ...]:
    """Return what must come after an element among the properties of a paragraph."""
    order = (
        "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
        "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
        "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
        "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
        "cnfStyle", "rPr", "sectPr", "pPrChange",
    )  # fmt: skip
    return tuple(f"w:{name}" for name in order[order.index(tag) + 1 :])
