"""Span edits: text put in exact places of the files that people wrote, every other byte as it was.

YAML is never written from objects. Whoever changes a file says which spans to replace; the files keep their byte order
mark and their line ends, and edits over many files are made together or not at all.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from plancompiler.decode import decode


class CannotEdit(Exception):
    """An edit cannot be made: `why` is `not-utf-8`, `overlap` or `no-file`, and `path` is the file."""

    def __init__(self, why: str, path: str) -> None:
        super().__init__(why, path)
        self.why, self.path = why, path


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """Put `text` where `[start, end)` is, in code points of the file's text; an empty span inserts."""

    path: str
    start: int
    end: int
    text: str


def applied(files: Mapping[str, bytes], edits: Iterable[TextEdit]) -> Mapping[str, bytes]:
    """Return the files that the edits change, by path. Insertions at one place keep the order they are given in.

    Line ends of what is put in follow the file's own. Raises CannotEdit, and then nothing is to be written: when edits
    overlap, a file is not there, or it is not UTF-8, so that what its letters are is a guess.
    """
    by_path: dict[str, list[TextEdit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    changed = {path: _edited(path, files, of_file) for path, of_file in by_path.items()}
    return {path: data for path, data in changed.items() if data != files[path]}


def is_utf_8(data: bytes) -> bool:
    """Tell whether a file can be edited: of one in another encoding the author must save a new copy first."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def put(text: str, edits: Iterable[TextEdit]) -> str:
    """Return the text with the edits made; they do not overlap, and line ends follow the text's own."""
    ending = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    last = 0
    # A stable sort, so that insertions at one place keep their order.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += (text[last : edit.start], edit.text.replace("\r\n", "\n").replace("\n", ending))
        last = edit.end
    return "".join((*pieces, text[last:]))


def _edited(path: str, files: Mapping[str, bytes], edits: list[TextEdit]) -> bytes:
    data = files.get(path)
    if data is None:
        raise CannotEdit("no-file", path)
    if not is_utf_8(data):
        raise CannotEdit("not-utf-8", path)
    spans = sorted((edit.start, edit.end) for edit in edits)
    if any(end > start for (_, end), (start, _) in pairwise(spans)):
        raise CannotEdit("overlap", path)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + put(decode(path, data)[0].text, edits).encode("utf-8")
