"""A node under another parent, or in another place under the same one; its id stays."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.edits import TextEdit
from plancompiler.link.hang import holds
from plancompiler.model.kind import KINDS
from plancompiler.model.nynorsk import canonical_keys
from plancompiler.node import Node
from plancompiler.program import Program, above_in
from plancompiler.refactor.blocks import Carried, cut, item_of, pasted_after, pasted_under
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.texts import Texts, column, find, layout, parts
from plancompiler.tree import Mapping
from plancompiler.validate.plain import entry_of, is_empty


def move(texts: Texts, moved: str, under: str, after: str = "") -> Change:
    """Return the change that puts a node under a plan or node, after a sibling, else last of its kind there.

    Raises Refusal: a node stays in its plan and goes only where its kind may stand.
    """
    program = texts.program
    node = find(texts, moved)
    parent = under if under in program.plans else find(texts, under, node.plan).name
    _allowed(program, node, parent)
    sibling = _sibling(texts, node, parent, after)
    if sibling is node or (sibling is not None and _before(program, node) is sibling):
        raise Refusal(f"«{node.name}» står der alt.")
    carried, edits = cut(item_of(texts, node))
    put = tuple(_put(texts, node, parent, sibling, carried))
    children = _children(program, node, parent, sibling)
    return Change((*edits, *put), children=children, mixed=frozenset({parent}))


def _put(texts: Texts, node: Node, parent: str, sibling: Node | None, carried: Carried) -> Iterator[TextEdit]:
    if sibling is not None:
        item = item_of(texts, sibling)
        yield pasted_after(item.path, item.text, item.listed, item.index, carried)
        return
    path, steps, beneath = home(texts, parent)
    holder, text = texts.mapping(path, steps), texts.text(path)
    key = _key(texts, node, path, holder)
    if key in holder.entries and not is_empty(holder.entries[key].value):
        raise Refusal(f"Feltet «{key}» i {path} er ikke ei liste over punkter. Rett det først.")
    yield from pasted_under(path, text, holder, key, layout(texts, path).inset, carried, beneath)


def _key(texts: Texts, node: Node, path: str, holder: Mapping) -> str:
    """Return the key of the list as the file would write it: as it stands empty there, else as where the node was."""
    key = KINDS[node.kind].key
    there = entry_of(holder, key)
    if there is not None:
        return there
    was = str(node.steps[-2])
    return was if node.file == path and key in canonical_keys(was) else layout(texts, path).key(key)


def home(texts: Texts, parent: str) -> tuple[str, tuple[str | int, ...], int]:
    """Return where a new list of a parent's children goes: the file, the steps, and the column comments may stand in.

    That is where the others stand: with the parent, or in the part of the plan that is about it.
    """
    program = texts.program
    if parent in program.plans:
        return program.plans[parent].file, (), 0
    node = program.nodes[parent]
    files = {program.nodes[child].file for child in program.children.get(parent, ())}
    about = [part.file for part in parts(texts, node.plan) if part.text("under") == node.id]
    if about and node.file not in files:
        return about[-1], (), 0
    item = item_of(texts, node)
    return node.file, node.steps, column(item.text, item.tree.start) - 1


def _sibling(texts: Texts, node: Node, parent: str, after: str) -> Node | None:
    """Return the node to stand after: the one named, else the last of the kind there, if there is any."""
    program = texts.program
    same = [program.nodes[child] for child in program.children.get(parent, ())]
    same = [child for child in same if child.kind == node.kind]
    if not after:
        return same[-1] if same else None
    sibling = find(texts, after, node.plan)
    if sibling not in same:
        key = KINDS[node.kind].key
        raise Refusal(f"«{sibling.name}» er ikke blant punktene i «{key}» under «{parent}».")
    return sibling


def _before(program: Program, node: Node) -> Node | None:
    same = [each for each in program.children[program.parents[node.name]] if program.nodes[each].kind == node.kind]
    index = same.index(node.name)
    return program.nodes[same[index - 1]] if index else None


def _allowed(program: Program, node: Node, parent: str) -> None:
    plan = parent.partition("/")[0]
    if plan != node.plan:
        raise Refusal(
            f"«{node.name}» hører til planen «{node.plan}» og kan ikke flyttes til «{plan}».",
            [
                "En id gjelder i sin egen plan, og alt som peker hit, mener punktet i den planen.",
                f"Lag punktet i «{plan}» med «tidligere_id: {node.name}», og ta det ut her med «planc retire».",
            ],
        )
    if parent == node.name or node.name in above_in(program.parents, parent):
        raise Refusal(f"«{node.name}» kan ikke stå under seg selv.")
    may = holds(program.nodes, program.parents, parent)
    if node.kind not in may:
        here = program.nodes[parent].kind if parent in program.nodes else "plan"
        what = f"Der kan det stå {listed(may)}." if may else "Der kan det ikke stå noe."
        raise Refusal(f"{article(node.kind)} {node.kind} kan ikke stå under {article(here).lower()} {here}. {what}")


def article(kind: str) -> str:
    """Return the article of the word for a kind, with a capital."""
    neuter = {"område", "mål", "delmål", "virkemiddel", "kapittel", "vedlegg"}
    return "Ei" if kind == "utfordring" else "Et" if kind in neuter else "En"


def listed(words: tuple[str, ...]) -> str:
    """Return words as a choice: `a, b eller c`."""
    return " eller ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _children(program: Program, node: Node, parent: str, sibling: Node | None) -> dict[str, tuple[str, ...]]:
    old = program.parents[node.name]
    found = {old: tuple(each for each in program.children[old] if each != node.name)}
    there = list(found.get(parent, program.children.get(parent, ())))
    there.insert(there.index(sibling.name) + 1 if sibling is not None else len(there), node.name)
    return found | {parent: tuple(there)}
