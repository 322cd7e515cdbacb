"""Text to tree: every scalar as the text that was written, every node with its exact span, whatever the text.

The only module that knows ruamel.yaml. Its events become the tree in one loop that holds the limits. What YAML allows
and a plan does not (anchors, tags, two documents) is a finding, and reading goes on. Where the parser gives up,
`recovery` says what was meant, and what it mended is read instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from plancompiler.diagnostic import Diagnostic, Related, Span
from plancompiler.source import Source
from plancompiler.syntax.block_bullets import block_bullets
from plancompiler.syntax.braces import joined_entries
from plancompiler.syntax.characters import characters
from plancompiler.syntax.conflicts import conflicts
from plancompiler.syntax.lost_text import lost_texts
from plancompiler.syntax.recovery import Read, Stopped, mended, read_on
from plancompiler.syntax.repair import Change, mistake
from plancompiler.tree import Entry, Mapping, Scalar, Sequence, Tree

DEEPEST = 64
MOST_NODES = 500_000
LONGEST_TEXT = 1_000_000
_MOST_FINDINGS = 100

_ABSENT = frozenset(("", "~", "null", "Null", "NULL"))
_BULLETS = frozenset("-–—•·▪●○‣\uf0b7\uf0a7\uf0d8")
_UNUSUAL_KEYS = frozenset(("", "<<"))
_PASSED_OVER = "?"
_MARKS = re.compile(r"(?:[&!]\S*(?:\s+|\Z))+")
_WHOLE_LINE = re.compile(r"[ \t]*(?P<text>[^\r\n]*?)[ \t]*(?:\r\n|\r|\n|\Z)")
_ONE_MARK = re.compile(r"([&!])\S*")


def parse(source: Source, pure: bool = False) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Return the tree of a text and what is wrong with how it is written, in the order of the places. Never raises.

    Without a tree there is at least one finding, here or, for an empty text, from `decode`. `pure` asks for the parser
    written in Python, which gives the same and takes ten times as long.
    """
    path, text = source.path, source.text
    if not text:
        return None, ()
    read = partial(_read, path, pure=pure)
    seen = (*conflicts(path, text), *characters(path, text))
    try:
        if seen:
            found = mended(path, text, seen, lambda better: read_on(path, better, read))
        else:
            found = read_on(path, text, read)
    except _TooMuch as limit:
        # The offset may be one of a repaired text, which is longer.
        at = min(limit.offset, len(text))
        over = Diagnostic(limit.code, Span(path, at, min(at + 1, len(text))), {"limit": limit.said})
        return None, (*(finding for each in seen for finding in each.findings), over)
    if found.tree is None and not found.findings:
        return None, (Diagnostic("empty-file", Span(path, 0, 0)),)
    return found.tree, tuple(sorted(found.findings, key=_order))


def parser_in_use() -> str:
    """Return which YAML parser reads the files: `libyaml`, or the slow one, `ren Python`."""
    return "libyaml" if _ruamel().__with_libyaml__ else "ren Python"


def parser_advice() -> str:
    """Return what to tell someone whose parser is the slow one, in Norwegian; empty when all is well."""
    if parser_in_use() == "libyaml":
        return ""
    return "Filene leses med en treg YAML-leser. Installer pakken «ruamel.yaml.clib» for å lese dem ti ganger så fort."


def _order(finding: Diagnostic) -> tuple[int, int, str]:
    place = finding.place
    return (place.start, place.end, finding.code) if isinstance(place, Span) else (0, 0, finding.code)


class _TooMuch(Exception):
    """The text is over a limit, and nothing more of it is read."""

    def __init__(self, code: str, offset: int, limit: int) -> None:
        super().__init__(code)
        self.code, self.offset = code, offset
        self.said = f"{limit:,}".replace(",", "\u00a0")


@cache
def _ruamel() -> Any:
    # Imported late: a run in which every unit comes from the cache reads no YAML, and starts 40 ms sooner.
    import ruamel.yaml

    return ruamel.yaml


def _read(path: str, text: str, pure: bool) -> Read:
    """Return what the text holds. Raises Stopped where it cannot be read, _TooMuch over a limit."""
    aside = _Aside(path, text)
    tree = _tree(text, _events(text, pure), aside)
    if tree is None or (isinstance(tree, Scalar) and not tree.text and not tree.style):
        return Read(None, tuple(aside.findings()))
    tree, lost = lost_texts(path, text, tree)
    findings = (*aside.findings(), *lost, *block_bullets(path, text, tree))
    return Read(tree, findings[:_MOST_FINDINGS], tuple(aside.doubts))


def _events(text: str, pure: bool) -> Iterator[Any]:
    """Yield the parser's events. Raises Stopped where it gives up."""
    event = None
    try:
        for event in _ruamel().YAML(typ="safe", pure=pure).parse(text):
            yield event
    except Exception as error:
        # Besides its own errors the parser lets those of int() and chr() through, from escapes in quotes.
        mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        reached = event.end_mark.index if event is not None else 0
        within = isinstance(error, _ruamel().scanner.ScannerError) or "flow" in str(getattr(error, "context", ""))
        offset = mark.index if mark is not None else getattr(error, "position", reached)
        raise Stopped(offset, context.index if within and context is not None else None) from error


def _tree(text: str, events: Iterator[Any], aside: _Aside) -> Tree | None:
    """Return the tree of the first document. The loop is long because a call for each event would double its time."""
    kinds = _ruamel().events
    scalar_event, alias_event = kinds.ScalarEvent, kinds.AliasEvent
    mapping_start, sequence_start = kinds.MappingStartEvent, kinds.SequenceStartEvent
    ends = (kinds.MappingEndEvent, kinds.SequenceEndEvent)
    root: Tree | None = None
    node: Tree
    # The open collection: what it holds so far, the key that waits for its value, where it starts, how it is written.
    held: Any = None
    key: Scalar | None = None
    is_mapping = is_flow = False
    began = reached = count = documents = 0
    outer: list[tuple[Any, Scalar | None, bool, bool, int]] = []
    for event in events:
        kind = type(event)
        if kind is scalar_event:
            value, style = event.value, event.style or ""
            start, end = event.start_mark.index, event.end_mark.index
            if event.anchor is not None or event.tag is not None:
                start = aside.marked(start, end)
            if not style:
                if value in _ABSENT:
                    value = ""
                    if start == end and is_mapping and not is_flow and key is None:
                        raise Stopped(start)
                    if start == end and is_mapping and key is not None:
                        start = end = _after_colon(text, key.end)
                elif value[0] in _BULLETS or value != text[start:end]:
                    aside.doubts.append((start, end))
            elif style in "|>":
                end = start + len(text[start:end].rstrip())
            elif event.start_mark.line != event.end_mark.line:
                aside.doubts.append((start, end))
            if end - start > LONGEST_TEXT:
                raise _TooMuch("text-too-long", start, LONGEST_TEXT)
            node = Scalar(value, start, end, style)
        elif kind is mapping_start or kind is sequence_start:
            outer.append((held, key, is_mapping, is_flow, began))
            began, is_mapping, is_flow, key = event.start_mark.index, kind is mapping_start, event.flow_style, None
            if event.anchor is not None or event.tag is not None:
                began = aside.marked(began, event.end_mark.index)
            held = {} if is_mapping and not is_flow else []
            if len(outer) > DEEPEST:
                raise _TooMuch("too-deep", began, DEEPEST)
            continue
        elif kind in ends:
            end = event.end_mark.index if is_flow else reached
            if is_mapping:
                node = Mapping(aside.entries(held) if is_flow else held, began, end, is_flow)
            else:
                node = Sequence(tuple(held), began, end, is_flow)
                if is_flow and _is_link(text, node):
                    node = Scalar(" ".join(text[began:end].split()), began, end)
            held, key, is_mapping, is_flow, began = outer.pop()
            if key is not None and type(node) is Mapping and not node.flow and "id" in node.entries:
                # Only items have ids; this one has lost its dash.
                aside.doubts.append((node.start, node.start))
        elif kind is alias_event:
            if is_mapping and key is None:
                raise Stopped(event.start_mark.index)
            node = aside.alias(event.start_mark.index, event.end_mark.index)
        elif kind is kinds.DocumentStartEvent:
            documents += 1
            if documents > 1:
                aside.second_document(event.start_mark.index, event.end_mark.index)
                break
            continue
        else:
            continue
        count += 1
        if count > MOST_NODES:
            raise _TooMuch("too-many-values", node.start, MOST_NODES)
        reached = node.end
        if held is None:
            root = node
        elif not is_mapping:
            held.append(node)
        elif key is None:
            key = node if type(node) is Scalar else aside.complex_key(node)
        else:
            if is_flow:
                held.append((key, node))
            else:
                name = key.text if key.text.isascii() else unicodedata.normalize("NFC", key.text)
                if name in held or name in _UNUSUAL_KEYS:
                    aside.unusual_key(name, key, node, held)
                    if name == "id" or name == next(iter(held), None):
                        aside.doubts.append((key.start, key.start))
                else:
                    held[name] = Entry(key, node)
                    if ":" in name:
                        aside.doubts.append((key.start, key.end))
            key = None
    return root


def _after_colon(text: str, at: int) -> int:
    """Return the offset after the colon that follows a key; `at` when there is none, as in `{a, b}`."""
    colon = at
    while text[colon : colon + 1] in (" ", "\t"):
        colon += 1
    return colon + 1 if text[colon : colon + 1] == ":" else at


def _is_link(text: str, node: Sequence) -> bool:
    """Tell whether a value is nothing but `[[x]]`, which is text with a link."""
    return (
        len(node.items) == 1
        and isinstance(node.items[0], Sequence)
        and text.startswith("[[", node.start)
        and text.endswith("]]", node.start, node.end)
    )


def _same_text(one: Tree, other: Tree) -> bool:
    return isinstance(one, Scalar) and isinstance(other, Scalar) and one.text == other.text


class _Aside:
    """What the loop puts aside: marks and keys that a plan may not have, and spans to look at twice."""

    def __init__(self, path: str, text: str) -> None:
        self._path, self._text = path, text
        self._found: list[Diagnostic] = []
        self._anchors: list[tuple[str, int, int, int]] = []
        self._aliases: set[str] = set()
        self.doubts: list[tuple[int, int]] = []

    def findings(self) -> Iterator[Diagnostic]:
        """Yield the findings. Whether an anchor may go is known only when every alias has been seen."""
        yield from self._found
        for name, start, end, rest in self._anchors:
            fix = "" if name in self._aliases else "remove"
            repair = [Change(start, rest, "")]
            yield from mistake(self._path, "yaml-anchor", start, end, repair, fix=fix, args={"name": name}).findings

    def marked(self, start: int, end: int) -> int:
        """Put aside the anchor and tag before a value, and return where the value itself begins."""
        marks = _MARKS.match(self._text, start, end)
        stop = marks.end() if marks else start
        for mark in _ONE_MARK.finditer(self._text, start, stop):
            after = mark.end()
            while after < stop and self._text[after] in " \t":
                after += 1
            if mark.group(1) == "&":
                self._anchors.append((mark.group()[1:], mark.start(), mark.end(), after))
            else:
                known = mark.group().startswith("!!")
                repair = [Change(mark.start(), after, "")]
                fix = "remove" if known else ""
                self._add("yaml-tag", mark.start(), mark.end(), repair, fix=fix, args={"tag": mark.group()})
        return stop

    def alias(self, start: int, end: int) -> Scalar:
        """Return an absent value in place of an alias."""
        name = self._text[start + 1 : end]
        self._aliases.add(name)
        self._add("yaml-alias", start, end, args={"name": name})
        return Scalar("", start, end)

    def complex_key(self, node: Tree) -> Scalar:
        """Return a key that will be passed over in place of a list or mapping used as one."""
        self._add("complex-key", node.start, node.end)
        return Scalar("", node.start, node.end, _PASSED_OVER)

    def second_document(self, start: int, end: int) -> None:
        """Report that a document follows; it is not read."""
        dots = self._text.rfind("\n...", 0, end) + 1
        start = end - 3 if self._text.startswith("---", end - 3) else dots or start
        self._add("several-documents", start, start + 3)

    def entries(self, pairs: list[tuple[Scalar, Tree]]) -> dict[str, Entry]:
        """Return the entries of a mapping in braces as they were meant."""
        meant, found = joined_entries(self._path, self._text, pairs)
        self._found += found
        held: dict[str, Entry] = {}
        for key, value in meant:
            name = unicodedata.normalize("NFC", key.text)
            if name in held or name in _UNUSUAL_KEYS:
                self.unusual_key(name, key, value, held)
            else:
                held[name] = Entry(key, value)
        return held

    def unusual_key(self, name: str, key: Scalar, value: Tree, held: dict[str, Entry]) -> None:
        """Report a key that is left out: used already, empty, or a merge key."""
        if key.style == _PASSED_OVER or len(self._found) >= _MOST_FINDINGS:
            return
        if name == "<<":
            self._add("merge-key", key.start, key.end)
        elif not name:
            self._add("empty-key", key.start, max(key.end, key.start + 1))
        else:
            first = held[name]
            related = (Related(Span(self._path, first.key.start, first.key.end), "first"),)
            repair, fix = self._without_line(key, value), ""
            if repair and _same_text(first.value, value):
                fix = "remove"
            self._add("duplicate-key", key.start, key.end, repair, fix=fix, args={"key": name}, related=related)

    def _without_line(self, key: Scalar, value: Tree) -> list[Change]:
        """Return the change that takes out the line of an entry, if the entry is all that stands on it."""
        line = _WHOLE_LINE.match(self._text, self._text.rfind("\n", 0, key.start) + 1)
        alone = line is not None and line.start("text") == key.start and line.end("text") == value.end
        return [Change(line.start(), line.end(), "")] if line is not None and alone else []

    def _add(
        self, code: str, start: int, end: int, repair: tuple[Change, ...] | list[Change] = (), **rest: Any
    ) -> None:
        if len(self._found) < _MOST_FINDINGS:
            self._found += mistake(self._path, code, start, end, repair, **rest).findings
