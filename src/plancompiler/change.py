"""What differs between two revisions of the plans: changes by id and field, and what they lead to.

Plain frozen values that `diff` makes and every format of `planc diff` reads. Whatever is words is already in the
language that was asked for; no reader looks anything up. The first attributes of a `Change` and a `Consequence` are the
keys of `diff --format json`, in their order (`schema/diff.schema.json`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from plancompiler.node import NOTHING, Fields
from plancompiler.program import Program
from plancompiler.report import Finding

ChangeType = Literal[
    "lagt_til", "fjernet", "flyttet", "rekkefølge", "ny_id", "tekst", "tall", "dato", "status", "lenke", "felt"
]
Level = Literal["oppsett", "redaksjonell", "innhold", "forpliktelse"]
Direction = Literal["svekket", "skjerpet", ""]
ConsequenceType = Literal["uten_oppfølging", "fn_vunnet", "fn_mistet", "brutt_lenke", "nytt_funn", "løst_funn"]

CHANGE_TYPES: tuple[ChangeType, ...] = get_args(ChangeType)
CONSEQUENCE_TYPES: tuple[ConsequenceType, ...] = get_args(ConsequenceType)

_LONG_SAID = 80

# From the least to the most important.
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Item:
    """A node, a plan, a register entry or the settings, as a reader knows it in one revision.

    `id` is its full name (`plan/id`; a plan or an entry by its bare id; the settings are `plancompiler.yaml`). `kind`
    is the kind of a node, else `plan`, the section of a register (`aktører`, …), the name of a vocabulary or
    `arbeidsområde`. `called` is what the plan calls it, such as `hovedmål 13` or `virkemiddel`, ready to stand inside a
    sentence; "" when it has no word. `title` is its title or the first words of its text, on one line and without
    markup. `plan` is the id of its plan and `plan_title` that plan's title, "" for what stands in none. `place` is what
    holds it, outermost first and without the plan: `("hovedmål 13", "delmål 2")`. `fields` are its values as they were
    written, `below` the items under it in page order, filled in only for a subtree that was added or removed.
    `language` is that of its texts, `position` its place among all that its holder holds, counted from 1.
    """

    id: str
    kind: str
    called: str
    title: str
    plan: str = ""
    plan_title: str = ""
    place: tuple[str, ...] = ()
    fields: Fields = field(default_factory=lambda: NOTHING)
    below: tuple[Item, ...] = ()
    language: str = "nb"
    position: int = 0


@dataclass(frozen=True, slots=True)
class Resaid:
    """What is said otherwise of a link that stays: what it leads to, of what it is said, and the two sides.

    `what` is "" where it is said of the link itself: what someone does there, or how much a goal weighs. A side is ""
    where nothing was said.
    """

    name: str
    what: str
    before: str
    after: str

    @property
    def about(self) -> str:
        """Of what it is said, as a reader calls it: the link, and the part of it."""
        return f"{self.name}, {self.what}" if self.what else self.name

    @property
    def is_long(self) -> bool:
        """Whether its sides are too long to be said in a sentence, and are shown under it."""
        return max(len(self.before), len(self.after)) > _LONG_SAID


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, said once.

    - `type`: what sort of difference it is. `lagt_til` and `fjernet` hold the whole subtree in `item.below`.
    - `id`: the full name after the change; before it, of what was removed. `old_id`: the full name before where it is
      another, else "".
    - `field`: the key, with a dot where it lies in a record: `frist`, `måltall.verdi`, `fotnoter.1`; "" when the change
      is of the item as a whole (added, removed, moved, reordered, renamed).
    - `before`, `after`: text, tuples and mappings as in `Item.fields`, or None where there was nothing. Of a moved item
      the full name of what holds it, of a reordered one its place among its siblings counted from 1, of a renamed one
      its full names, of links their targets (see `Program`) or the text where it names nothing. None on one side of
      what is added and removed; on the other a mapping of the item's fields, what is under it as `punkter`.
    - `level`, and `explanation`: why the level, in a sentence: «Svekket: «skal» er blitt «bør».» `direction` says
      whether it binds less or more now, "" when neither can be said.
    - `reason`: why, in the author's words, or "" when nobody gave one: a reader then says so.

    What readers need beside that: `item` is the thing as it is after the change (before it, when removed) and `was` as
    it was, None when it is new; `field_words` what the field is called, such as `frist` or `måltall: Andel digitale`;
    `steps` the way to the value inside the item's fields, list positions as they are after the change (before it, for
    what is gone); `certain` is False when the two are only held to be the same from their likeness («antatt»);
    `gone` and `new` are, of links, what is in one revision only, in the words of a reader, and `resaid` what is said
    otherwise of those in both.
    """

    type: ChangeType
    id: str
    old_id: str
    field: str
    before: object
    after: object
    level: Level
    direction: Direction
    reason: str
    explanation: str
    item: Item
    was: Item | None
    field_words: str = ""
    steps: tuple[str | int, ...] = ()
    certain: bool = True
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    resaid: tuple[Resaid, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What the changes lead to elsewhere, without anyone having written it.

    `id` is the full name of what it happens to: a node, a plan, `fn/3`, `fn/17.10`. `before` and `after` are how it
    stood, in a few words. `explanation` is a whole sentence. A finding's `id` is that of the node it stands in (else
    the path of the file) and `code` its code.
    """

    type: ConsequenceType
    id: str
    before: str
    after: str
    explanation: str
    code: str = ""
    good: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are of a kind, and what became of them: `before - removed + added = after`.

    `changed` counts those with at least one change of their own that readers see, `unread` those that could not be
    compared, in whole or in part, and `unchanged` the rest: `unchanged + changed + added + unread = after`. `one` and
    `many` are words for the kind as they stand in a sentence, the plan's own where there is one plan.
    """

    kind: str
    one: str
    many: str
    before: int
    after: int
    added: int
    removed: int
    changed: int
    unchanged: int
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, and so not compared: a file, or a field of an item (`id` and `field`).

    `side` is the label of the revision it stands in.
    """

    side: str
    path: str
    id: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: what a reader calls it («main», «arbeidskopien», a plan's title), and the
    full hash of its commit and the day of it (ISO), "" for files that are in none."""

    label: str
    commit: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything there is to say of two revisions.

    `changes` stand with the most important level first, and in page order within a level; `consequences` with the bad
    before the good. `unchanged` is how many items (nodes, plans, entries) were compared and found equal. `tallies`
    count, by kind, what is in the plans that the changes are in, or in all where they are in none; what only its file
    says otherwise counts as unchanged there. `unread` could not be compared. `new_findings` and `solved_findings` are
    in words and in place, those that are new in the one and those that were in the other; places of the latter are in
    the base. `before` and `after` are the programs themselves. `editions` says that two plans were compared, which are
    both in both.
    """

    changes: tuple[Change, ...]
    consequences: tuple[Consequence, ...]
    unchanged: int
    tallies: tuple[Tally, ...]
    unread: tuple[Unread, ...]
    base: Side
    head: Side
    before: Program
    after: Program
    new_findings: tuple[Finding, ...] = ()
    solved_findings: tuple[Finding, ...] = ()
    editions: bool = False


def of_level(changes: Sequence[Change], level: Level) -> tuple[Change, ...]:
    """Return the changes of a level, in their order."""
    return tuple(change for change in changes if change.level == level)


def at_or_above(changes: Sequence[Change], level: Level) -> bool:
    """Tell whether any change is at the level or more important."""
    return any(LEVELS.index(change.level) >= LEVELS.index(level) for change in changes)


def without_repeats(comparison: Comparison) -> Comparison:
    """Return a comparison for people: without what the plan's header says once more of that which is taken out.

    The reason that stands there is given with what is taken out; what came in its place stands nowhere else.
    """
    gone = {item.id for change in comparison.changes if change.type == "fjernet" for item in _whole(change.item)}
    left = tuple(change for change in comparison.changes if not _repeats(change, gone))
    silent = len({change.id for change in comparison.changes} - {change.id for change in left})
    tallies = (
        replace(one, changed=one.changed - silent, unchanged=one.unchanged + silent) if one.kind == "plan" else one
        for one in comparison.tallies
    )
    return replace(comparison, changes=left, unchanged=comparison.unchanged + silent, tallies=tuple(tallies))


def _repeats(change: Change, gone: Container[str]) -> bool:
    if change.field != "utgåtte" or change.before is not None:
        return False
    graves = change.after if isinstance(change.after, tuple) else (change.after,)
    return all(
        isinstance(one, Mapping) and f"{change.id}/{one.get('id')}" in gone and not one.get("erstattet_av")
        for one in graves
    )


def _whole(item: Item) -> Iterator[Item]:
    yield item
    for child in item.below:
        yield from _whole(child)
