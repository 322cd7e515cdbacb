"""The units of a workspace without what is not for the public.

What is withheld is taken out of the documents, before anything is linked, so that no later stage can let it slip: it
was never there. Besides the plans and register entries that are named, this is the editor's notes, every reference to
what is withheld, mail addresses that are no plan's contact, settings that steer the work, and the text of the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plancompiler.diagnostic import Locus
from plancompiler.link.names import entry_names, fold
from plancompiler.link.words import canonical, with_canonical_words
from plancompiler.mail_addresses import addresses, masked
from plancompiler.node import Document, Entry, Fields, Node, text, texts
from plancompiler.program import Program
from plancompiler.reference import references
from plancompiler.source import Source
from plancompiler.unit import Unit
from plancompiler.wiki import WikiLink, reference_alone, replaced

# What the site needs of the settings; the others are about the work with the plans.
_SETTINGS = frozenset(
    {
        "språk", "adresse", "publiser", "tilgjengelighetserklæring", "personvern", "lisens", "kontakt", "logo",
        "innspill",
    }
)  # fmt: skip

# Mappings under these have the author's own words as keys.
_FREE = frozenset({"fotnoter", "rader"})

# Fields that hold names, some of which are looked up nowhere else.
_NAMES = frozenset({"til", "følges_opp_i", "tidligere_id", "erstattet_av"})

# Fields whose text is of no use unless it is whole.
_WHOLE = frozenset({"url", "uri", "adresse", "alias"})

_LINK = re.compile(r"\[([^\[\]\n]*)\]\(<?([^()\s<>]*)>?(?:\s+\"[^\"\n]*\")?\)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands where something was: a plan or another thing in the text, a text to fetch, and a mail address."""

    plan: str
    thing: str
    text: str
    mail: str


_BOKMAL = _Words(
    plan="en plan som ikke er publisert",
    thing="noe som ikke er publisert",
    text="Teksten er ikke publisert",
    mail="(e-postadresse fjernet)",
)
_WORDS: Mapping[str, _Words] = {
    "nn": _Words(
        plan="ein plan som ikkje er publisert",
        thing="noko som ikkje er publisert",
        text="Teksten er ikkje publisert",
        mail="(e-postadresse fjerna)",
    ),
    "en": _Words(
        plan="a plan that is not published",
        thing="something that is not published",
        text="The text is not published",
        mail="(email address removed)",
    ),
}


def without(units: Iterable[Unit], program: Program, withheld: frozenset[str]) -> tuple[Unit, ...]:
    """Return the units with nothing of the plans and register entries whose ids are in `withheld`.

    `program` is what the units were linked to. Findings and the text of the files are left out too.
    """
    units = tuple(units)
    scissors = _Scissors(units, program, withheld)
    documents = (scissors.document(unit.document) for unit in units if unit.document is not None)
    sound = (unit.sound for unit in units if unit.document is not None)
    return tuple(
        Unit(Source(document.file, ""), document, references(document), (), is_sound)
        for document, is_sound in zip(documents, sound, strict=True)
        if document is not None
    )


# Kept without slots, since what it works out is kept with it.
@dataclass(frozen=True, eq=False)
class _Scissors:
    units: tuple[Unit, ...]
    program: Program
    withheld: frozenset[str]

    def document(self, document: Document) -> Document | None:
        """Return what is left of a document; None when it is withheld whole."""
        top, words = Locus(document.file), self._words_of(document.fields, document.id)
        fields = with_canonical_words(document.fields, self.program.vocabularies)
        if document.kind in {"plan", "del_av"}:
            plan = self.program.plans.get(document.id)
            # Of two files that claim to be the same plan, one was not read.
            if plan is None or document.id in self.withheld or (document.kind == "plan" and plan.file != document.file):
                return None
        elif document.kind == "arbeidsområde":
            fields = {**{key: value for key, value in fields.items() if key in _SETTINGS}, **self._published(fields)}
        else:
            # What a register or a vocabulary is called is for those who write in it.
            fields = {}
        return replace(
            document,
            fields=self._fields(fields, top, words),
            nodes=tuple(self._node(node) for node in document.nodes),
            entries=tuple(
                replace(entry, fields=self._fields(entry.fields, entry.at, words))
                for entry in document.entries
                if (self._is_kept(entry) if document.kind == "register" else self._is_used(document.id, entry.id))
            ),
        )

    def _node(self, node: Node) -> Node:
        words = self._words_of(node.fields, node.plan)
        fields = self._fields(with_canonical_words(node.fields, self.program.vocabularies), node.at, words)
        if fields.get("sitert") == words.plan and not {"tittel", "tekst"} & fields.keys():
            fields = {**fields, "tittel": words.text}
        return replace(node, fields=fields)

    def _is_kept(self, entry: Entry) -> bool:
        return entry.id not in self.withheld and not belongs_to(entry, self.withheld)

    def _is_used(self, vocabulary: str, word: str) -> bool:
        return vocabulary not in self._used_words or word in self._used_words[vocabulary]

    def _published(self, settings: Fields) -> Fields:
        """Return the setting of which plans to publish, without the statuses that none of them has."""
        vocabularies = self.program.vocabularies
        used = (
            word
            for word in texts(settings, "publiser")
            if self._is_used("statuser", canonical(vocabularies, "statuser", word))
        )
        return {"publiser": tuple(used)} if "publiser" in settings else {}

    def _fields(self, fields: Fields, at: Locus, words: _Words) -> Fields:
        kept = self._mapping(fields, at, words, is_free=False)
        return kept if kept is not None else {}

    # ------------------------------------------------------------ values; None is what is left of one that goes

    def _value(self, value: object, at: Locus, words: _Words, key: str) -> object | None:
        if isinstance(value, str):
            return self._text(value, at, words, key)
        if isinstance(value, tuple):
            kept = [self._value(item, at / index, words, key) for index, item in enumerate(value)]
            left = tuple(item for item in kept if item is not None)
            return left if left or not value else None
        if isinstance(value, Mapping):
            return self._mapping(value, at, words, is_free=key in _FREE)
        return value

    def _mapping(self, value: Fields, at: Locus, words: _Words, is_free: bool) -> Fields | None:
        left: dict[str, object] = {}
        for key, item in value.items():
            if key == "merknader" and not is_free:
                continue
            kept = self._value(item, at / key, words, "" if is_free else key)
            if kept is not None:
                left[self._prose(key, at, words) if is_free else key] = kept
            elif key in {"til", "fn"} and isinstance(item, str) and not is_free:
                # What is said of a link is of no use, and perhaps not for the public, without what it leads to.
                return None
            elif key == "gjelder" and isinstance(item, tuple):
                # Left without it, a change would be of the whole plan and a name would reach everywhere.
                return None
            elif key == "sitert":
                left[key] = words.plan
            elif key == "følges_opp_i":
                left[key] = (words.plan,)
        return left

    def _text(self, value: str, at: Locus, words: _Words, key: str) -> str | None:
        target = self._targets.get(at, "")
        if target:
            return None if target.partition("/")[0] in self.withheld else self._reference(value, target)
        if key in _NAMES and value.partition("/")[0] in self._gone_plans:
            return None
        kept = self._prose(value, at, words)
        # An address of which a part is gone leads nowhere, and a name is not a name.
        return None if kept != value and key in _WHOLE else kept

    def _prose(self, value: str, at: Locus, words: _Words) -> str:
        """Return a text with other words for links to what is withheld, and without mail addresses."""
        value = replaced(value, lambda mention: self._mention(value, mention, at, words))
        if "](" in value:
            value = _LINK.sub(self._outward, value)
        if self._full_names is not None and "/" in value:
            value = self._full_names.sub(
                lambda match: words.plan if match[0] in self.program.nodes else match[0], value
            )
        return masked(value, self._contacts, words.mail)

    def _mention(self, value: str, mention: WikiLink, at: Locus, words: _Words) -> str:
        part = value[mention.start : mention.end]
        target = self._targets.get(Locus(at.path, at.steps, part=part), "")
        if target.partition("/")[0] in self.withheld if target else self._is_gone(mention.ref):
            return mention.shown or (words.thing if target in self.program.entries else words.plan)
        if not target or self._reference(mention.ref, target) == mention.ref:
            return part
        return f"[[{target}|{mention.shown}]]" if mention.shown else f"[[{target}]]"

    def _outward(self, link: re.Match[str]) -> str:
        """Return a Markdown link, or its words alone when it leads to a mail address or a page that is not there."""
        shown, to = link[1], link[2]
        is_inside = not _SCHEME.match(to) and not self._gone_plans.isdisjoint(to.split("/"))
        has_address = any(address not in self._contacts for address in addresses(to))
        return shown if is_inside or has_address else link[0]

    def _reference(self, written: str, target: str) -> str:
        """Return what to write for a register entry; its id where the name that was written is not for the public."""
        is_known = target not in self._known or fold(reference_alone(written)) in self._known[target]
        return written if is_known else target

    def _is_gone(self, written: str) -> bool:
        """Tell whether a name that was not looked up is of what is withheld."""
        return written.partition("/")[0] in self._gone_plans or fold(written) in self._gone_entries

    # ------------------------------------------------------------ what is looked up, worked out once

    @cached_property
    def _targets(self) -> Mapping[Locus, str]:
        """What each reference of the units leads to, by its place; "" where it is text that names nothing."""
        links = {
            (link.source, link.role, link.at): link.target for link in self.program.links if link.basis == "skrevet"
        }
        return {one.at: links.get((one.source, one.role, one.at), "") for unit in self.units for one in unit.references}

    @cached_property
    def _gone_plans(self) -> frozenset[str]:
        """The ids of the plans that are withheld, those they had before too."""
        plans = [plan for plan in self.program.plans.values() if plan.id in self.withheld]
        return frozenset(name for plan in plans for name in (plan.id, *plan.texts("tidligere_id")))

    @cached_property
    def _gone_entries(self) -> frozenset[str]:
        entries = [entry for entry in self.program.entries.values() if entry.id in self.withheld]
        return frozenset(fold(name) for entry in entries for name in (entry.id, *entry_names(entry)))

    @cached_property
    def _used_words(self) -> Mapping[str, frozenset[str]]:
        """The words that what is left needs of the vocabularies that plans choose from."""
        plans = [plan for plan in self.program.plans.values() if plan.id not in self.withheld]
        nodes = [node for node in self.program.nodes.values() if node.plan not in self.withheld]
        entries = [entry for entry in self.program.entries.values() if self._is_kept(entry)]
        return {
            "plantyper": frozenset(plan.text("type") for plan in plans),
            "statuser": frozenset(record.text("status") or "ukjent" for record in (*plans, *nodes, *entries)),
            "kommuner": frozenset(record.text("kommune") for record in (*plans, *entries)),
        }

    @cached_property
    def _full_names(self) -> re.Pattern[str] | None:
        """What finds full names of nodes in withheld plans, written where they are no links."""
        plans = "|".join(re.escape(name) for name in sorted(self.withheld) if name in self.program.plans)
        return re.compile(rf"(?<![\w./-])(?:{plans})/[a-z0-9]+(?:[.-][a-z0-9]+)*") if plans else None

    @cached_property
    def _known(self) -> Mapping[str, frozenset[str]]:
        """The names that each register entry is still known by, its id among them."""
        known: dict[str, set[str]] = {}
        for unit in self.units:
            if unit.document is not None and unit.document.kind == "register":
                for entry in filter(self._is_kept, unit.document.entries):
                    names = (name for name in entry_names(entry) if not addresses(name))
                    known.setdefault(entry.id, {entry.id}).update(map(fold, names))
        return {name: frozenset(names) for name, names in known.items()}

    @cached_property
    def _contacts(self) -> frozenset[str]:
        """The mail addresses that plans, and the site, give as their own."""
        headers = [plan.fields for plan in self.program.plans.values() if plan.id not in self.withheld]
        contacts = (fields.get("kontakt") for fields in (*headers, self.program.settings))
        written = (text(contact, "epost") for contact in contacts if isinstance(contact, Mapping))
        return frozenset(address for one in written for address in addresses(one))

    def _words_of(self, fields: Fields, plan: str) -> _Words:
        header = self.program.plans.get(plan)
        spoken = header.text("språk") if header is not None else text(self.program.settings, "språk")
        return _WORDS.get(text(fields, "språk") or spoken, _BOKMAL)


def belongs_to(entry: Entry, plans: frozenset[str]) -> bool:
    """Tell whether a register entry is of these plans alone: it is one of them as a document, or narrowed to them."""
    narrowed = entry.texts("gjelder") if "gjelder" in entry.fields else ()
    return entry.text("plan") in plans or (bool(narrowed) and all(name.partition("/")[0] in plans for name in narrowed))
