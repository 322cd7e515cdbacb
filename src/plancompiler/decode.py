"""Bytes to text: UTF-8, and what to say of everything else.

A file in another encoding is read as what it looks like, so that the rest of it is checked in the same run.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from plancompiler.diagnostic import Diagnostic, Span
from plancompiler.source import Source

LARGEST = 5_000_000

# A file with this many of these in its beginning is not text in any encoding.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BEGINNING = 4096
_BINARY_SHARE = 0.05

# The one that is most likely comes first, and wins where two give the same letters.
_OLD_ENCODINGS: Mapping[str, str] = {"cp1252": "Windows-1252", "mac_roman": "MacRoman", "cp865": "CP865 (DOS)"}
_UTF_16_32 = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LETTERS = frozenset("æøåÆØÅ")
_USUAL = frozenset("éèêóòôäöüÄÖÜÉ«»–—“”‘’…§°½áčđŋšŧžÁČĐŊŠŦŽ")


def decode(path: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return the text of a file and what is wrong with its encoding. Never raises.

    Of a file that is too large or is not text, the text is empty and there is a finding.
    """
    if len(data) > LARGEST:
        size = f"{len(data) / 1_000_000:.1f}".replace(".", ",")
        return _nothing(path, "file-too-large", {"size": size, "limit": str(LARGEST // 1_000_000)})
    if not data or data == codecs.BOM_UTF8:
        return _nothing(path, "empty-file")
    for mark, encoding, name in _UTF_16_32:
        if data.startswith(mark):
            return _decoded(path, data.decode(encoding, "replace"), 0, {"encoding": name}, "known")
    if data.startswith(codecs.BOM_UTF8):
        source, findings = _utf_8(path, data[len(codecs.BOM_UTF8) :])
        return source, (Diagnostic("byte-order-mark", Span(path, 0, 0)), *findings)
    return _utf_8(path, data)


def _utf_8(path: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    try:
        return Source(path, data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        first_bad = error.start
    beginning = data[:_BEGINNING]
    if len(_BINARY.findall(beginning)) > _BINARY_SHARE * len(beginning):
        return _nothing(path, "not-text")
    place = len(data[:first_bad].decode("utf-8"))
    lossy = data.decode("utf-8", "replace")
    broken = lossy.count("\ufffd")
    if len(_high(lossy)) >= 2 * broken:
        return _decoded(path, lossy, place, {}, "partly")
    encoding = _looks_like(data)
    if encoding is None:
        return _decoded(path, lossy, place, {}, "")
    text = data.decode(encoding, "replace")
    shown = text[place : place + 1]
    # Before the first bad byte all is ASCII or valid UTF-8; the old encodings count each byte as one letter.
    place = len(data[:first_bad].decode(encoding, "replace"))
    return _decoded(path, text, place, {"encoding": _OLD_ENCODINGS[encoding], "letter": shown}, "known")


def _looks_like(data: bytes) -> str | None:
    """Return the old encoding in which the bytes beyond ASCII are Norwegian letters, or None."""
    best: tuple[float, str] | None = None
    for encoding in _OLD_ENCODINGS:
        high = _high(data.decode(encoding, "replace"))
        score = sum(1.0 if letter in _LETTERS else 0.4 if letter in _USUAL else -0.5 for letter in high)
        if score > 0 and (best is None or score > best[0]):
            best = score, encoding
    return best[1] if best else None


def _high(text: str) -> str:
    return "".join(re.findall(r"[^\x00-\x7f]", text))


def _decoded(
    path: str, text: str, place: int, args: Mapping[str, str], variant: str
) -> tuple[Source, tuple[Diagnostic, ...]]:
    text = text.removeprefix("\ufeff")
    return Source(path, text), (Diagnostic("not-utf8", Span(path, place, min(place + 1, len(text))), args, variant),)


def _nothing(path: str, code: str, args: Mapping[str, str] | None = None) -> tuple[Source, tuple[Diagnostic, ...]]:
    return Source(path, ""), (Diagnostic(code, Span(path, 0, 0), args or {}),)
