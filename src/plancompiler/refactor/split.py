"""One node made several: each beside the other, and what pointed at the one points at them all where it can.

The half that keeps the meaning keeps the id (`language.md` 5): then the old id is among the new, and what points at it
stays. Else the old id is laid to rest with all the new in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancompiler.edits import TextEdit
from plancompiler.node import Node
from plancompiler.program import Link, Program
from plancompiler.refactor.blocks import Item, bottom, dash, item_of
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.pointed import also, takes_several
from plancompiler.refactor.references import links_to, spots
from plancompiler.refactor.rename import borne, check_free, check_id
from plancompiler.refactor.texts import Texts, column, find, line_end, parts
from plancompiler.refactor.tombs import Tomb, laid_to_rest, tomb_title
from plancompiler.validate.plain import entry_of

# What every half begins with, for the author to write on.
_WORDS = ("tittel", "tekst", "sitert", "aktør")


def split(texts: Texts, whole: str, into: Sequence[str], reason: str = "") -> Change:
    """Return the change that makes a node several, with the ids given. Raises Refusal.

    The first keeps all that stands there; those after it begin with its title and text. Where something points at the
    old id and only one can be pointed at, the author must choose first.
    """
    node = find(texts, whole)
    ids = tuple(each.removeprefix(f"{node.plan}/") for each in into)
    _may_be_used(texts.program, node, ids)
    item = item_of(texts, node)
    if item.listed.flow or item.tree.flow:
        raise Refusal(f"«{node.name}» står i klammer. Skriv det med ett felt på hver linje, og prøv igjen.")
    stays = node.id in ids
    others = [each for each in ids if each != node.id][0 if stays else 1 :]
    at = bottom(item.text, item.listed, item.index)
    made = TextEdit(item.path, at, at, "".join(_half(item, other) for other in others))
    new = tuple(f"{node.plan}/{each}" for each in others)
    fields = dict.fromkeys(new, frozenset[str]())
    copied = frozenset(
        (name, link.role, link.target)
        for name in new
        for link in texts.program.outgoing.get(node.name, ())
        if link.basis == "skrevet" and link.role in _WORDS and link.target
    )
    note = f"{_listed(others)} begynner med samme tekst som «{ids[0]}». Skriv om så hvert punkt sier sitt."
    if stays:
        children = {texts.program.parents[node.name]: _beside(texts.program, node, new)}
        return Change((made,), children=children, links=copied, fields=fields, notes=(note,))
    full = tuple(f"{node.plan}/{each}" for each in ids)
    tomb = Tomb(node.id, tomb_title(node), "", reason.strip(), ids)
    return Change(
        (
            borne(texts, node.file, node.steps, "id", node.id, ids[0]),
            *_under(texts, node, ids[0]),
            *_pointing(texts, node, full),
            made,
            *laid_to_rest(texts, node.plan, [tomb]),
        ),
        names={node.name: full},
        links=copied | {(node.plan, "erstattet_av", name) for name in full},
        fields={**fields, node.plan: frozenset({"utgåtte"})},
        notes=(note,),
    )


def _may_be_used(program: Program, node: Node, ids: Sequence[str]) -> None:
    if len(set(ids)) < 2 or len(set(ids)) < len(ids):
        raise Refusal("Et punkt deles i to eller flere, hvert med sin egen id.")
    for each in ids:
        if each != node.id:
            check_id(each)
            check_free(program, f"{node.plan}/{each}")


def _half(item: Item, new: str) -> str:
    """Return the lines of a new item beside another, with the words of that one."""
    text, first = item.text, next(iter(item.tree.entries.values()))
    begins = dash(text, item.listed, item.index)
    at = column(text, begins)
    inside = column(text, first.key.start)
    # Where the dash stands alone on its line, the fields begin on the next.
    gap = " " * (inside - at - 1) if "\n" not in text[begins : first.key.start] else f"\n{' ' * inside}"
    lines = [f"\n{' ' * at}-{gap}id: {new}"]
    for key in _WORDS:
        written = entry_of(item.tree, key)
        if written is not None:
            entry = item.tree.entries[written]
            lines.append(f"\n{' ' * inside}{text[entry.key.start : line_end(text, entry.value.end)]}")
    return "".join(lines)


def _under(texts: Texts, node: Node, first: str) -> Iterator[TextEdit]:
    for part in parts(texts, node.plan):
        if part.text("under") == node.id:
            yield borne(texts, part.file, (), "under", node.id, first)


def _pointing(texts: Texts, node: Node, new: tuple[str, ...]) -> Iterator[TextEdit]:
    links = list(links_to(texts.program, [node.name]))
    undecided = [link for link in links if not takes_several(texts, link)]
    if undecided:
        raise Refusal(
            "Her kan bare ett punkt nevnes. Ta dem bort først, eller la den ene delen beholde id-en:",
            list(dict.fromkeys(_places(texts, undecided))),
        )
    for link in links:
        yield from also(texts, link, new)


def _places(texts: Texts, links: Sequence[Link]) -> Iterator[str]:
    for link in links:
        for spot in spots(texts, link):
            where = "teksten" if link.role == "omtaler" else f"«{link.role}»"
            yield f"{texts.place(spot.path, spot.start)}: «{link.text}» i {where}"


def _beside(program: Program, node: Node, new: tuple[str, ...]) -> tuple[str, ...]:
    children = program.children[program.parents[node.name]]
    index = children.index(node.name) + 1
    return (*children[:index], *new, *children[index:])


def _listed(ids: Sequence[str]) -> str:
    return " og ".join(part for part in (", ".join(f"«{each}»" for each in ids[:-1]), f"«{ids[-1]}»") if part)
