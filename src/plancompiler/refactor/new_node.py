"""A new node in a plan: an id that is free, the next number, and lines laid out as those of its siblings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plancompiler.edits import TextEdit
from plancompiler.link.hang import holds
from plancompiler.model.kind import BY_KEY, KINDS
from plancompiler.model.nynorsk import KEYS, canonical_keys
from plancompiler.node import Node
from plancompiler.phrase import kind_phrase
from plancompiler.program import Program
from plancompiler.refactor.blocks import Carried, bottom, dash, item_of, pasted_after, pasted_under
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.move import article, home, listed
from plancompiler.refactor.next_free import first_number, next_id, next_number, taken
from plancompiler.refactor.options import can_be_read
from plancompiler.refactor.texts import Texts, column, find, layout
from plancompiler.tree import Mapping as MappingTree
from plancompiler.tree import Sequence
from plancompiler.validate.place import written
from plancompiler.validate.plain import entry_of, is_empty
from plancompiler.values import dates, identifier, periods
from plancompiler.values.problem import Problem

# What a table without rows is given, so that it can be read until it is filled in.
EMPTY_CELL = "…"
_PROSE = frozenset({"tekst", "alt"})
_WORDS = frozenset({"nummer", "tittel", *_PROSE})
_BLANK_LINE = re.compile(r"[\r\n][ \t]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class NewNode:
    """What is asked for: the kind, the plan or node to stand under, the sibling to stand after, and what it says.

    Either of `under` and `after` may be empty, and so may `id`. `fields` are texts by bokmål key, in the order they
    are to be written; those that are empty are left out. `columns` are those of a table.
    """

    kind: str
    under: str = ""
    after: str = ""
    id: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()


def new_node(texts: Texts, asked: NewNode) -> Change:
    """Return the change that adds a node after a sibling, else last of its kind. Raises Refusal."""
    program = texts.program
    parent = _parent(texts, asked)
    _refuse_misplaced(program, parent, asked.kind)
    plan = parent.partition("/")[0]
    siblings = [program.nodes[child] for child in program.children.get(parent, ())]
    siblings = [each for each in siblings if each.kind == asked.kind]
    sibling = find(texts, asked.after, plan) if asked.after else siblings[-1] if siblings else None
    if sibling is not None and sibling not in siblings:
        raise Refusal(f"«{sibling.name}» er ikke blant punktene i «{KINDS[asked.kind].key}» under «{parent}».")
    said = {key: _clean(key, text) for key, text in asked.fields.items() if text.strip()}
    for key, parse in (("periode", periods.parse), ("frist", dates.parse)):
        can_be_read(f"--{key}", said.get(key, ""), parse)
    number = next_number(program, sibling) if sibling is not None else first_number(program, parent, asked.kind)
    if number and "nummer" not in said:
        said = {"nummer": number} | said
    free = next_id(program, parent, asked.kind, siblings, said.get("tittel", ""))
    id = _id(program, plan, asked.id, free) if asked.id else free
    name = f"{plan}/{id}"
    children = list(program.children.get(parent, ()))
    children.insert(children.index(sibling.name) + 1 if sibling is not None else len(children), name)
    return Change(
        tuple(_edits(texts, parent, sibling, asked, {"id": id} | said)),
        children={parent: tuple(children)},
        mixed=frozenset({parent}),
        added={name: _record(asked, said)},
        notes=tuple(_notes(program, name, sibling, siblings, said)),
    )


def kind_named(word: str) -> str:
    """Return the kind that a word means: its name or the key of its list, in bokmål or nynorsk; "" for none."""
    folded = unicodedata.normalize("NFC", word.casefold())
    for meant in (folded, *canonical_keys(folded), *(key for key, nn in KEYS.items() if folded in nn)):
        if meant in KINDS or meant in BY_KEY:
            return meant if meant in KINDS else BY_KEY[meant].name
    return ""


def kind_called(program: Program, word: str, beside: str) -> str:
    """Return the one kind that a word means in the words of plans: of the plan that `beside` is in, else of all."""
    plan = beside.partition("/")[0]
    plans = (plan,) if plan in program.plans else tuple(program.plans)
    said = unicodedata.normalize("NFC", word.casefold())
    kinds = {kind for plan in plans for kind in KINDS if said in map(str.casefold, kind_phrase(program, plan, kind))}
    return kinds.pop() if len(kinds) == 1 else ""


def allowed(program: Program, parent: str) -> tuple[str, ...]:
    """Return the kinds that may be added under a plan or node: a measure under another has none under itself."""
    may, node = holds(program.nodes, program.parents, parent), program.nodes.get(parent)
    above = program.nodes.get(program.parents.get(parent, ""))
    third = node is not None and above is not None and node.kind == above.kind == "virkemiddel"
    return tuple(kind for kind in may if not (third and kind == "virkemiddel"))


def _parent(texts: Texts, asked: NewNode) -> str:
    program = texts.program
    if not asked.under:
        return program.parents[find(texts, asked.after).name]
    return asked.under if asked.under in program.plans else find(texts, asked.under).name


def _refuse_misplaced(program: Program, parent: str, kind: str) -> None:
    may = allowed(program, parent)
    if kind not in may:
        here = program.nodes[parent].kind if parent in program.nodes else "plan"
        what = f"Der kan det stå {listed(may)}." if may else "Der kan det ikke stå noe."
        said = f"{article(kind)} {kind} kan ikke stå under {article(here).lower()} {here}"
        raise Refusal(f"{said}, og «{parent}» er {article(here).lower()} {here}. {what}")


def _id(program: Program, plan: str, asked: str, free: str) -> str:
    """Return the id that was asked for. Raises Refusal for one that is not an id, or that is not free."""
    try:
        id = identifier.parse(asked)
    except Problem as problem:
        better = f"Skriv for eksempel «{problem.fix or free}»."
        raise Refusal(
            f"«{asked}» kan ikke være en id: bare små bokstaver a–z, tall, punktum og bindestrek. {better}"
        ) from None
    living = program.redirects.get(f"{plan}/{id}")
    if f"{plan}/{id}" in program.nodes:
        raise Refusal(f"«{plan}» har alt et punkt med id-en «{id}». «{free}» er ledig.")
    if living is not None:
        raise Refusal(f"«{id}» er en tidligere id for «{living}» og fører dit. «{free}» er ledig.")
    if id in taken(program, plan):
        raise Refusal(f"«{id}» har vært brukt og blir aldri brukt igjen. «{free}» er ledig.")
    return id


def _clean(key: str, text: str) -> str:
    """Return a text as it will be read again: composed letters, no tabs, no space around it or its lines' ends."""
    composed = unicodedata.normalize("NFC", text)
    if key not in _PROSE:
        return " ".join(composed.split())
    lines = composed.expandtabs(4).replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _record(asked: NewNode, said: Mapping[str, str]) -> dict[str, object]:
    """Return the words that are to be found in the node when it is read again, each as it was given."""
    record: dict[str, object] = {key: text for key, text in said.items() if key in _WORDS}
    if asked.columns:
        record |= {"kolonner": asked.columns, "rader": ({asked.columns[0]: EMPTY_CELL},)}
    return record


def _edits(
    texts: Texts, parent: str, sibling: Node | None, asked: NewNode, said: Mapping[str, str]
) -> Iterator[TextEdit]:
    # The plan's language decides how keys are spelled, in its parts too.
    spelling = layout(texts, texts.program.plans[parent.partition("/")[0]].file)
    entries = {spelling.key(key): text for key, text in said.items()}
    columns, rows = spelling.key("kolonner"), spelling.key("rader")
    table = (columns, rows, asked.columns) if asked.columns else None
    in_braces = _in_braces(entries, table)
    if sibling is not None:
        item = item_of(texts, sibling)
        if not item.listed.flow and item.tree.flow and "\n" not in in_braces and len(in_braces) < 100:
            lines = f"\n- {in_braces}"
        else:
            lines = _in_lines(entries, table, 0 if item.tree.flow else _inner(item.text, item.index, item.listed) - 2)
        gap = "\n" if not item.listed.flow and _is_set_apart(item.text, item.listed, item.index) else ""
        yield pasted_after(item.path, item.text, item.listed, item.index, Carried(gap + lines, 0, in_braces))
        return
    path, steps, beneath = home(texts, parent)
    holder, text = texts.mapping(path, steps), texts.text(path)
    key = entry_of(holder, KINDS[asked.kind].key)
    if key is not None and not is_empty(holder.entries[key].value):
        raise Refusal(f"Feltet «{key}» i {path} er ikke ei liste over punkter. Rett det først.")
    carried = Carried(_in_lines(entries, table, 0), 0, in_braces)
    spelled = key or spelling.key(KINDS[asked.kind].key)
    yield from pasted_under(path, text, holder, spelled, layout(texts, path).inset, carried, beneath)


_Table = tuple[str, str, tuple[str, ...]]


def _in_lines(entries: Mapping[str, str], table: _Table | None, deeper: int) -> str:
    """Return the node as lines, its dash at the margin and its keys two columns in, or `deeper`."""
    indent = " " * (2 + deeper)
    lines = [f"{key}: {_value(text, indent)}" for key, text in entries.items()]
    if table is not None:
        columns, rows, names = table
        lines.append(f"{columns}: [{', '.join(written(name, True) for name in names)}]")
        lines.append(f"{rows}:\n{indent}  - {written(names[0], False)}: {EMPTY_CELL}")
    return f"\n-{indent[1:]}" + f"\n{indent}".join(lines)


def _value(text: str, indent: str) -> str:
    if "\n" not in text:
        return written(text, False)
    return "|" + "".join(f"\n{indent}  {line}" if line else "\n" for line in text.split("\n"))


def _in_braces(entries: Mapping[str, str], table: _Table | None) -> str:
    said = [f"{key}: {written(text, True)}" for key, text in entries.items()]
    if table is not None:
        columns, rows, names = table
        said.append(f"{columns}: [{', '.join(written(name, True) for name in names)}]")
        said.append(f"{rows}: [{{{written(names[0], True)}: {EMPTY_CELL}}}]")
    return f"{{{', '.join(said)}}}"


def _inner(text: str, index: int, siblings: Sequence) -> int:
    """Return how many columns the keys of an item stand inside its dash."""
    tree = siblings.items[index]
    assert isinstance(tree, MappingTree)
    first = next(iter(tree.entries.values())).key
    # One column is enough only where they begin on the line below the dash.
    return max(column(text, first.start) - column(text, dash(text, siblings, index)), 2)


def _is_set_apart(text: str, siblings: Sequence, index: int) -> bool:
    """Tell whether a blank line stands between an item and the one before it, or the one after the first."""
    if len(siblings.items) < 2:
        return False
    at = max(index, 1)
    between = text[bottom(text, siblings, at - 1) : dash(text, siblings, at)]
    return _BLANK_LINE.search(between) is not None


def _notes(
    program: Program, name: str, sibling: Node | None, siblings: list[Node], said: Mapping[str, str]
) -> Iterator[str]:
    number = said.get("nummer", "")
    yield f"Det nye punktet har id-en «{name}»" + (f" og nummer {number}." if number else ".")
    if number and siblings and sibling is not siblings[-1]:
        yield f"Nummeret er det neste ledige. «planc renumber {name.partition('/')[0]}» setter numrene i rekkefølge."
