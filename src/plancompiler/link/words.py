"""Words of open vocabularies: plan types, statuses and municipalities, which a workspace may add to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompiler.diagnostic import Diagnostic, Edit, Fix, Locus
from plancompiler.link.names import fold
from plancompiler.nearest import Nearest
from plancompiler.node import Document, Entry, Fields, Node, text

Vocabularies = Mapping[str, Mapping[str, Entry]]


def merged(documents: tuple[Document, ...]) -> Vocabularies:
    """Return the vocabularies by name, then by id; later documents add entries or replace them by id."""
    found: dict[str, dict[str, Entry]] = {}
    for document in documents:
        found.setdefault(document.id, {}).update((entry.id, entry) for entry in document.entries)
    return found


def canonical(vocabularies: Vocabularies, vocabulary: str, word: str) -> str:
    """Return the id of the entry that `word` names in some language or by an alias; "" when there is none."""
    entries = vocabularies.get(vocabulary, {})
    if word in entries:
        return word
    wanted = fold(word)
    for entry in entries.values():
        if wanted in {fold(name) for name in _names(entry)}:
            return entry.id
    return ""


def with_canonical_words(fields: Fields, vocabularies: Vocabularies) -> Fields:
    """Return the fields with the status and the plan type by the word the vocabulary has for them."""
    changed = {
        key: word
        for key, vocabulary in (("type", "plantyper"), ("status", "statuser"))
        if key in fields
        and (word := canonical(vocabularies, vocabulary, text(fields, key)) if text(fields, key) else "")
        and word != text(fields, key)
    }
    return {**fields, **changed} if changed else fields


def unknown_words(
    plans: Mapping[str, Document], nodes: Mapping[str, Node], vocabularies: Vocabularies
) -> Iterator[Diagnostic]:
    """Yield a finding for each word that its vocabulary does not have."""
    for plan in plans.values():
        top = Locus(plan.file)
        yield from _unknown(plan.fields, top, "type", "plantyper", vocabularies, "")
        yield from _unknown(plan.fields, top, "status", "statuser", vocabularies, "plan")
        number = plan.text("kommune")
        if number and number not in vocabularies.get("kommuner", {}):
            yield Diagnostic("unknown-municipality", top / "kommune", {"number": number})
    # Nearly every node has one of a handful of words, which are looked up once.
    known: dict[str, bool] = {"": True}
    for node in nodes.values():
        word = node.text("status")
        if word not in known:
            known[word] = not any(_unknown(node.fields, node.at, "status", "statuser", vocabularies, "node"))
        if not known[word]:
            yield from _unknown(node.fields, node.at, "status", "statuser", vocabularies, "node")


def _unknown(
    fields: Fields, at: Locus, key: str, vocabulary: str, vocabularies: Vocabularies, use: str
) -> Iterator[Diagnostic]:
    word = text(fields, key)
    entries = vocabularies.get(vocabulary, {})
    legal = {
        entry.id: entry
        for entry in entries.values()
        if not use or not entry.texts("gjelder") or use in entry.texts("gjelder")
    }
    if not word or canonical({vocabulary: legal}, vocabulary, word):
        return
    words = {name: entry.id for entry in legal.values() for name in _names(entry)}
    near = Nearest(words).find(word)
    args = {"word": word, "field": key, "near": near, "words": ", ".join(f"«{name}»" for name in legal)}
    if canonical(vocabularies, vocabulary, word):
        yield Diagnostic("unknown-word", at / key, args, "elsewhere")
        return
    fixes = (Fix("near", "unsafe", (Edit(at / key, near),), {"near": near}),) if near else ()
    yield Diagnostic("unknown-word", at / key, args, "near" if near else "", fixes=fixes)


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(
        name for name in (entry.id, entry.text("nb"), entry.text("nn"), entry.text("en"), *entry.texts("alias")) if name
    )
