"""Changes as readers see them, whatever the format: numbered, named and placed, with values in words on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from plancompiler.cells import plain_text, shown
from plancompiler.change import LEVELS, Change, ChangeType, Comparison, Item, Level, Resaid, of_level
from plancompiler.node import records, text
from plancompiler.on_site import on_site
from plancompiler.phrase import in_sentence, shortened
from plancompiler.program import Program, links_from
from plancompiler.retirement import retired_sentences, says_retired, what_is_retired
from plancompiler.shown_value import figure, in_words, readable
from plancompiler.translate import Translator
from plancompiler.wording import first_sentence, link_words

# `text` is read as sentences, `value` beside its other value, `links` as what is gone, new and said anew, `whole` is
# something added or removed with what stands under it, and `place` where something stands or what id it has.
Shape = Literal["text", "value", "links", "whole", "place"]

# A text goes by its first words, so many letters of them.
_TITLE = 100
# A value that is longer is read as a text.
_LONG = 60

_SHAPES: Mapping[str, Shape] = {
    "lagt_til": "whole", "fjernet": "whole", "flyttet": "place", "rekkefølge": "place", "ny_id": "place",
    "lenke": "links", "tekst": "text",
}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Under:
    """Something that was added or removed along with what it stands under, `depth` steps down.

    `words` are its name, cut short; `said` and `facts` are what it says, whole, as of a `ShownChange`.
    """

    depth: int
    words: str
    said: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in words. `number` is the same in every format, so that people can speak of it.

    `what` is why it is where it is, in a sentence, and `headline` the same so that it can be read alone; `called`
    and `title` what it happened to; `place` where that stands, `field` what of it ("" for its text), `id` what it
    is known by in the files. `before` and `after` are plain text with a line for each paragraph, "" where there was
    nothing. `under` is what came or went along with it, `facts` what is said of something added or removed beside
    its text. `reason` is "" when nobody gave one; `asks_reason` tells whether a reader should then be told so.
    `certain` is False where two were only held to be the same. `language` is that of the texts, "" when it is the
    reader's.
    """

    number: int
    type: ChangeType
    level: Level
    shape: Shape
    what: str
    headline: str
    direction: str
    called: str
    title: str
    place: str
    field: str
    id: str
    before: str
    after: str
    gone: tuple[str, ...]
    new: tuple[str, ...]
    resaid: tuple[Resaid, ...]
    under: tuple[Under, ...]
    facts: tuple[str, ...]
    reason: str
    asks_reason: bool
    certain: bool
    language: str
    url: str = ""

    @property
    def heading(self) -> str:
        """What it happened to and what of it, as a line over a text; what is in the text anyhow is not said again."""
        if self.shape == "whole":
            return ""
        is_said = self.shape == "text" and any(_begins(side, self.title) for side in (self.before, self.after))
        field = "" if self.field.casefold() in self.what.casefold() else self.field
        # What the plan calls it says nothing alone, where the text is there to be read.
        name = self.name if not is_said else self.called if field or re.search(r"\d", self.called) else ""
        return " – ".join(part for part in (name, field) if part)

    @property
    def said(self) -> tuple[str, ...]:
        """What something added or removed says: its name and its text, or the text alone when it has no name of its
        own."""
        return _said(self.called, self.title, self.before or self.after)

    @property
    def name(self) -> str:
        """What it happened to: what the plan calls it, and its title."""
        return _named(self.called, self.title)


def shown_changes(comparison: Comparison, level: Level, words: Translator) -> tuple[ShownChange, ...]:
    """Return the changes of a level in their order."""
    start = 1
    for above in ("forpliktelse", "innhold", "redaksjonell", "oppsett"):
        if above == level:
            break
        start += len(of_level(comparison.changes, above))
    # Two editions of a plan are told apart by what came and what went.
    several = len(plans_touched(comparison)) > 1 and not comparison.editions
    found = enumerate(of_level(comparison.changes, level), start)
    return tuple(_shown(comparison, change, number, several, words) for number, change in found)


def every_shown(comparison: Comparison, words: Translator) -> tuple[ShownChange, ...]:
    """Return all the changes in their order."""
    return tuple(one for level in reversed(LEVELS) for one in shown_changes(comparison, level, words))


def plans_touched(comparison: Comparison) -> tuple[str, ...]:
    """Return the titles of the plans in which something is changed, in the order of the changes, as they are now."""
    titles: dict[str, str] = {}
    for change in comparison.changes:
        if change.item.plan_title and (change.type != "fjernet" or change.item.plan not in titles):
            titles[change.item.plan] = change.item.plan_title
    return tuple(titles.values())


def _shown(comparison: Comparison, change: Change, number: int, several: bool, words: Translator) -> ShownChange:
    item = change.item
    before, after = _sides(comparison, change, words)
    # What is gone says what it said where it stood.
    program = comparison.before if change.type == "fjernet" else comparison.after
    what, called, title = _what(change, words), _capital(item.called), _title(program, item)
    shape = _SHAPES.get(change.type) or ("text" if max(len(before), len(after)) > _LONG else "value")
    return ShownChange(
        number=number,
        type=change.type,
        level=change.level,
        shape=shape,
        what=what,
        headline=_headline(change, what, called, title, words),
        direction=change.direction,
        called=called,
        title=title,
        place=_place(item, several, words),
        field="" if change.field == "tekst" or says_retired(change) else change.field_words,
        id=item.id if several else item.id.rpartition("/")[2],
        before=before,
        after=after,
        gone=change.gone,
        new=change.new,
        resaid=change.resaid,
        under=tuple(_under(program, item, words)) if shape == "whole" else (),
        facts=tuple(_facts(program, item, words)) if shape == "whole" else (),
        reason=change.reason,
        asks_reason=change.level == "forpliktelse",
        certain=change.certain,
        language=item.language if item.language != words.language else "",
        url="" if change.type == "fjernet" else _url(comparison, change),
    )


def _url(comparison: Comparison, change: Change) -> str:
    """Return where the site has it today: what a draft adds is not there yet, nor is a new id."""
    return on_site(comparison.before, change.item.id if comparison.editions else change.old_id or change.item.id)


def _sides(comparison: Comparison, change: Change, words: Translator) -> tuple[str, str]:
    item, was = change.item, change.was
    if change.type in ("lagt_til", "fjernet"):
        program = comparison.after if change.type == "lagt_til" else comparison.before
        said = readable(program, item.id, text(item.fields, "tekst"))
        return ("", said) if change.type == "lagt_til" else (said, "")
    if change.type == "flyttet" and was is not None:
        return _place(was, False, words), _place(item, False, words)
    if change.type == "rekkefølge":
        place = words("plass {number}")
        return place.format(number=change.before), place.format(number=change.after)
    if says_retired(change):
        return "", "\n".join(retired_sentences(comparison, change, words))
    sides = (comparison.before, change.before, change.old_id or change.id), (comparison.after, change.after, change.id)
    keys = tuple(step for step in change.steps if isinstance(step, str)) or (change.field,)
    before, after = (in_words(program, source, keys, value, words) for program, value, source in sides)
    if before == after:
        # What differs is the markup, which must then be seen.
        before, after = (value if isinstance(value, str) else "" for value in (change.before, change.after))
    return before, after


def _what(change: Change, words: Translator) -> str:
    """Return why, in a sentence that says of what: the reasons of the simplest changes only say that there is one."""
    if says_retired(change):
        return what_is_retired(change, words)
    field, said = _capital(change.field_words), change.explanation
    raw = [f"«{value}»" for value in (change.before, change.after) if isinstance(value, str)]
    # A date is not shown as it is written in the file.
    is_raw = change.type == "dato" and any(value in said for value in raw)
    if not field or not (
        is_raw or said in (words("Innholdet i feltet er endret."), words("Føyd til."), words("Tatt ut."))
    ):
        return said
    if change.before is None:
        what = words("{field} er føyd til.").format(field=field)
    elif change.after is None:
        what = words("{field} er tatt ut.").format(field=field)
    else:
        what = words("{field} er endret.").format(field=field)
    heads = {"svekket": words("Svekket: {what}"), "skjerpet": words("Skjerpet: {what}")}
    return heads[change.direction].format(what=what[:1].lower() + what[1:]) if change.direction else what


def _headline(change: Change, what: str, called: str, title: str, words: Translator) -> str:
    """Return what a change is, so that it can be read alone: of which field, and of what came or went its name."""
    if change.type not in ("lagt_til", "fjernet"):
        field = "" if change.field == "tekst" or says_retired(change) else change.field_words
        return what if field.casefold() in what.casefold() else f"{_capital(field)}: {what}"
    number = words("kapittel {number}").format(number=called) if _NUMBER.fullmatch(called) else in_sentence(called)
    name = f"{number} «{title.rstrip('.')}»" if number else f"«{title.rstrip('.')}»"
    count = sum(1 for _ in _everything(change.item))
    if change.type == "fjernet":
        alone, one = "Tatt ut: {what}.", "Tatt ut: {what}, med ett punkt under."
        said = words("Tatt ut: {what}, med {n} punkter under.") if count > 1 else words(one if count else alone)
    else:
        alone, one = "Nytt: {what}.", "Nytt: {what}, med ett punkt under."
        said = words("Nytt: {what}, med {n} punkter under.") if count > 1 else words(one if count else alone)
    return said.format(what=name, n=count)


def _title(program: Program, item: Item) -> str:
    # What is quoted is called what its origin is called, which stands in no field of its own.
    node = program.nodes.get(item.id)
    written = text(item.fields, "tittel") or text(item.fields, "navn") or (node.text("tittel") if node else "")
    if written:
        return plain_text(program, item.id, written)
    said = plain_text(program, item.id, first_sentence(text(item.fields, "tekst")))
    return shortened(said, _TITLE) if said else item.title


def _place(item: Item, several: bool, words: Translator) -> str:
    """Return what holds an item; its plan too where there are several. A chapter is known by its number alone."""
    of_plan = item.plan_title if item.kind != "plan" and (several or not item.place) else ""
    # In chapter 5.7 of chapter 5, nobody needs to be told of chapter 5.
    beside = zip(item.place, (*item.place[1:], ""), strict=False)
    held = [part for part, inner in beside if not (_NUMBER.fullmatch(part) and inner.startswith(f"{part}."))]
    named = (words("kapittel {number}").format(number=part) if _NUMBER.fullmatch(part) else part for part in held)
    return ", ".join(part for part in (of_plan, *named) if part)


def _facts(program: Program, item: Item, words: Translator) -> Iterator[str]:
    """Yield what is said of something beside its text: who, when, what it costs and serves, and how it is paid for."""
    yield from _links(program, item, ("ansvarlig", "samarbeider_med"), words)
    labels = {
        "frist": words("Frist"),
        "periode": words("Periode"),
        "status": words("Status"),
        "prioritering": words("Prioritering"),
        "finansiering": words("Finansiering"),
        "kostnader": words("Kostnader"),
    }
    for key, label in labels.items():
        said = in_words(program, item.id, (key,), item.fields.get(key), words)
        if said:
            yield f"{label}: {'; '.join(said.splitlines())}"
    yield from _links(program, item, ("bidrar_til", "bærekraftsmål", "leveranser"), words)
    for record in records(item.fields, "måltall"):
        yield figure(program, item.id, record, words)


def _links(program: Program, item: Item, roles: tuple[str, ...], words: Translator) -> Iterator[str]:
    for role in roles:
        links = [link for link in links_from(program, item.id, role) if link.basis == "skrevet"]
        named: dict[str, list[str]] = {}
        for link in links:
            # Who takes part in a capacity of their own stands under that, as on the plan's page.
            capacity = plain_text(program, item.id, text(link.extra, "rolle")) if role == "samarbeider_med" else ""
            called = _capital(capacity) or link_words(program, role, item.id, links[0].target, words)[0]
            named.setdefault(called, []).append(shown(program, link.target, words) if link.target else link.text)
        yield from (f"{called}: {', '.join(names)}" for called, names in named.items())


def _under(program: Program, item: Item, words: Translator, depth: int = 0) -> Iterator[Under]:
    for child in item.below:
        called, text_of = _capital(child.called), readable(program, child.id, text(child.fields, "tekst"))
        said = _said(called, _title(program, child), text_of)
        yield Under(depth, _named(called, child.title), said, tuple(_facts(program, child, words)))
        yield from _under(program, child, words, depth + 1)


def _everything(item: Item) -> Iterator[Item]:
    for child in item.below:
        yield child
        yield from _everything(child)


def _said(called: str, title: str, whole: str) -> tuple[str, ...]:
    own = ": ".join(part for part in (called, whole) if part) if _begins(whole, title) else ""
    return (own,) if own else tuple(line for line in (_named(called, title), whole) if line)


def _named(called: str, title: str) -> str:
    # A chapter goes by its number: «5.7 Fastleger».
    return (" " if _NUMBER.fullmatch(called) else ": ").join(part for part in (called, title) if part)


def _capital(called: str) -> str:
    return called[:1].upper() + called[1:]


def _begins(text: str, title: str) -> bool:
    """Tell whether a title is the first words of a text."""
    return bool(text) and " ".join(text.split()).startswith(title.rstrip("…. "))
