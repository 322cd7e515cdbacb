"""References pointed at something else: one target for another, or several for one where a list is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plancompiler.diagnostic import Steps
from plancompiler.edits import TextEdit
from plancompiler.program import Link
from plancompiler.refactor.fields import without_item
from plancompiler.refactor.references import links_to, spots, written
from plancompiler.refactor.texts import Texts, column, line_end
from plancompiler.tree import Mapping as MappingTree
from plancompiler.tree import Scalar, Sequence

# The fields whose value is one reference and never a list.
_SINGLE = frozenset("sitert del_av plan omtaler aktør organ utgiver gjennomgått følger_ikke_opp".split())


def pointed(texts: Texts, targets: Mapping[str, str], leave: Iterable[str] = ()) -> Iterator[TextEdit]:
    """Yield the edits that point every reference to a name at another; `leave` are sources that say it no more.

    Where a list names the other already, the reference goes out of the list.
    """
    yield from dict.fromkeys(_pointed(texts, targets, frozenset(leave)))


def _pointed(texts: Texts, targets: Mapping[str, str], passed_over: frozenset[str]) -> Iterator[TextEdit]:
    for old, new in targets.items():
        for link in links_to(texts.program, [old]):
            if link.source in passed_over:
                continue
            twice = _named_twice(texts, link, new) if link.role != "omtaler" else ()
            if twice:
                yield from twice
                continue
            for spot in spots(texts, link):
                yield TextEdit(spot.path, spot.start, spot.end, _as_written(link, new))


def also(texts: Texts, link: Link, names: tuple[str, ...]) -> Iterator[TextEdit]:
    """Yield the edits that let a reference for which `takes_several` holds name several in place of one."""
    text = texts.text(link.at.path)
    (spot,) = spots(texts, link)
    scalar = written(texts, link.at)
    listed = texts.value(link.at.path, link.at.steps[:-1])
    said = [_as_written(link, name) for name in names]
    assert scalar is not None
    if isinstance(listed, Sequence) and not listed.flow:
        indent = " " * column(text, listed.start)
        at = line_end(text, scalar.end)
        yield TextEdit(spot.path, spot.start, spot.end, said[0])
        yield TextEdit(spot.path, at, at, "".join(f"\n{indent}- {each}" for each in said[1:]))
    elif isinstance(listed, Sequence):
        yield TextEdit(spot.path, spot.start, spot.end, said[0])
        yield TextEdit(spot.path, scalar.end, scalar.end, "".join(f", {each}" for each in said[1:]))
    else:
        yield TextEdit(spot.path, scalar.start, scalar.end, f"[{', '.join(said)}]")


def takes_several(texts: Texts, link: Link) -> bool:
    """Tell whether a reference stands where a list of plain ones may: not in prose, nor in a mapping that says more."""
    if link.role in _SINGLE or (link.at.steps[-1:] == ("til",) and link.role != "sendt_til"):
        return False
    scalar = written(texts, link.at)
    return scalar is not None and scalar.text.strip() == link.text and scalar.style not in ("|", ">")


def _as_written(link: Link, new: str) -> str:
    """Return a full name as it is written where the link stands: the bare id in its own plan, as the link has it."""
    plan, slash, last = new.partition("/")
    return last if slash and "/" not in link.text and link.source.partition("/")[0] == plan else new


def _named_twice(texts: Texts, link: Link, new: str) -> tuple[TextEdit, ...]:
    """Return the edits that take a reference out of a list where the new target stands already."""
    steps, path = _listed_at(link.at.steps), link.at.path
    if steps is None:
        return ()
    listed = texts.value(path, steps)
    others = [
        each
        for each in texts.program.outgoing.get(link.source, ())
        if each.target == new and each.role == link.role and _listed_at(each.at.steps) == steps and each.at.path == path
    ]
    scalar = written(texts, link.at)
    if not others or not isinstance(listed, Sequence) or scalar is None:
        return ()
    index = next(index for index, item in enumerate(listed.items) if item.start <= scalar.start < item.end)
    if isinstance(listed.items[index], MappingTree) and len(listed.items[index].entries) > 1:  # type: ignore[union-attr]
        # What else the link says would be lost with it.
        return ()
    assert isinstance(listed.items[index], (Scalar, MappingTree))
    return without_item(path, texts.text(path), listed, index)


def _listed_at(steps: Steps) -> Steps | None:
    if steps and isinstance(steps[-1], int):
        return steps[:-1]
    return steps[:-2] if steps[-1:] == ("til",) and isinstance(steps[-2], int) else None
