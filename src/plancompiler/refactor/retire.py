"""A node taken out of its plan for good: its id rests in `utgåtte` and is never used again."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.node import Node
from plancompiler.program import below
from plancompiler.refactor.blocks import cut, item_of
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.options import can_be_read
from plancompiler.refactor.pointed import pointed
from plancompiler.refactor.references import links_to, spots
from plancompiler.refactor.texts import Texts, find, parts
from plancompiler.refactor.tombs import Tomb, laid_to_rest, tomb_title
from plancompiler.values import dates
from plancompiler.wording import title


def retire(
    texts: Texts, retired: str, reason: str, instead: str = "", date: str = "", with_children: bool = False
) -> Change:
    """Return the change that takes a node out and lays its id to rest, with the reason and what came instead.

    Raises Refusal while others point at it, unless `instead` takes over, and while it has nodes below, unless they go
    with it.
    """
    program = texts.program
    node = find(texts, retired)
    if not reason.strip():
        raise Refusal("Skriv hvorfor punktet går ut, med --grunn.")
    can_be_read("--dato", date, dates.parse)
    under = list(below(program, node.name))
    _may_go(texts, node, under, with_children)
    gone = [node.name, *(each.name for each in under)]
    other = _successor(texts, node, instead, gone)
    _nobody_points_at(texts, gone if other is None else gone[1:], gone)
    targets = {node.name: other.name} if other is not None else {}
    _, edits = cut(item_of(texts, node), gap=False)
    shown = (other.id if other.plan == node.plan else other.name,) if other is not None else ()
    tombs = [
        Tomb(id, tomb_title(each), date, reason.strip(), shown if each is node else ())
        for each in (node, *under)
        for id in (each.id, *_former(each))
    ]
    edits = (*edits, *pointed(texts, targets, gone), *laid_to_rest(texts, node.plan, tombs))
    return Change(
        edits,
        names=dict.fromkeys(gone, ()) | {name: (target,) for name, target in targets.items()},
        leaving=frozenset(gone),
        links=frozenset((node.plan, "erstattet_av", target) for target in targets.values()),
        fields={node.plan: frozenset({"utgåtte"})},
    )


def _may_go(texts: Texts, node: Node, under: list[Node], with_children: bool) -> None:
    if under and not with_children:
        many = "ett punkt" if len(under) == 1 else f"{len(under)} punkter"
        lines = [f"{each.id}: {title(each)[:70]}" for each in under[:20]]
        raise Refusal(f"«{node.name}» har {many} under seg. Flytt dem først, eller ta dem med: --med-barn.", lines)
    unnamed = next((each for each in under if not each.is_named), None)
    if unnamed is not None:
        raise Refusal(f"Et punkt under «{node.name}» har ingen id. Kjør «planc fix» først.")
    elsewhere = {each.file for each in under} - {node.file}
    ids = (node.id, *(each.id for each in under))
    about = {part.file for part in parts(texts, node.plan) if part.text("under") in ids}
    if elsewhere | about:
        files = ", ".join(sorted(elsewhere | about))
        raise Refusal(f"Noe av det under «{node.name}» står i {files}. Flytt eller ta ut det først, og slett fila.")


def _successor(texts: Texts, node: Node, instead: str, gone: list[str]) -> Node | None:
    if not instead:
        return None
    other = find(texts, instead, node.plan)
    if other.name in gone:
        raise Refusal(f"«{other.name}» går ut selv og kan ikke ta over.")
    return other


def _nobody_points_at(texts: Texts, names: list[str], gone: list[str]) -> None:
    found = (
        f"{texts.place(spot.path, spot.start)}: «{link.text}» i «{link.role}»"
        if link.role != "omtaler"
        else f"{texts.place(spot.path, spot.start)}: [[{link.text}]]"
        for link in links_to(texts.program, names)
        if link.source not in gone
        for spot in spots(texts, link)
    )
    lines = list(dict.fromkeys(found))
    if lines:
        many, those, they = ("Ett sted", "det", "det") if len(lines) == 1 else (f"{len(lines)} steder", "dem", "de")
        raise Refusal(
            f"{many} peker fortsatt hit. Rett {those} først, eller si med --erstattes-av hva {they} skal peke på.",
            lines,
        )


def _former(node: Node) -> Iterator[str]:
    """Yield the old ids that only this node kept alive; one of another plan rests in no plan of ours."""
    for old in node.texts("tidligere_id"):
        if "/" not in old:
            yield old
