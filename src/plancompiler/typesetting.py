"""A text to print as PDF/UA: the only module with Typst.

Templates lay it out, and the text is data to them, never markup. The fonts are those that come with Typst, so that the
same text gives the same bytes everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from plancompiler.paper.paper import Paper
from plancompiler.paper.widths import widths
from plancompiler.resources import folder
from plancompiler.rich_text import Table, printable
from plancompiler.source import digest

# The pictures that Typst knows, of those that plans may have.
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
# Letters and signs that its fonts have.
_COMMON = re.compile(r"[\n -~\xa0-\xff–—‘’“”•…]")

# A text that the standard allows has a title.
_TITLED = '#set document(title: "a", date: none)\n'


def to_pdf(paper: Paper, pictures: Mapping[str, bytes]) -> bytes:
    """Return a text as PDF/UA-1. `pictures` are the bytes of those it shows, by their files."""
    with TemporaryDirectory() as place:
        root = Path(place)
        for template in sorted((folder("templates") / "pdf").glob("*.typ")):
            (root / template.name).write_bytes(template.read_bytes())
        known = [file for file in sorted(pictures) if file.lower().endswith(_PICTURES)]
        names = {file: f"{number}{Path(file).suffix.lower()}" for number, file in enumerate(known)}
        for file, name in names.items():
            (root / name).write_bytes(pictures[file])
        try:
            return _compiled(root, _data(paper, names))
        except _typst().TypstError:
            # The standard wants every character to be seen, and the fonts do not have them all; and a file may be
            # no picture in spite of its name.
            sound = {file: name for file, name in names.items() if _is_picture(root, name)}
            return _compiled(root, _seen(_data(paper, sound)))


@cache
def made_with() -> str:
    """Return a digest of the templates and of Typst itself: what a PDF is made of beside its text."""
    files = sorted((folder("templates") / "pdf").glob("*.typ"))
    return digest(version("typst"), *(part for file in files for part in (file.name, file.read_bytes())))


def _data(paper: Paper, pictures: Mapping[str, str]) -> str:
    return json.dumps(_Encoder(paper, pictures).paper(), ensure_ascii=False)


def _compiled(root: Path, data: str) -> bytes:
    (root / "paper.json").write_text(data, "utf-8")
    made: bytes = _typst().compile(root / "document.typ", root=root, ignore_system_fonts=True, pdf_standards=["ua-1"])
    return made


class _Encoder:
    """Turns a text into what the templates read."""

    def __init__(self, paper: Paper, pictures: Mapping[str, str]) -> None:
        self._paper, self._pictures = paper, pictures
        self._placed: set[str] = set()

    def paper(self) -> Mapping[str, object]:
        """Return the whole text."""
        paper, day = self._paper, date.fromisoformat(self._paper.day) if self._paper.day else None
        return {
            "language": paper.language,
            "day": {"year": day.year, "month": day.month, "day": day.day} if day else None,
            "contents": paper.contents,
            "page": paper.page,
            "cover": self._data(paper.cover),
            "blocks": self._data(paper.blocks),
        }

    def _data(self, value: object) -> object:
        """Return a value as JSON has it. A record says in `is` what it is."""
        if isinstance(value, str):
            return printable(value)
        if isinstance(value, tuple):
            return [self._data(part) for part in value]
        if not is_dataclass(value):
            return value
        record: dict[str, object] = {"is": type(value).__name__}
        for field in fields(value):
            part = getattr(value, field.name)
            match field.name:
                case "href":
                    record["href"] = self._paper.lead(part)
                case "anchors" | "names":
                    record[field.name] = self._unplaced(part)
                case "file":
                    record["file"] = self._pictures.get(part, "")
                case _:
                    record[field.name] = self._data(part)
        return {**record, "widths": list(widths(value))} if isinstance(value, Table) else record

    def _unplaced(self, anchors: tuple[str, ...]) -> list[str]:
        """Return the anchors that stand nowhere yet: two of a name would make every link there lead astray."""
        new = [anchor for anchor in dict.fromkeys(anchors) if anchor not in self._placed]
        self._placed.update(new)
        return new


def _seen(data: str) -> str:
    """Return a text with the number of each character that no font has in its place, «[U+4E2D]»."""
    return "".join(sign if _COMMON.fullmatch(sign) or _has(sign) else f"[U+{ord(sign):04X}]" for sign in data)


def _is_picture(root: Path, name: str) -> bool:
    """Tell whether a file by the name of a picture is one."""
    (root / "picture.typ").write_text(f'{_TITLED}#image(sys.inputs.name, alt: "a")', "utf-8")
    return _is_sound(partial(_typst().compile, root / "picture.typ", root=root, sys_inputs={"name": name}))


@cache
def _has(sign: str) -> bool:
    """Tell whether some font has a sign, also one that only stands over a letter."""
    return _is_sound(partial(_typst().compile, f"{_TITLED}#sys.inputs.text".encode(), sys_inputs={"text": f"a{sign}"}))


def _is_sound(compiles: Callable[..., bytes]) -> bool:
    try:
        compiles(ignore_system_fonts=True, pdf_standards=["ua-1"])
    except _typst().TypstError:
        return False
    return True


def _typst() -> ModuleType:
    # It is an extra, and planc must start without it.
    import typst

    return typst
