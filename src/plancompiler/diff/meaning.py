"""What a value says, whatever it is called and however it is laid out: what two values are held against each other by.

References are what they lead to, under the name it has after the change, so that a new name is no change in those who
refer to it. Soft line breaks and spaces count for nothing in prose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from plancompiler.diff.records import Record, Records
from plancompiler.node import text
from plancompiler.reference import ROLES
from plancompiler.wiki import mentions, reference_alone, replaced

# Fields whose values are references, on whatever they stand.
LINKS = frozenset(ROLES) - {"omtaler", "plan", "gjennomgått"}
_ON_ENTRIES = frozenset({"plan", "utgiver", "del_av", "erstattet_av", "gjelder"})
# Words that only look like references where they stand elsewhere.
_NOT_ON = {
    "gjelder": frozenset({"post", "saksgang"}),
    "erstattet_av": frozenset({"post", "utgåtte"}),
    "organ": frozenset({"saksgang"}),
    "plan": frozenset({"post"}),
    "del_av": frozenset({"post"}),
    "utgiver": frozenset({"post"}),
    "til": frozenset({"følger_ikke_opp", "gjennomgått", "saksgang"}),
    "fn": frozenset({"følger_ikke_opp"}),
}

# What begins a line that Markdown does not join with the one before it, and the two ways to ask for a line break.
_BLOCK = re.compile(r"[ \t]*(?:[-*+] |\d+[.)] |>|\||#)")
_HARD = re.compile(r"(?: {2,}|\\)\Z")


@dataclass(frozen=True, slots=True)
class Names:
    """How references of an edition are read: its records, and the names after the change of what has got another.

    `other` is how those of the other edition are read, and `beside` what a thing is called there. The same words that
    lead nowhere in one of the two mean what they mean in the other: that they no longer lead there is a consequence of
    what was taken out, and no change of what was written.
    """

    records: Records
    renamed: Mapping[str, str]
    other: Names | None = None
    beside: Mapping[str, str] = field(default_factory=dict)

    def target(self, source: str, role: str, written: str) -> str:
        """Return the full name after the change of what a reference leads to, or "" when it leads nowhere."""
        found = self.records.links.get(source, {}).get((role, written), "")
        if not found and self.other is not None:
            return self.other.target(self.beside.get(source, source), role, written)
        return self.renamed.get(found, found)


def role_of(record: Record, steps: tuple[str | int, ...]) -> str:
    """Return the role of the references that stand at the steps of a record's fields, or "" when none do."""
    keys = [step for step in steps if isinstance(step, str)]
    last, outer = keys[-1], keys[0] if len(keys) > 1 else record.group
    if last in _NOT_ON:
        if outer not in _NOT_ON[last]:
            return ""
        if last in {"til", "fn"}:
            return "sendt_til" if outer == "saksgang" else outer
        return last
    return last if last in LINKS and len(keys) == 1 else ""


def meaning(value: object, record: Record, names: Names, steps: tuple[str | int, ...]) -> Hashable:
    """Return what a value of a record's field says, to be held against another of these."""
    role = role_of(record, steps) if steps else ""
    if role:
        items = value if isinstance(value, tuple) else (value,)
        return ("→", *(_link(item, record, names, role, steps) for item in items))
    if isinstance(value, str):
        return _prose(value, record, names)
    if isinstance(value, tuple):
        return tuple(meaning(item, record, names, steps) for item in value)
    if isinstance(value, Mapping):
        said = ((key, meaning(item, record, names, (*steps, key))) for key, item in value.items())
        return ("{}", *sorted(said, key=lambda pair: pair[0]))
    return repr(value)


def _link(item: object, record: Record, names: Names, role: str, steps: tuple[str | int, ...]) -> Hashable:
    if isinstance(item, Mapping):
        target = text(item, "til") or text(item, "fn")
        rest = {key: each for key, each in item.items() if key not in ("til", "fn")}
        said = meaning(rest, record, names, ())
        return (lead(target, record, names, role), said if rest else "")
    return (lead(item, record, names, role), "") if isinstance(item, str) else repr(item)


def lead(written: str, record: Record, names: Names, role: str) -> str:
    """Return what a reference leads to, as its full name after the change; else the words that were written."""
    found = names.target(record.source, role, reference_alone(written))
    return found or "«" + str(_prose(written, record, names))


def _prose(written: str, record: Record, names: Names) -> str:
    flowing = flow(written)
    if "[[" not in flowing:
        return flowing
    shown = (
        (link.ref, names.target(record.source, "omtaler", link.ref) or link.ref, link.shown)
        for link in mentions(flowing)
    )
    leads = {ref: target for ref, target, _ in shown}
    return replaced(
        flowing, lambda link: f"[[{leads[link.ref]}|{link.shown}]]" if link.shown else f"[[{leads[link.ref]}]]"
    )


@lru_cache(maxsize=1 << 14)
def flow(written: str) -> str:
    """Return prose with each paragraph, point and line of a list on one line, whatever lines it was written in."""
    composed = written if written.isascii() else unicodedata.normalize("NFC", written)
    if "\n" not in composed:
        return " ".join(composed.split())
    if "```" in composed or "\n    " in composed or "\n\t" in composed:
        # What is set in like this is shown to the letter.
        return composed.strip("\n")
    lines: list[str] = []
    joins = False
    for line in composed.split("\n"):
        bare = " ".join(line.split())
        if not bare:
            lines.append("")
            joins = False
            continue
        begins = _BLOCK.match(line) is not None
        if joins and not begins:
            lines[-1] += " " + bare
        else:
            depth = " " * (len(line) - len(line.lstrip())) if begins else ""
            lines.append(depth + bare)
        joins = _HARD.search(line) is None and not bare.startswith("|")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
