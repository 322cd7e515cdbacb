"""What pydantic said of a mapping, as findings at the text that caused it, with the fix where there is one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from pydantic_core import ErrorDetails

from plancompiler.diagnostic import Applicability, Diagnostic, Edit, Fix, Span
from plancompiler.model.part import Part
from plancompiler.source import Source
from plancompiler.tree import Mapping as MappingTree
from plancompiler.tree import Scalar, Sequence, Tree
from plancompiler.validate.headings import as_chapters
from plancompiler.validate.keys import Guess, guess, legal, record_at
from plancompiler.validate.place import Found, first_line, follow, written
from plancompiler.validate.typed import problem_of
from plancompiler.values.problem import Problem

# Pydantic's own errors, when a value is not of the shape that a list or mapping has.
_SHAPES: Mapping[str, tuple[str, str]] = {
    "model_type": ("mapping-expected", ""),
    "dict_type": ("mapping-expected", ""),
    "tuple_type": ("list-expected", ""),
}


# A mapping with more mistakes than this has one cause.
_MOST = 100

# Arguments that are the author's own text, which may be of any length.
_OWN_TEXT = frozenset({"text", "word", "key", "heading", "first"})
_SHOWN = 40


def findings(
    errors: Collection[ErrorDetails], tree: MappingTree, model: type[Part], source: Source, here: str, nynorsk: bool
) -> Iterator[Diagnostic]:
    """Yield a finding for each error of a mapping read by `model`. Keys of `tree` that it has not are passed over.

    `here` names the mapping: a kind of node, `planen`, or another key. `nynorsk` tells which form the file is in.
    """
    # A key that is misspelt is missing too; that is one mistake.
    strange = (error for error in errors if error["type"] == "extra_forbidden")
    unknown = {error["loc"]: _guess(error, tree, model, nynorsk) for error in strange}
    meant = {(*loc[:-1], each.key) for loc, each in unknown.items() if each.key}
    for error in islice(errors, _MOST):
        loc = error["loc"]
        if loc in unknown:
            yield _unknown(unknown[loc], tree, loc, source)
        elif error["type"] == "missing":
            if loc not in meant:
                yield _missing(tree, loc, source, here)
        else:
            problem = problem_of(error) or Problem(*_SHAPES.get(error["type"], ("mapping-expected", "")))
            yield _of_value(problem, tree, loc, source, here)


def key_finding(
    found: Guess, key: Scalar, source: Source, taken: Collection[str], elsewhere: Collection[str] = ()
) -> Diagnostic:
    """Return the finding of an unknown key. `taken` are the keys that stand beside it, `elsewhere` those of the file.

    The fix is safe unless the plan uses both words, and there is none where the right key is there already.
    """
    fixes: tuple[Fix, ...] = ()
    place = Span(source.path, key.start, key.end)
    if found.key and found.key not in taken:
        level: Applicability = "unsafe" if found.key in elsewhere else "safe"
        edit = Edit(place, written(found.write, flow=False))
        fixes = (Fix("rename", level, (edit,), {"meant": found.write}),)
    return Diagnostic(found.code, place, shortened(found.args), found.variant, fixes=fixes)


def shortened(args: Mapping[str, str]) -> Mapping[str, str]:
    """Return the arguments of a finding with long texts of the author's cut short."""
    return {name: _short(value) if name in _OWN_TEXT else value for name, value in args.items()}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _guess(error: ErrorDetails, tree: MappingTree, model: type[Part], nynorsk: bool) -> Guess:
    *above, key = error["loc"]
    holder = next((str(step) for step in reversed(above) if isinstance(step, str)), "")
    record = record_at(model, above)
    value = follow(tree, error["loc"]).tree
    may = legal(record) if record else {}
    return guess(str(key), may, record, isinstance(value, Sequence), holder, nynorsk=nynorsk)


def _unknown(found: Guess, tree: MappingTree, loc: tuple[int | str, ...], source: Source) -> Diagnostic:
    place = follow(tree, loc)
    record = follow(tree, loc[:-1]).tree
    taken = record.entries if isinstance(record, MappingTree) else ()
    key = place.key or Scalar("", place.tree.start, place.tree.end)
    return key_finding(found, key, source, tuple(taken))


def _missing(tree: MappingTree, loc: tuple[int | str, ...], source: Source, here: str) -> Diagnostic:
    place = follow(tree, loc[:-1])
    holder = next((str(step) for step in reversed(loc[:-1]) if isinstance(step, str)), here)
    empty = follow(tree, loc)
    start, end = first_line(place.tree, source.text)
    if empty.whole and empty.key is not None:
        # The key is there, with nothing after it.
        start, end = empty.key.start, empty.key.end
    return Diagnostic("missing-field", Span(source.path, start, end), {"key": str(loc[-1]), "here": holder})


def _of_value(problem: Problem, tree: MappingTree, loc: tuple[int | str, ...], source: Source, here: str) -> Diagnostic:
    found = follow(tree, loc)
    field = next((str(step) for step in reversed(loc) if isinstance(step, str)), here)
    args = shortened({"field": field, **problem.about})
    start, end = _narrowed(found, problem.part, source)
    fixes: tuple[Fix, ...] = ()
    if problem.code == "heading-in-prose":
        fixes = as_chapters(tree, loc, source)
    elif problem.code == "list-expected":
        fixes = tuple(as_list(found.tree, source))
    elif problem.fix and isinstance(found.tree, Scalar):
        text = written(problem.fix, found.flow) + _line_break_after(found.tree, source.text)
        edit = Edit(Span(source.path, found.tree.start, found.tree.end), text)
        words = "near" if problem.code == "unknown-word" else "write"
        fixes = (Fix(words, problem.applicability, (edit,), {"fix": problem.fix, "near": problem.fix}),)
    return Diagnostic(problem.code, Span(source.path, start, end), args, problem.variant, fixes=fixes)


def as_list(tree: Tree, source: Source) -> Iterator[Fix]:
    """Yield the fix that makes a mapping the only item of a list."""
    if not isinstance(tree, MappingTree) or not tree.entries:
        return
    if tree.flow:
        edits = [Edit(Span(source.path, tree.start, tree.start), "["), Edit(Span(source.path, tree.end, tree.end), "]")]
    else:
        breaks = (at + 1 for at in range(tree.start, tree.end) if source.text[at] == "\n")
        lines = [at for at in breaks if at < tree.end and source.text[at] not in "\r\n"]
        edits = [Edit(Span(source.path, tree.start, tree.start), "- ")]
        edits += (Edit(Span(source.path, at, at), "  ") for at in lines)
    yield Fix("list", "safe", tuple(edits))


def _narrowed(found: Found, part: str, source: Source) -> tuple[int, int]:
    """Return the offsets of the part of a value that a finding is about: of a long one, its first line or its key."""
    tree = found.tree
    if part:
        at = source.text.find(part, tree.start, tree.end)
        if at >= 0:
            return at, at + len(part)
    if isinstance(tree, Scalar):
        return tree.start, tree.end
    return (found.key.start, found.key.end) if found.key is not None else first_line(tree, source.text)


def _line_break_after(tree: Scalar, text: str) -> str:
    """Return the line break that a block text ends with; what stands in its place must keep it."""
    return "\n" if tree.style in ("|", ">") and text[tree.start : tree.end].endswith("\n") else ""
