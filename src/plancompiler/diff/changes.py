"""Every difference between two editions, each said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from plancompiler.change import LEVELS, Change, ChangeType, Direction, Item, Level
from plancompiler.diff.compared import Compared
from plancompiler.diff.describe import item
from plancompiler.diff.fields import Difference, differences, is_same
from plancompiler.diff.levels import Rules, judged, rules_of, type_of
from plancompiler.diff.links import Exchanged, capacity, exchanged, sentences
from plancompiler.diff.matching import is_lost
from plancompiler.diff.order import moved
from plancompiler.diff.records import Record
from plancompiler.node import Node
from plancompiler.phrase import short_title, shortened
from plancompiler.translate import Translator
from plancompiler.wording import LINK_WORDS

# Why a thing was changed, in the author's words: asked with the record before and after.
Why = Callable[[Record | None, Record | None], str]

_NO_CHANGE = frozenset({"utkast_til", "erstatter"})


def changes(both: Compared, why: Why, words: Translator, *, editions: bool) -> tuple[Change, ...]:
    """Return the changes, the most important level first, and in page order within a level.

    `editions` says that two plans are compared, whose ids and whose succession are no difference.
    """
    made = _Maker(both, why, words, rules_of(both.after.edition.program.settings), editions)
    whole = [key for key in both.new if both.after.by_key[key].parent not in both.new]
    gone = [key for key in both.gone if both.before.by_key[key].parent not in both.gone]
    found = [
        *(one for key in both.after.by_key if key in both.pairs.before for one in made.kept(key)),
        *made.reordered(),
        *map(made.added, whole),
        *map(made.removed, gone),
    ]
    places = _places(both)
    return tuple(
        change for _, _, change in sorted(
            ((-LEVELS.index(change.level), places[key], change) for key, change in found), key=lambda one: one[:2]
        )
    )  # fmt: skip


def changes_of(both: Compared, why: Why, words: Translator, *, before: str = "", after: str = "") -> tuple[Change, ...]:
    """Return the changes of one thing alone, by its key before and after, the most important first; its place among
    others is left out. With only one key it was taken out or is new, wherever the rest of what came or went with it
    stood."""
    made = _Maker(both, why, words, rules_of(both.after.edition.program.settings), False)
    if before and after:
        found = [change for _, change in made.kept(after)]
    else:
        found = [made.removed(before)[1] if before else made.added(after)[1]]
    return tuple(sorted(found, key=lambda change: -LEVELS.index(change.level)))


def _places(both: Compared) -> Mapping[str, tuple[int, int]]:
    """Return where each key stands: in page order, and what is gone after what it stood after."""
    places = {key: (place, 0) for place, key in enumerate(both.after.by_key)}
    last = (0, 0)
    for place, key in enumerate(both.before.by_key, 1):
        paired = both.pairs.after.get(key)
        last = places[paired] if paired is not None else last
        places.setdefault(f"-{key}", (last[0], place))
    return places


@dataclass(frozen=True, slots=True)
class _Maker:
    both: Compared
    why: Why
    words: Translator
    rules: Rules
    editions: bool

    def kept(self, key: str) -> Iterator[tuple[str, Change]]:
        """Yield what differs in a thing that is in both: its id, its kind, its holder and its fields."""
        both, words = self.both, self.words
        new, old = both.after.by_key[key], both.was(key)
        if old is new and not self._is_moved(old, new) and is_same(old, new, both.names_before, both.names_after):
            return
        whole = [*self._whole(old, new)]
        inner = [
            one
            for one in differences(old, new, both.names_before, both.names_after)
            if not (self.editions and new.group == "plan" and one.field in _NO_CHANGE)
        ]
        if not whole and not inner:
            inner = [*self._about(old, new)]
        if not whole and not inner:
            return
        items = item(both.before, old, words), item(both.after, new, words)
        reason = self.why(old, new)
        for kind, field, before, after, level, said in whole:
            yield key, self._change(key, kind, items, field, before, after, level, said, reason)
        for one in inner:
            yield key, self._field(key, items, one, (old, new), reason)

    def _whole(self, old: Record, new: Record) -> Iterator[tuple[ChangeType, str, object, object, Level, str]]:
        words = self.words
        if old.local != new.local and (old.named or new.named) and not (self.editions and new.group == "plan"):
            dies = not self.editions and is_lost(old, new)
            level: Level = "redaksjonell" if dies else "oppsett"
            said = self._other_id(old, new, dies).format(old=old.local, new=new.local)
            yield "ny_id", "", old.name, new.name, level, said
        if old.kind != new.kind:
            said = words("«{old}» er blitt «{new}».").format(old=old.kind, new=new.kind)
            yield "felt", "type", old.kind, new.kind, "forpliktelse", said
        if self._is_moved(old, new):
            yield self._move(old, new)

    def _other_id(self, old: Record, new: Record, dies: bool) -> str:
        words = self.words
        if not old.named:
            return words("Punktet har fått id.")
        if not new.named:
            lost = words("Punktet har mistet id-en «{old}». Gamle lenker virker ikke lenger.")
            return lost if dies else words("Punktet har mistet id-en.")
        other = words("Id-en «{old}» er blitt «{new}» uten «tidligere_id». Gamle lenker virker ikke lenger.")
        return other if dies else words("Id-en «{old}» er blitt «{new}».")

    def _is_moved(self, old: Record, new: Record) -> bool:
        return self.both.pairs.after.get(old.parent, f"-{old.parent}" if old.parent else "") != new.parent

    def _move(self, old: Record, new: Record) -> tuple[ChangeType, str, object, object, Level, str]:
        holders = (self.both.before.by_key.get(old.parent), self.both.after.by_key.get(new.parent))
        names = [holder.name if holder is not None else "" for holder in holders]
        outer = [self._outer(holders[0], before=True), self._outer(holders[1], before=False)]
        # A chapter is only typography: between two chapters of one goal, what it belongs to is the same.
        level: Level = "redaksjonell" if outer[0] == outer[1] else "innhold"
        places = [
            self._holder(self.both.before.edition.program.nodes, holders[0]),
            self._holder(self.both.after.edition.program.nodes, holders[1]),
        ]
        said = self.words("Flyttet fra {old} til {new}.").format(old=places[0], new=places[1])
        return "flyttet", "", names[0], names[1], level, said

    def _outer(self, holder: Record | None, *, before: bool) -> str:
        side = self.both.before if before else self.both.after
        while holder is not None and holder.kind == "kapittel":
            holder = side.by_key.get(holder.parent)
        if holder is None:
            return ""
        return self.both.pairs.after.get(holder.key, f"-{holder.key}") if before else holder.key

    def _holder(self, nodes: Mapping[str, Node], holder: Record | None) -> str:
        if holder is None:
            return self.words("ingenting")
        if holder.name in nodes:
            return f"«{short_title(nodes[holder.name])}»"
        title = holder.fields.get("tittel")
        return f"«{shortened(title) if isinstance(title, str) else holder.name}»"

    def _about(self, old: Record, new: Record) -> Iterator[Difference]:
        """Yield what differs only in what is said about a thing: an old id, a reason, that it was looked over."""
        for key in ("tidligere_id", "endret_fordi", "gjennomgått"):
            before, after = old.fields.get(key), new.fields.get(key)
            if before != after and key not in old.unread | new.unread:
                yield Difference((key,), (key,), before, after)

    def reordered(self) -> Iterator[tuple[str, Change]]:
        """Yield what stands in another order among what stayed with it: the least that had to be moved."""
        both = self.both
        for holder, keys in both.after.children.items():
            group = both.after.by_key[holder].group
            stayed = [
                key for key in keys if key in both.pairs.before and both.pairs.after.get(both.was(key).parent) == holder
            ]
            if len(stayed) < 2 or group in ("register", "vokabular"):
                # The entries of a register stand in no order that anyone reads.
                continue
            were = [both.before.places[both.pairs.before[key]] for key in stayed]
            names = [min(both.was(key).name, both.after.by_key[key].name) for key in stayed]
            for index in sorted(moved(names, were)):
                key, old, new = stayed[index], both.was(stayed[index]), both.after.by_key[stayed[index]]
                items = item(both.before, old, self.words), item(both.after, new, self.words)
                place = both.after.places[key] + 1
                said = self.words("Plass {old} er blitt plass {new}.").format(old=were[index] + 1, new=place)
                yield (
                    key,
                    self._change(
                        key, "rekkefølge", items, "", were[index] + 1, place, "redaksjonell", said, self.why(old, new)
                    ),
                )

    def added(self, key: str) -> tuple[str, Change]:
        """Return that a thing is new, with what is new under it."""
        record = self.both.after.by_key[key]
        here = item(self.both.after, record, self.words, self.both.new)
        said = self._counted(here, self.words("Nytt."), self.words("Nytt, med {n} punkter under."))
        why = self.why(None, record)
        return key, self._change(key, "lagt_til", (None, here), "", None, _data(here), "innhold", said, why)

    def removed(self, key: str) -> tuple[str, Change]:
        """Return that a thing is gone, with what is gone under it."""
        record = self.both.before.by_key[key]
        there = item(self.both.before, record, self.words, self.both.gone)
        said = self._counted(there, self.words("Tatt ut."), self.words("Tatt ut, med {n} punkter under."))
        why, place = self.why(record, None), f"-{key}"
        return place, self._change(place, "fjernet", (there, None), "", _data(there), None, "forpliktelse", said, why)

    def _counted(self, whole: Item, alone: str, several: str) -> str:
        count = sum(1 for _ in _under(whole))
        if count > 1:
            return several.format(n=count)
        return self.words("{said} Ett punkt under.").format(said=alone) if count else alone

    def _change(
        self,
        key: str,
        kind: ChangeType,
        items: tuple[Item | None, Item | None],
        field: str,
        before: object,
        after: object,
        level: Level,
        said: str,
        reason: str,
    ) -> Change:
        old, new = items
        shown = new or old
        assert shown is not None
        chosen = self.rules.level((kind, field) if field else (kind,), level)
        if chosen != level:
            said = f"{said} {self.words('Arbeidsområdet har satt nivået for feltet.')}"
        renamed = old.id if old is not None and new is not None and old.id != new.id else ""
        return Change(
            kind, shown.id, renamed, field, before, after, chosen, "", reason, said, shown, old,
            self.words("type") if field else "", (field,) if field else (), key not in self.both.pairs.guessed,
        )  # fmt: skip

    def _field(
        self, key: str, items: tuple[Item, Item], one: Difference, both: tuple[Record, Record], reason: str
    ) -> Change:
        said = judged(one, *both, self.rules, self.words)
        direction: Direction = said.direction
        found = exchanged(self.both, one, self.words) if one.role else Exchanged()
        old, now = items
        # What came, went and is said anew says more than that something did.
        why = (*sentences(found, self.words), *said.why[bool(found) :])
        return Change(
            type_of(one), now.id, old.id if old.id != now.id else "", one.field, one.before, one.after, said.level,
            direction, reason, " ".join(why), now, old, _field_words(one, self.words),
            one.steps if one.after is not None else one.before_steps, key not in self.both.pairs.guessed,
            found.gone, found.new, found.resaid,
        )  # fmt: skip


def _field_words(one: Difference, words: Translator) -> str:
    """Return what a field is called inside a sentence; the keys of a plan are words that planners know."""
    top = str(one.steps[0])
    if top == "samarbeider_med" and (own := capacity(one)):
        return own
    if one.role and top in LINK_WORDS:
        pair = LINK_WORDS[top]
        said = words(pair[0])
        return said[0].lower() + said[1:]
    said = top.replace("_", " ")
    inner = [step.replace("_", " ") for step in one.steps[1:] if isinstance(step, str)]
    named = f"{said} «{shortened(one.label)}»" if one.label else said
    return ", ".join((named, *inner)) if inner and inner != ["verdi"] else named


def _under(whole: Item) -> Iterator[Item]:
    for child in whole.below:
        yield child
        yield from _under(child)


def _data(whole: Item) -> Mapping[str, object]:
    """Return a subtree as plain data: its id and kind, its fields, and what is under it as `punkter`."""
    held = {"punkter": tuple(_data(child) for child in whole.below)} if whole.below else {}
    fields = {key: value for key, value in whole.fields.items() if key not in ("id", "type")}
    return {"id": whole.id, "type": whole.kind, **fields, **held}
