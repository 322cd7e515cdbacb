"""The next id and the next printed number among siblings, in the pattern that the plan has already.

An id that anything bears, has borne or is laid to rest with is never given again (`language.md` 5).
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from plancompiler.link.ids import used_ids
from plancompiler.model.kind import KINDS
from plancompiler.node import Node
from plancompiler.numbering import numberings
from plancompiler.program import Program, above_in
from plancompiler.values import printed_numbers

# Longer numbers at the end of an id are years.
_NUMBERED = re.compile(r"(|.*?\D)(\d{1,3})")
_LETTERED = re.compile(r"(.*\.)([a-z])")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d"})
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_SLUG = 40


def taken(program: Program, plan: str) -> frozenset[str]:
    """Return the ids that no new node of a plan can have: they are in use, laid to rest, or lead to another node."""
    redirected = (name.partition("/")[2] for name in program.redirects if name.startswith(f"{plan}/"))
    return frozenset((*(used for of, used in used_ids(program) if of == plan), *redirected))


def next_id(program: Program, parent: str, kind: str, siblings: Sequence[Node], title: str = "") -> str:
    """Return a free id for a new node under a plan or node.

    It follows its siblings: numbered (`m1.v3`), lettered (`m1.v3.b`) or named for the title (`verdi-apenhet`). Without
    siblings it follows others of its kind in the plan, else `language.md` 5.
    """
    plan, _, holder = parent.partition("/")
    used = taken(program, plan)
    ids = [each.id for each in siblings if each.is_named and _belongs(program, parent, each.id)]
    stem = _most_common(match[1] for each in ids if (match := _NUMBERED.fullmatch(each)))
    letters = _most_common(match[1] for each in ids if (match := _LETTERED.fullmatch(each)))
    if stem is None and letters is not None:
        last = max(each[len(letters) :] for each in used if each[:-1] == letters and each[-1].isalpha())
        for letter in string.ascii_lowercase[string.ascii_lowercase.index(last) + 1 :]:
            return letters + letter
        stem = letters + KINDS[kind].letter
    slug = _slug(title)
    if stem is None and ids and slug:
        return _unused(_prefix(ids, holder) + slug, used)
    if stem is None:
        stem = _cousins(program, plan, kind, holder) or f"{holder}.{KINDS[kind].letter}".lstrip(".")
    numbers = [int(match[2]) for each in used if (match := _NUMBERED.fullmatch(each)) and match[1] == stem]
    return _unused(f"{stem}{max(numbers, default=0) + 1}", used)


def _belongs(program: Program, parent: str, id: str) -> bool:
    """Tell whether an id may show how ids are made under a parent: not one that came along from under another node."""
    plan = parent.partition("/")[0]
    above = {parent, *above_in(program.parents, parent)}
    parts = id.split(".")
    names = (f"{plan}/{'.'.join(parts[:many])}" for many in range(1, len(parts)))
    return all(name in above for name in names if name in program.nodes)


def _most_common(stems: Iterable[str]) -> str | None:
    """Return what most have, of equals the last."""
    counted = Counter(stems)
    return max(reversed(counted), key=counted.__getitem__) if counted else None


def _cousins(program: Program, plan: str, kind: str, holder: str) -> str:
    """Return the stem that others of the kind would have here: what they put after the id of what holds them."""
    return _most_common(_stems(program, plan, kind, holder)) or ""


def _stems(program: Program, plan: str, kind: str, holder: str) -> Iterator[str]:
    for name, node in program.nodes.items():
        match = _NUMBERED.fullmatch(node.id) if node.plan == plan and node.kind == kind and node.is_named else None
        if match is None:
            continue
        above = program.nodes.get(program.parents[name])
        if above is None and not holder:
            yield match[1]
        elif above is not None and holder and match[1].startswith(f"{above.id}."):
            yield holder + match[1][len(above.id) :]


def _prefix(ids: Sequence[str], holder: str) -> str:
    """Return what the ids of siblings begin with before the words that are their own."""
    if holder and all(each.startswith(f"{holder}.") for each in ids):
        return f"{holder}."
    if len(ids) < 2:
        return ""
    # What the first and the last in order share, all of them share.
    first, last = min(ids), max(ids)
    same = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first[: max(first.rfind(".", 0, same), first.rfind("-", 0, same)) + 1]


def _slug(title: str) -> str:
    """Return a title as the words of an id, cut between words."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    slug = ""
    for word in _WORD.findall(plain):
        if len(slug) + len(word) >= _LONGEST_SLUG:
            break
        slug += f"-{word}" if slug else word
    return slug


def _unused(wanted: str, used: frozenset[str]) -> str:
    found, number = wanted, 2
    while found in used:
        found, number = f"{wanted}-{number}", number + 1
    return found


def next_number(program: Program, sibling: Node) -> str:
    """Return the printed number of a node that comes after a sibling: one that nothing in its series has, or ""."""
    text = sibling.text("nummer").strip()
    read = printed_numbers.parse(text) if text else None
    is_un_goal = sibling.kind == "mål" and program.plans[sibling.plan].text("nummer_er_fn_mål") == "ja"
    if read is None or is_un_goal:
        return ""
    runs = (run for run in numberings(program, sibling.plan) if sibling in run.nodes)
    run = next(runs, None)
    if run is not None:
        counted = {*run.spared, *(place for places in run.places for place in places)}
    else:
        counted = set(_alike(program, sibling, read.series))
    place = max(counted) + 1
    if read.series in ("a", "A"):
        return printed_numbers.shown(read.series, place) if place <= printed_numbers.LETTERS else ""
    # The series is folded, and what is printed may have capitals and a stop after it.
    return f"{text[: len(read.series)]}{place}{text[len(text.rstrip('.:) ')) :]}"


def first_number(program: Program, parent: str, kind: str) -> str:
    """Return the printed number of the first of a kind under a node: the one all others begin with, or ""."""
    holder = program.nodes.get(parent)
    firsts: list[str] = []
    for name, children in program.children.items():
        above = program.nodes.get(name)
        if holder is None or above is None or (above.plan, above.kind) != (holder.plan, holder.kind):
            continue
        same = (program.nodes[child] for child in children if program.nodes[child].kind == kind)
        if first := next(same, None):
            firsts.append(first.text("nummer"))
    # Of one list alone it cannot be told whether the numbers begin anew or run on.
    return firsts[0] if len(firsts) > 1 and len(set(firsts)) == 1 else ""


def _alike(program: Program, sibling: Node, series: str) -> Iterator[int]:
    """Yield the places of all of a kind in the plan, such as its figures, that are numbered as one."""
    for node in program.nodes.values():
        if node.plan == sibling.plan and node.kind == sibling.kind and node.text("nummer"):
            read = printed_numbers.parse(node.text("nummer"))
            yield from read.places if read is not None and read.series == series else ()
