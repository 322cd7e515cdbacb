"""What is in files that are packed: the words of a PDF, and all that stands in a Word or Excel file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

import pikepdf

# What is between the halves of a word at the end of a line.
_PARTED = re.compile(r"[\s\xad\u2010-]")
_TAG = re.compile(r"<[^>]+>")
_RANGE = re.compile(r"<(\w+)> <(\w+)> <(\w+)>")
_SINGLE = re.compile(r"<(\w+)> <(\w+)>")


def opened(path: str, data: bytes) -> str:
    """Return all the text of a file, as it stands and once more without what parts a word in two."""
    if path.endswith(".pdf"):
        said = pdf_text(data)
        return "\n".join((said, _PARTED.sub("", said)))
    if path.endswith((".docx", ".xlsx")):
        members = ZipFile(BytesIO(data))
        whole = "\n".join(f"{name}\n{members.read(name).decode('utf-8', 'replace')}" for name in members.namelist())
        return f"{whole}\n{_TAG.sub('', whole)}"
    return data.decode("utf-8", "replace")


def pdf_text(data: bytes, *, whole: bool = True) -> str:
    """Return the words of a PDF's pages, outline, structure, links and description.

    Unless it is the whole, the words at the foot of each page and the dots of the contents are left out.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = "\n".join("".join(_shown(page, whole)) for page in pdf.pages)
        strings = (
            str(value)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary | pikepdf.Array)
            for value in _strings(one)
        )
        streams = (one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and _is_metadata(one))
        return "\n".join((pages, *strings, *(each.decode("utf-8", "replace") for each in streams)))


def sheets(data: bytes) -> list[str]:
    """Return the words of each page of a PDF, as near as its glyphs tell."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return ["".join(_shown(page, True)) for page in pdf.pages]


def _is_metadata(stream: pikepdf.Stream) -> bool:
    return stream.get("/Type") == "/Metadata"


def _strings(value: pikepdf.Object) -> Iterator[str]:
    if isinstance(value, pikepdf.String):
        yield str(value)
        return
    # What is indirect is met by itself.
    parts = (
        value.values() if isinstance(value, pikepdf.Dictionary) else value if isinstance(value, pikepdf.Array) else ()
    )
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from _strings(part)


def _shown(page: pikepdf.Page, whole: bool) -> Iterator[str]:
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    letters: Mapping[bytes, str] = {}
    marked: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in {"BMC", "BDC"}:
            marked.append(str(operands[0]))
        elif operator == "EMC":
            marked.pop()
        elif operator == "Tf":
            letters = fonts[str(operands[0])]
        elif "/Artifact" in marked and not whole:
            continue
        elif operator == "ET":
            yield "\n"
        elif operator in {"Tj", "TJ"}:
            for part in operands[0] if operator == "TJ" else operands:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    yield "".join(letters.get(raw[at : at + 2], "�") for at in range(0, len(raw), 2))


def _letters(font: pikepdf.Object) -> Mapping[bytes, str]:
    """Return what each glyph of a font stands for."""
    letters: dict[bytes, str] = {}
    table = font["/ToUnicode"].read_bytes().decode("ascii")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in _SINGLE.findall(block):
            letters[bytes.fromhex(glyph)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in _RANGE.findall(block):
            start = int(text, 16)
            for number in range(int(last, 16) - int(first, 16) + 1):
                letters[(int(first, 16) + number).to_bytes(len(first) // 2, "big")] = chr(start + number)
    return letters
