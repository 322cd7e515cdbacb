"""Suppressions: comments in which an author says that a rule does not hold at a place, and why (`interface.md`).

`# planc: unntak CODE – begrunnelse` holds for its line; alone on a line, for the next one that is more than a comment;
before everything else in a file, for the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from plancompiler.catalogue import code, rule_names, unknown_rule
from plancompiler.diagnostic import Diagnostic, Edit, Fix, Place, Span
from plancompiler.parse import parse
from plancompiler.source import Source, line_starts, position
from plancompiler.tree import Mapping as Fields
from plancompiler.tree import Scalar, Sequence, Tree


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment to the compiler.

    `code` and `reason` are empty where they are missing, and the code is where something else than `unntak` is asked
    for. `place` is the comment, `code_place` the code in it, `cut` what goes when it is removed, `line` the line from 1
    it holds for: 0 for the whole file, -1 where nothing follows.
    """

    code: str
    reason: str
    place: Span
    code_place: Span
    cut: Span
    line: int


# A comment may speak of the compiler without speaking to it.
_COMMENT = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*planc(?:[ \t]*:|(?=[ \t]+unntak\b))(?P<said>[^\r\n]*)", re.MULTILINE | re.IGNORECASE
)
_SAID = re.compile(r"\s*unntak\s+(?P<code>[\w-]*\w)\s*(?:[–—:,-]\s*)?(?P<reason>.*)", re.IGNORECASE)
_EMPTY = re.compile(r"[ \t]*(?:#[^\r\n]*|---[ \t]*)?")
_LETTER = re.compile(r"[^\W\d_]")


def suppressions(source: Source) -> tuple[Suppression, ...]:
    """Return every comment to the compiler in a file, in the order written; what only looks like one in a text is not.

    Never raises, whatever the text.
    """
    text = source.text
    # Nearly every file has none, and is not looked at further; most have no comment at all.
    if "#" not in text or "planc" not in text.casefold():
        return ()
    found = tuple(_COMMENT.finditer(text))
    tree = parse(source)[0] if found else None
    starts = (*line_starts(text), len(text))
    lines = [text[start:end].rstrip("\r\n") for start, end in pairwise(starts)]
    first = next((line for line, written in enumerate(lines, 1) if not _EMPTY.fullmatch(written)), len(lines) + 1)
    return tuple(
        _suppression(source, match, lines, starts, first)
        for match in found
        if tree is None or not _in_text(tree, match.start(), text)
    )


def suppress(
    diagnostics: Iterable[Diagnostic], sources: Iterable[Source], line: Callable[[Place], int]
) -> tuple[Diagnostic, ...]:
    """Return the findings without those that are suppressed, and with what there is to say of the suppressions.

    `line` tells which line a place begins on. Only what rules say can be suppressed, and only with a reason.
    """
    written = tuple(chain.from_iterable(map(suppressions, sources)))
    everything = tuple(diagnostics)
    if not written:
        return everything
    valid: dict[tuple[str, str], list[Suppression]] = {}
    for one in written:
        if one.code in rule_names() and one.reason:
            valid.setdefault((one.place.path, one.code), []).append(one)
    kept: list[Diagnostic] = []
    used: set[Suppression] = set()
    for diagnostic in everything:
        holding = [
            one
            for one in valid.get((diagnostic.place.path, diagnostic.code), ())
            if one.line in (0, line(diagnostic.place))
        ]
        used.update(holding)
        if not holding:
            kept.append(diagnostic)
    # Where a file has errors, a rule may find nothing because what it looks at could not be read.
    broken = {one.place.path for one in everything if code(one.code).severity == "error"}
    said = (_said(one, used=one in used, broken=one.place.path in broken) for one in written)
    return (*kept, *chain.from_iterable(said))


def _said(one: Suppression, *, used: bool, broken: bool) -> Iterator[Diagnostic]:
    if not one.code:
        yield Diagnostic("suppression-format", one.place)
    elif one.code not in rule_names():
        yield unknown_rule(one.code, one.code_place)
    elif not one.reason:
        yield Diagnostic("suppression-without-reason", one.place, {"code": one.code})
    elif not used and not broken:
        fix = Fix("remove", "safe", (Edit(one.cut, ""),))
        variant = "" if one.line else "file"
        yield Diagnostic("unused-suppression", one.place, {"code": one.code}, variant, fixes=(fix,))


def _suppression(
    source: Source, match: re.Match[str], lines: list[str], starts: tuple[int, ...], first: int
) -> Suppression:
    text, path = source.text, source.path
    end = match.start() + len(match[0].rstrip())
    line = position(starts[:-1], match.start()).line
    before = text[starts[line - 1] : match.start()]
    alone = not before.strip()
    # A comment after something goes with the space before it; one alone takes its line with it.
    cut = (
        Span(path, starts[line - 1], starts[line])
        if alone
        else Span(path, starts[line - 1] + len(before.rstrip()), end)
    )
    if line < first:
        held = 0
    elif alone:
        held = next((after for after in range(line + 1, len(lines) + 1) if not _EMPTY.fullmatch(lines[after - 1])), -1)
    else:
        held = line
    place = Span(path, match.start(), end)
    said = _SAID.fullmatch(match["said"])
    if said is None:
        return Suppression("", "", place, place, cut, held)
    reason = said["reason"].strip()
    code_place = Span(path, match.start("said") + said.start("code"), match.start("said") + said.end("code"))
    return Suppression(said["code"], reason if _LETTER.search(reason) else "", place, code_place, cut, held)


def _in_text(tree: Tree, at: int, text: str) -> bool:
    """Tell whether an offset is in a text of the tree, where # is a character like others."""
    if isinstance(tree, Scalar):
        # After the mark that opens a block of lines there may still be a comment.
        start = text.find("\n", tree.start) if tree.style in ("|", ">") else tree.start
        return tree.start <= start < at < tree.end
    if not tree.start <= at < tree.end:
        return False
    if isinstance(tree, Sequence):
        return any(_in_text(item, at, text) for item in tree.items)
    assert isinstance(tree, Fields)
    return any(_in_text(each, at, text) for entry in tree.entries.values() for each in entry)
