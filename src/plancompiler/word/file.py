"""A text to print as a Word file: styles, front page and contents, the text itself, and the foot of each page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from plancompiler.paper.paper import Paper
from plancompiler.rich_text import Heading, printable
from plancompiler.word import marks
from plancompiler.word.writer import ACCENT, SOFT, Writer, heading_runs

_SIZES = (17, 14, 12.5, 11.5, 11, 11)
# The first day a zip file can be of: no file says when it was made.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
# Three levels where that is no more than two pages of lines.
_LEVELS, _LINES = (3, 2), 70


def to_docx(paper: Paper, pictures: Mapping[str, bytes]) -> bytes:
    """Return a text as a Word file. `pictures` are the bytes of those it shows, by their files."""
    document = docx.Document()
    _styles(document, paper.language)
    _properties(document, paper)
    _foot(document, paper)
    writer = Writer(document, paper, pictures)
    _cover(document, paper, writer)
    _contents(document, paper, writer)
    writer.write(paper.blocks)
    file = BytesIO()
    document.save(file)
    return _packed(file)


def _styles(document: Document, language: str) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.top_margin = section.bottom_margin = Cm(2.4)
    spoken = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    spoken.set(qn("w:val"), marks.region(language))
    styles = document.styles
    _look(styles["Normal"], 11, after=6)
    for level, size in enumerate(_SIZES, 1):
        _look(styles[f"Heading {level}"], size, ACCENT if level == 1 else "000000", before=22 - 2 * level, after=4)
        styles[f"Heading {level}"].font.italic = False
    _look(styles["Title"], 30, "000000", after=8)
    _look(styles["Subtitle"], 12, SOFT, after=6)
    _look(styles["Caption"], 10, "000000", before=8, after=3)
    for name, size, colour in (("Plan Label", 11, "000000"), ("Plan Aside", 10, SOFT), ("Plan Said", 10, "")):
        _look(_new(document, name), size, colour, after=3)
    styles["Plan Label"].font.bold = True
    styles["Plan Label"].paragraph_format.keep_with_next = True
    _look(_new(document, "Plan Cell"), 9.5, after=2)
    marks.soften(styles["Table Grid"])
    facts = _new(document, "Plan Facts").paragraph_format
    facts.left_indent, facts.first_line_indent, facts.space_after = Cm(4.5), Cm(-4.5), Pt(3)
    facts.tab_stops.add_tab_stop(Cm(4.5))
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(ACCENT), True


def _new(document: Document, name: str) -> ParagraphStyle:
    made: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    return made


def _look(style: ParagraphStyle, size: float, colour: str = "", before: float = 0, after: float = 0) -> None:
    style.font.name, style.font.size = "Calibri", Pt(size)
    # Headings have a font of the theme's, which goes before the one that is named.
    fonts = style.element.rPr.rFonts
    for part in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{part}"), None)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _properties(document: Document, paper: Paper) -> None:
    said = document.core_properties
    said.title, said.author, said.language = paper.cover.title, paper.cover.owner, marks.region(paper.language)
    said.subject, said.comments, said.last_modified_by = paper.cover.kind, ". ".join(paper.cover.version), ""
    # What comes with an empty document says when that was made.
    for tag in ("dcterms:created", "dcterms:modified"):
        for old in said._element.findall(qn(tag)):
            said._element.remove(old)
    if paper.day:
        said.created = said.modified = datetime.fromisoformat(paper.day)


def _foot(document: Document, paper: Paper) -> None:
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = document.styles["Plan Aside"]
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(printable(" · ".join((paper.cover.title, *paper.cover.version[:1]))) + "\t")
    before, _, rest = paper.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    foot.add_run(before)
    marks.field(foot, "PAGE", "1")
    foot.add_run(between)
    marks.field(foot, "NUMPAGES", "1")
    foot.add_run(after)


def _cover(document: Document, paper: Paper, writer: Writer) -> None:
    cover = paper.cover
    above = writer.paragraph(document, "Plan Label")
    above.paragraph_format.space_before = Pt(120 if cover.long else 0)
    above.add_run(printable(" · ".join(dict.fromkeys(part for part in (cover.owner, cover.kind) if part))))
    writer.anchors(cover.anchors)
    title = writer.paragraph(document, "Title").add_run(printable(cover.title))
    if cover.lang:
        marks.speak(title, cover.lang)
    if cover.subtitle:
        writer.paragraph(document, "Subtitle").add_run(printable(cover.subtitle))
    for line in cover.version:
        made = writer.paragraph(document, "Plan Aside")
        made.add_run(printable(line))
        marks.set_apart(made._p.get_or_add_pPr(), ACCENT, "")


def _contents(document: Document, paper: Paper, writer: Writer) -> None:
    """Write the contents as Word does, with links that lead there before it has found out the page numbers."""
    headings = [block for block in paper.blocks if isinstance(block, Heading) and block.anchors]
    deep, shallow = ([line for line in headings if line.level <= level] for level in _LEVELS)
    lines, level = (deep, _LEVELS[0]) if len(deep) <= _LINES else (shallow, _LEVELS[1])
    if not paper.cover.long or not lines:
        return
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    writer.paragraph(document, "TOC Heading").add_run(printable(paper.contents))
    for number, line in enumerate(lines):
        made = writer.paragraph(document)
        made.paragraph_format.left_indent = Cm(0.6 * (line.level - 1))
        made.paragraph_format.space_after = Pt(2)
        if number == 0:
            marks.open_field(made, f'TOC \\o "1-{level}" \\h \\z \\u')
        # The marks of notes are no part of a name.
        words = "".join(run.text for run in heading_runs(line.called, line.runs) if not run.raised)
        run = made.add_run(printable(words))
        marks.link(document, made, [run], f"#{writer.bookmark(line.anchors[0])}")
    marks.close_field(made)
    made.add_run().add_break(WD_BREAK.PAGE)


def _packed(file: BytesIO) -> bytes:
    """Return a zip file whose parts are of no day, so that equal texts are equal bytes."""
    packed = BytesIO()
    with ZipFile(file) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, _NO_DAY)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            # The same number on every system.
            info.create_system = 3
            new.writestr(info, old.read(part.filename))
    return packed.getvalue()
