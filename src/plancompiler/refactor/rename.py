"""A new id: on the node, plan or register entry that bears it, and wherever it is spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompiler.diagnostic import Steps
from plancompiler.edits import TextEdit
from plancompiler.link.duplicates import RESERVED
from plancompiler.node import Document, Node, text
from plancompiler.program import Program, below
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.former import with_former, without_former
from plancompiler.refactor.references import links_to, renamed, spots
from plancompiler.refactor.texts import Texts, find, parts
from plancompiler.tree import Scalar
from plancompiler.values import identifier
from plancompiler.values.problem import Problem

_FORMER = frozenset({"tidligere_id"})


def rename(texts: Texts, old: str, new: str, with_children: bool = False) -> Change:
    """Return the change that gives a node or a plan a new id. Raises Refusal.

    `with_children` also renames those below whose ids begin with the old one. Back to the newest of its former ids is
    undoing: what was written for the old name is taken out again.
    """
    program = texts.program
    if old in program.plans:
        _free_for_plan(program, old, new)
        return _rename_plan(texts, program.plans[old], new)
    node = find(texts, old)
    plan, slash, last = new.rpartition("/")
    if slash and plan != node.plan:
        raise Refusal(f"«{node.name}» hører til planen «{node.plan}» og kan bare få ny id der.")
    pairs = {node.name: f"{node.plan}/{last}"}
    begins = (f"{node.id}.", f"{node.id}-")
    following = [child for child in below(program, node.name) if child.is_named and child.id.startswith(begins)]
    if with_children:
        pairs |= {child.name: f"{node.plan}/{last}{child.id.removeprefix(node.id)}" for child in following}
    for name, other in pairs.items():
        _free_for_node(program, program.nodes[name], other, pairs)
    edits = [edit for name, other in pairs.items() for edit in _rename_node(texts, program.nodes[name], other)]
    notes = []
    if following and not with_children:
        ids = f"id-er som begynner med «{node.id}»"
        many = "Ett punkt" if len(following) == 1 else f"{len(following)} punkter"
        notes.append(f"{many} under har fortsatt {ids}, og det gjør ingenting. Vil du bytte dem også, bruk --med-barn.")
    return Change(
        tuple(dict.fromkeys(edits)),
        names={name: (other,) for name, other in pairs.items()},
        fields=dict.fromkeys(pairs.values(), _FORMER),
        notes=tuple(notes),
    )


def _rename_node(texts: Texts, node: Node, new: str) -> Iterator[TextEdit]:
    last = new.partition("/")[2]
    yield borne(texts, node.file, node.steps, "id", node.id, last)
    yield from _old_ids(texts, node.file, node.steps, "id", node.texts("tidligere_id"), node.id, last)
    yield from renamed(texts, node.name, new)
    for part in parts(texts, node.plan):
        if part.text("under") == node.id:
            yield borne(texts, part.file, (), "under", node.id, last)


def _rename_plan(texts: Texts, plan: Document, new: str) -> Change:
    program, old = texts.program, plan.id
    edits = [borne(texts, plan.file, (), "plan", old, new)]
    edits += _old_ids(texts, plan.file, (), "plan", plan.texts("tidligere_id"), old, new)
    edits += (borne(texts, part.file, (), "del_av", old, new) for part in parts(texts, old))
    for unit in texts.workspace.units:
        for reference in unit.references:
            if reference.text.startswith(f"{old}/"):
                found = spots(texts, reference)
                edits += (TextEdit(spot.path, spot.start, spot.start + len(old), new) for spot in found)
    for link in links_to(program, [old]):
        if link.text == old:
            edits += (TextEdit(spot.path, spot.start, spot.end, new) for spot in spots(texts, link))
    inside = {name: (f"{new}/{node.id}",) for name, node in program.nodes.items() if node.plan == old and node.is_named}
    return Change(
        tuple(dict.fromkeys(edits)),
        names={old: (new,), **inside},
        fields={new: _FORMER},
        notes=(f"Fila heter fortsatt {plan.file}. Navnet på fila betyr ingenting for planen.",),
    )


def borne(texts: Texts, path: str, steps: Steps, key: str, old: str, new: str) -> TextEdit:
    """Return the edit of an id where it is borne."""
    value = texts.mapping(path, steps).entries[key].value
    assert isinstance(value, Scalar)
    at = texts.text(path).find(old, value.start, value.end)
    if at < 0:
        raise Refusal(f"Id-en i {texts.place(path, value.start)} er ikke skrevet rett. Kjør «planc fix» først.")
    return TextEdit(path, at, at + len(old), new)


def _old_ids(
    texts: Texts, path: str, steps: Steps, key: str, former: tuple[str, ...], old: str, new: str
) -> Iterator[TextEdit]:
    if former[-1:] == (new,):
        yield from without_former(texts, path, steps, new)
    elif new in former:
        raise Refusal(f"«{old}» har hatt id-en «{new}» før, og flere siden. Ta den ut av «tidligere_id» først.")
    else:
        yield from with_former(texts, path, steps, key, (old,))


def check_id(new: str) -> None:
    """Raise Refusal unless a text can be an id."""
    try:
        identifier.parse(new)
    except Problem as problem:
        meant = f" Mente du «{problem.fix}»?" if problem.fix else ""
        shape = f"små bokstaver a–z og tall, delt av punktum eller bindestrek, høyst {identifier.LONGEST} tegn"
        raise Refusal(f"«{new}» kan ikke være en id. En id er {shape}.{meant}") from None
    if new == "null":
        raise Refusal("«null» betyr «ingenting» i YAML og kan ikke være en id.")


def check_free(program: Program, name: str) -> None:
    """Raise Refusal unless no node has, has had, or was retired with a full name."""
    plan, _, last = name.partition("/")
    if name in program.nodes:
        raise Refusal(f"«{last}» er i bruk: {_called(program.nodes[name])} i {program.nodes[name].file} har den id-en.")
    if last in (text(record, "id") for record in program.plans[plan].records("utgåtte")):
        raise Refusal(f"«{last}» er utgått i planen og kan ikke brukes igjen. Id-er blir aldri brukt om.")
    if name in program.redirects:
        raise Refusal(f"«{last}» er den tidligere id-en til «{program.redirects[name]}», og gamle lenker går dit.")


def _free_for_node(program: Program, node: Node, new: str, pairs: Mapping[str, str]) -> None:
    last = new.partition("/")[2]
    check_id(last)
    if new == node.name:
        raise Refusal(f"«{node.name}» har den id-en alt.")
    if new in program.nodes or program.redirects.get(new) != node.name:
        if new in pairs:
            raise Refusal(f"«{last}» er i bruk under «{node.id}» og kan ikke byttes i samme slengen.")
        check_free(program, new)


def _free_for_plan(program: Program, old: str, new: str) -> None:
    check_id(new)
    if new == old:
        raise Refusal(f"Planen heter «{old}» alt.")
    if new in RESERVED:
        raise Refusal(f"«{new}» er navnet på noe annet på nettstedet og kan ikke være en plan.")
    if new in program.plans or new in program.entries:
        where = program.plans[new].file if new in program.plans else program.entries[new].file
        raise Refusal(f"«{new}» er i bruk i {where}. Planer og poster i registrene kan ikke ha samme id.")
    if program.redirects.get(new, old) != old:
        raise Refusal(f"«{new}» er den tidligere id-en til «{program.redirects[new]}», og gamle lenker går dit.")


def _called(node: Node) -> str:
    title = node.text("tittel") or node.text("tekst")
    return f"«{title[:50]}»" if title else node.kind
