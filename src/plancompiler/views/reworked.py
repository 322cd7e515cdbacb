"""What a point says otherwise than in the edition before: in words, with what stood there, and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plancompiler.cells import series
from plancompiler.measures import financing_forms
from plancompiler.node import Fields, Node, text
from plancompiler.program import links_from
from plancompiler.renewal import Kept
from plancompiler.translate import Translator
from plancompiler.views.naming import link_ref, plain_said, term
from plancompiler.views.page import Here
from plancompiler.views.shown_words import shown_word
from plancompiler.wordmarks import Piece, excerpt, marked, pieces

# What is longer does not stand in a line as it was; the edition before is one click away.
_LONGEST = 80
# What ends a title that stands as the first sentence of a text.
_END = re.compile(r"[.!?:]?(?:\s+|\Z)")


def told(here: Here, one: Kept) -> list[str]:
    """Return what is another, with what stood there where that is short; what readers have no word for comes last."""
    words, known, keys = here.words, _key_words(here.words), set(one.keys)
    if _parted(here, one) is not None:
        keys -= {"tittel", "tekst"} if not _texts(here, one, "tekst") else {"tittel"}
    said = [_with_former(here, one, key, word) for key, word in known.items() if key in keys]
    if one.moved:
        said.append(words("plassen i planen"))
    if not known.keys() >= keys:
        said.append(words("annet"))
    return list(dict.fromkeys(said)) or [words("hva som er tittel, og hva som er tekst")]


def wordings(here: Here, one: Kept) -> tuple[tuple[Piece, ...], ...]:
    """Return what is gone and new in the title and in the text."""
    found = (_texts(here, one, key) for key in ("tittel", "tekst") if key in one.keys)
    return tuple(pieces(excerpt(marked(*both))) for both in found if both)


def _texts(here: Here, one: Kept, key: str) -> tuple[str, str] | tuple[()]:
    """Return both sides of a title or a text where they differ.

    A text of which the first sentence has become the title says that sentence still, and the other way.
    """
    split = _parted(here, one)
    if split is not None:
        was, now = ("", "") if key == "tittel" else split
    else:
        was, now = (plain_said(here, name, here.program.nodes[name].text(key)) for name in (one.was, one.name))
    return (was, now) if was != now else ()


def _parted(here: Here, one: Kept) -> tuple[str, str] | None:
    """Return the texts without the sentence that is a title in one of the editions alone; None where none is."""
    both = [(name, here.program.nodes[name]) for name in (one.was, one.name)]
    if bool(both[0][1].text("tittel")) == bool(both[1][1].text("tittel")):
        return None
    title = next(plain_said(here, name, node.text("tittel")) for name, node in both if node.text("tittel"))
    was, now = (_after(plain_said(here, name, node.text("tekst")), title, node) for name, node in both)
    return (was, now) if was is not None and now is not None else None


def _after(written: str, title: str, node: Node) -> str | None:
    """Return what a text says beside the title, which is its first sentence where the node has no title."""
    if node.text("tittel"):
        return written
    bare = title.rstrip(".!?:")
    end = _END.match(written, len(bare)) if written.casefold().startswith(bare.casefold()) else None
    return written[end.end() :] if end is not None else None


def _with_former(here: Here, one: Kept, key: str, word: str) -> str:
    former = _former(here, one, key)
    if not former or len(former) > _LONGEST:
        return word
    return here.words("{what} (før: {value})").format(what=word, value=former)


def _former(here: Here, one: Kept, key: str) -> str:
    """Return what stood under a key in the edition before, as a reader says it; "" where it has no short words."""
    was, now = here.program.nodes[one.was], here.program.nodes[one.name]
    if key in ("frist", "periode"):
        return here.period(was.text(key))
    if key == "status":
        written = was.text(key)
        return term(here.program, "statuser", written, here.output.language) if written else ""
    if key == "prioritering":
        return shown_word(key, was.text(key), here.words)
    if key == "finansiering":
        before, after = (financing_forms(node.fields) for node in (was, now))
        return series([shown_word(key, form, here.words) for form in before], here.words) if before != after else ""
    if key in ("ansvarlig", "samarbeider_med"):
        return _who(here, one, key)
    if key in ("kostnader", "måltall"):
        return series([plain_said(here, one.was, amount) for amount in _amounts(was, now, key)], here.words)
    return ""


def _who(here: Here, one: Kept, role: str) -> str:
    """Return who it was, and what each had to do where that is what is another."""
    before, after = (list(_parts(here, name, role)) for name in (one.was, one.name))
    same = {name for name, _ in before} == {name for name, _ in after}
    if same and any(part for _, part in before):
        return "; ".join(f"{name} – {part}" if part else name for name, part in before)
    return series([name for name, _ in before], here.words)


def _parts(here: Here, name: str, role: str) -> Iterator[tuple[str, str]]:
    """Yield who a node names in a role, and what each has to do."""
    for link in links_from(here.program, name, role):
        yield link_ref(here, link).text, plain_said(here, name, text(link.extra, "rolle"))


def _amounts(was: Node, now: Node, key: str) -> Iterator[str]:
    """Yield the amounts that stood there and do not now; with the year, where only that is another."""
    left = [_flowing(one) for one in now.records(key)]
    same = {text(one, "verdi") for one in was.records(key)} == {text(one, "verdi") for one in now.records(key)}
    for one in was.records(key):
        amount, year = text(one, "verdi") or text(one, "mål"), text(one, "år")
        if amount and _flowing(one) not in left:
            yield f"{amount} {year}" if same and year else amount


def _flowing(record: Fields) -> str:
    return " ".join(repr(sorted(record.items(), key=lambda pair: pair[0])).split())


@lru_cache(maxsize=8)
def _key_words(words: Translator) -> dict[str, str]:
    return {
        "tittel": words("tittelen"),
        "tekst": words("teksten"),
        "ansvarlig": words("hvem som har ansvaret"),
        "samarbeider_med": words("hvem som er med"),
        "frist": words("fristen"),
        "periode": words("perioden"),
        "status": words("status"),
        "prioritering": words("prioriteringen"),
        "finansiering": words("finansieringen"),
        "kostnader": words("kostnadene"),
        "måltall": words("måltallene"),
        "leverer": words("leveransene"),
        "leveranser": words("leveransene"),
        "bidrar_til": words("hva det bidrar til"),
        "bygger_på": words("hva det bygger på"),
        "bærekraftsmål": words("FN-målene"),
        "emner": words("emnene"),
    }
