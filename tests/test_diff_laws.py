"""Laws of comparisons, held over random plans, random edits and random careless layouts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from applied import applied, model
from depth import EXAMPLES
from edit_scripts import edited
from layouts import laid_out, random_plan, random_workspace
from plancompiler.change import Change, Comparison, Item, Side
from plancompiler.diff import Edition, compare
from plancompiler.diff.compared import compared
from plancompiler.diff.touched import touched
from plancompiler.diff_format import Shown
from plancompiler.diff_formats.json import render as as_json
from plancompiler.diff_formats.terminal import render as as_text
from plancompiler.lint import lint
from plancompiler.refactor.rename import rename
from plancompiler.settled import settled
from plancompiler.translate import BOKMAL
from plancompiler.workspace import Workspace, assemble
from refactored import after

SEEDS = st.integers(0, 2**32)


def edition(files: dict[str, bytes], label: str = "a", *, rules: bool = False) -> Edition:
    space = assemble(files, may_be_empty=True)
    said = settled(space.program, (*space.diagnostics, *lint(space.program))) if rules else space.diagnostics
    return Edition(Side(label), space.program, space.units, said)


def written(data: dict[str, Any], random: Random) -> dict[str, bytes]:
    return {path: laid_out(each, random).data for path, each in data.items()}


def two(seed: int) -> tuple[Edition, Edition]:
    random = Random(seed)
    first = random_workspace(random)
    second = edited(first, random, random.randint(1, 8))
    return edition(written(first, random), "før"), edition(written(second, random), "nå")


def everything(item: Item) -> Iterator[Item]:
    yield item
    for child in item.below:
        yield from everything(child)


@settings(max_examples=EXAMPLES, deadline=None)
@given(SEEDS)
def test_nothing_differs_from_itself_however_it_is_laid_out(seed: int) -> None:
    random = Random(seed)
    data = random_workspace(random)
    one, other = edition(written(data, random)), edition(written(data, random))
    for second in (one, other):
        found = compare(one, second, BOKMAL)
        led_to = [one for one in found.consequences if one.type not in ("nytt_funn", "løst_funn")]
        assert (found.changes, led_to, found.unread) == ((), [], ())
        entries = sum(len(unit.document.entries) for unit in one.units if unit.document)
        assert found.unchanged == len(one.program.nodes) + len(one.program.plans) + entries


@settings(max_examples=EXAMPLES, deadline=None)
@given(SEEDS)
def test_the_changes_made_on_what_was_give_what_is(seed: int) -> None:
    before, now = two(seed)
    both = compared(before, now, ("", ""))
    found = compare(before, now, BOKMAL)
    assert not found.unread
    assert applied(both, found.changes) == model(both.after, both.names_after)


def _turned(change: Change) -> tuple[object, ...]:
    kinds = {"lagt_til": "fjernet", "fjernet": "lagt_til"}
    ids = (change.old_id or change.id, change.id if change.old_id else "")
    values = () if change.type == "lenke" else (repr(change.after), repr(change.before))
    return (kinds.get(change.type, change.type), *ids, change.field, *values)


def _straight(change: Change) -> tuple[object, ...]:
    values = () if change.type == "lenke" else (repr(change.before), repr(change.after))
    return (change.type, change.id, change.old_id, change.field, *values)


@settings(max_examples=EXAMPLES, deadline=None)
@given(SEEDS)
def test_the_way_back_is_the_inverse(seed: int) -> None:
    before, now = two(seed)
    there, back = compare(before, now, BOKMAL), compare(now, before, BOKMAL)
    assert Counter(map(_turned, there.changes)) == Counter(map(_straight, back.changes))
    assert there.unchanged == back.unchanged


@settings(max_examples=EXAMPLES, deadline=None)
@given(SEEDS)
def test_every_change_is_said_once_and_the_numbers_add_up(seed: int) -> None:
    before, now = two(seed)
    found = compare(before, now, BOKMAL)
    said = Counter((one.id, one.field, one.steps, one.before is None, one.type) for one in found.changes)
    assert not [one for one, count in said.items() if count > 1]
    whole = [one for one in found.changes if one.type in ("lagt_til", "fjernet")]
    inside = Counter((one.type, item.id) for one in whole for item in everything(one.item))
    assert not [one for one, count in inside.items() if count > 1]
    for tally in found.tallies:
        assert tally.before - tally.removed + tally.added == tally.after
        assert tally.unchanged + tally.changed + tally.added + tally.unread == tally.after
    touched = {item.plan for change in found.changes for item in (change.item, change.was) if item is not None}
    if touched >= set(found.after.plans) and not any(change.level == "oppsett" for change in found.changes):
        assert sum(tally.unchanged for tally in found.tallies) == found.unchanged
    _shown(found)


def _shown(found: Comparison) -> None:
    assert as_json(Shown(found, BOKMAL)).endswith("\n") and as_text(Shown(found, BOKMAL)).endswith("\n")


@settings(max_examples=EXAMPLES, deadline=None)
@given(SEEDS)
def test_a_rename_is_one_change_and_no_noise(seed: int) -> None:
    random = Random(seed)
    files = written(random_workspace(random), random)
    before = edition(files)
    node = random.choice(list(before.program.nodes.values()))
    name = random.choice((node.name, "eksempel"))
    new = "helt.ny" if name == node.name else "et-annet-navn"
    found = compare(before, edition(after(files, lambda texts: rename(texts, name, new, False))), BOKMAL)
    shown = f"{node.plan}/{new}" if name == node.name else new
    assert [(one.type, one.old_id, one.id, one.certain) for one in found.changes] == [("ny_id", name, shown, True)]
    assert not [one for one in found.consequences if not one.type.endswith("_funn")]


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(SEEDS)
def test_a_new_name_of_an_actor_is_one_change(seed: int) -> None:
    random = Random(seed)
    data = random_workspace(random)
    before = edition(written(data, random))
    actor = data["plans/registre/enheter.yaml"]["aktører"][0]  # type: ignore[index]
    actor["navn"], actor["alias"] = "Etat for kultur", ["Kulturetaten", "KE"]  # type: ignore[index]
    found = compare(before, edition(written(data, random)), BOKMAL)
    assert {one.id for one in found.changes} == {"kultur"}


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(SEEDS)
def test_plans_that_are_not_touched_need_not_be_looked_at(seed: int) -> None:
    random = Random(seed)
    first = random_workspace(random) | {"plans/fjern.yaml": random_plan(random, "fjern")}
    now = edited(first, random, random.randint(1, 3))
    # The same hand writes both, so that what is not changed is the same to the byte.
    old, new = ({path: laid_out(data, Random(f"{seed} {path}")).data for path, data in each.items()}
                for each in (first, now))  # fmt: skip
    after = assemble(new)
    same = {unit.source.path: unit for unit in after.units if old.get(unit.source.path) == new[unit.source.path]}
    before = assemble(old, known=same)
    plans, rearranged = touched(before, after), touched(before, after, by_words=False)
    assert rearranged is None if plans is None else rearranged is not None and rearranged <= plans
    whole, part = (
        compare(_checked(before, "før", *which), _checked(after, "nå", *which), BOKMAL)
        for which in ((None, None), (plans, rearranged))
    )
    assert whole.changes == part.changes and whole.unchanged == part.unchanged
    assert Counter(whole.consequences) == Counter(part.consequences)


def test_other_words_alone_rearrange_nothing() -> None:
    path = "plans/nabo.yaml"
    data = random_workspace(Random(0))
    old = written(data, Random(1))
    reworded, regoaled = deepcopy(data[path]), deepcopy(data[path])
    reworded["mål"][0]["tittel"] = "Et mål som er ordlagt på en annen måte"  # type: ignore[index]
    regoaled["mål"][0]["bærekraftsmål"] = ["17"]  # type: ignore[index]
    for now, expected in ((reworded, frozenset[str]()), (regoaled, frozenset({"nabo"}))):
        after = assemble(old | {path: laid_out(now, Random(2)).data})
        before = assemble(old, known={unit.source.path: unit for unit in after.units if unit.source.path != path})
        found = touched(before, after, by_words=False)
        assert found is not None and found >= expected and bool(found) == bool(expected)


def _checked(space: Workspace, label: str, plans: frozenset[str] | None, rearranged: frozenset[str] | None) -> Edition:
    said = settled(space.program, (*space.diagnostics, *lint(space.program, plans)))
    return Edition(Side(label), space.program, space.units, said, rearranged)


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(SEEDS)
def test_no_bytes_make_it_raise(seed: int) -> None:
    random = Random(seed)
    sides: list[Edition] = []
    for label in ("før", "nå"):
        data = edited(random_workspace(Random(seed)), random, 2)
        files = written(data, random)
        for path in random.sample(sorted(files), 2):
            text = bytearray(files[path])
            for _ in range(random.randint(0, 6)):
                at = random.randrange(len(text))
                put = random.choice((b"", b"\n", b": ", b"- ", b"\xff", b"{", b"id: m1"))
                text[at : at + random.randint(0, 12)] = put
                text += b" "
            files[path] = bytes(text)
        sides.append(edition(files, label, rules=True))
    found = compare(sides[0], sides[1], BOKMAL)
    for tally in found.tallies:
        assert tally.unchanged + tally.changed + tally.added + tally.unread == tally.after
    _shown(found)
