"""Text: one line, or prose in Markdown. Both come out in Unicode normal form C, with nothing around them."""

from __future__ import annotations

import re
import unicodedata

from plancompiler.values.problem import Problem

_CODE = re.compile(r"`[^`\n]*`")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S[^\n]*$|^[^\s>#*+-][^\n]*\n {0,3}(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)


def parse_line(text: str) -> str:
    """Return a text of one line.

    Raises Problem `line-break` for a text of more lines, with them joined as the fix, and what `parse_prose` raises of
    HTML.
    """
    clean = _clean(text)
    if "\n" in clean:
        joined = " ".join(clean.split())
        raise Problem("line-break", "", {"text": joined}, joined)
    return _without_html(clean)


def parse_prose(text: str) -> str:
    """Return a text of paragraphs, lists and quotes.

    Raises Problem `heading-in-prose`, and `raw-html`, which takes nothing from the text: it is shown as it is.
    """
    clean = _clean(text)
    heading = _HEADING.search(clean) if "#" in clean or "\n" in clean else None
    if heading is not None:
        line = heading[0].partition("\n")[0].strip()
        raise Problem("heading-in-prose", "", {"text": line.lstrip("# ").rstrip("# ")}, part=line, kept=True)
    return _without_html(clean)


def _clean(text: str) -> str:
    # The characters themselves are judged where the file is read; here they are only made comparable.
    return unicodedata.normalize("NFC", text.strip())


def _without_html(text: str) -> str:
    if "<" not in text:
        return text
    found = _HTML.search(_CODE.sub(lambda code: " " * len(code[0]), text) if "`" in text else text)
    if found is not None:
        raise Problem("raw-html", "", {"text": found[0]}, part=found[0], kept=True)
    return text
