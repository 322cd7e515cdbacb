"""Whatever the tree, reading it never raises, and every place it speaks of is inside the text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plancompiler.diagnostic import Diagnostic, Locus, Span, Steps
from plancompiler.model.foreign import MEANT
from plancompiler.model.nynorsk import KEYS
from plancompiler.node import Document
from plancompiler.parse import parse
from plancompiler.source import Source
from plancompiler.tree import Entry, Mapping, Scalar, Sequence, Tree, at
from plancompiler.validate import validate
from workspaces import HEADER

DATA = Path(__file__).parent / "data"
KNOWN = sorted(
    {
        *KEYS,
        *MEANT,
        *(each for written in KEYS.values() for each in written),
        "plan",
        "register",
        "vokabular",
        "id",
        "tekst",
    }
)
PIECES = [
    "m1",
    "M 1",
    "2026–2030",
    "27.4.26",
    "75 %",
    "54.5",
    "nb",
    "3",
    "FN 3",
    "ja",
    "",
    "Tekst\n\n# B",
    "<b>",
    "[[x]]",
    "høy",
]
TEXTS = st.sampled_from(PIECES) | st.text(max_size=12)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KNOWN) | st.text(max_size=8), inner, max_size=6)
    ),
    max_leaves=30,
)
Value = str | list["Value"] | dict[str, "Value"]


def grown(value: Value, text: list[str], size: int) -> tuple[Tree, int]:
    """Return the tree of a value whose text is added to `text` from offset `size` on, and where it ends."""
    if isinstance(value, str):
        text.append(value)
        return Scalar(value, size, size + len(value)), size + len(value)
    flow = "[" if isinstance(value, list) else "{"
    text.append(flow)
    end = size + 1
    items: list[Tree] = []
    entries: dict[str, Entry] = {}
    for each in value if isinstance(value, list) else value.items():
        if isinstance(each, tuple):
            name, inner = each
            text.append(name + ": ")
            key = Scalar(name, end, end + len(name))
            tree, end = grown(inner, text, end + len(name) + 2)
            entries[name] = Entry(key, tree)
        else:
            tree, end = grown(each, text, end)
            items.append(tree)
        text.append(", ")
        end += 2
    text.append("]" if flow == "[" else "}")
    if flow == "[":
        return Sequence(tuple(items), size, end + 1, True), end + 1
    return Mapping(entries, size, end + 1, True), end + 1


def places(found: tuple[Diagnostic, ...]) -> Iterator[Span | Locus]:
    """Yield every place that findings speak of."""
    for one in found:
        yield one.place
        yield from (edit.place for fix in one.fixes for edit in fix.edits)


def holds(document: Document | None, found: tuple[Diagnostic, ...], source: Source, tree: Tree) -> None:
    """Demand that all places are inside the text, and all steps inside the tree."""
    for place in places(found):
        if isinstance(place, Span):
            assert 0 <= place.start <= place.end <= len(source.text)
        else:
            lead(tree, place.steps)
    if document is not None:
        for steps in (*(node.steps for node in document.nodes), *(entry.steps for entry in document.entries)):
            lead(tree, steps)


def lead(tree: Tree, steps: Steps) -> None:
    """Demand that steps lead somewhere; a mapping that should have been in a list is item 0 of it."""
    for step in steps:
        if step != 0 or isinstance(tree, Sequence):
            tree, _, taken = at(tree, (step,))
            assert taken


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["plan", "del_av", "register", "vokabular", "arbeidsområde", "x"]), TEXTS, VALUES)
def test_no_tree_is_too_much(first: str, name: str, rest: Value) -> None:
    value: Value = {first: name, **rest} if isinstance(rest, dict) else rest
    text: list[str] = []
    tree, _ = grown(value, text, 0)
    source = Source("x.yaml", "".join(text))
    document, found = validate(tree, source)
    assert document is not None or found
    holds(document, found, source, tree)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_no_mangled_plan_is_too_much(data: st.DataObject) -> None:
    lines = (DATA / "bokmal.yaml").read_text("utf-8").splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 6))):
        number = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.sampled_from(lines))
        lines[number] = data.draw(
            st.sampled_from(["", other, lines[number].replace(": ", ": x"), lines[number].replace("e", "E")])
        )
    source = Source("plans/x.yaml", "".join(lines))
    tree, _ = parse(source)
    if tree is not None:
        document, found = validate(tree, source)
        holds(document, found, source, tree)


def test_many_mistakes_take_no_time() -> None:
    goals = "".join(
        f"  - {{id: M{number}, titel: A, bærekraftsmål: [FN 3, 99x, {number}.], x{number}: y}}\n"
        for number in range(500)
    )
    text = HEADER + "mål:\n" + goals + "emner: [" + "{a: b}, " * 5_000 + "]\n"
    source = Source("plans/x.yaml", text)
    tree, _ = parse(source)
    assert tree is not None
    began = time.perf_counter()
    document, found = validate(tree, source)
    assert time.perf_counter() - began < 40
    assert document is not None and len(document.nodes) == 500 and len(found) > 1000
