"""Random plans, and the many careless ways in which people lay them out.

A plan is data: mappings, lists and texts. `random_plan` and `random_workspace` make some that compile without errors,
and `laid_out` writes data as a hasty person would: any indentation, dashes in or out, comments everywhere, quotes or
none, lists in brackets or in lines, texts of every block style, blank lines, trailing spaces, Windows line ends. The
same seed gives the same file.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

Data = str | Sequence["Data"] | Mapping[str, "Data"]

WORDS = (
    "Flere får være med i nærmiljøet; åpne møteplasser, gratis utstyr og «lav terskel» gjør hverdagen bedre for "
    "eldre, barn og unge. Kommunen følger opp hvert år (minst én gang) og sier fra om hva som mangler – også når det "
    "koster. 😀 Ærlige svar, 0301 og 1.10, no, ja, null og ~ er ord som andre."
).split()
_LINKS = ("[[m1]]", "[[m1|første mål]]")


@dataclass(frozen=True, slots=True)
class Written:
    """A file as someone wrote it, and its comments in order, each a text that stands nowhere else."""

    data: bytes
    comments: tuple[str, ...]


def random_plan(random: Random, name: str = "eksempel") -> dict[str, Data]:
    """Return a plan that compiles without errors: goals with parts, links, figures, notes and chapters."""
    goals = [_goal(f"m{number}", random) for number in range(1, random.randint(1, 3) + 1)]
    plan: dict[str, Data] = {
        "plan": name,
        "tittel": _line(random),
        "type": "temaplan",
        "kommune": "0301",
        "språk": "nb",
        "periode": "2026–2030",
        "status": "utkast",
    }
    if random.random() < 0.5:
        plan["sammendrag"] = _prose(random)
    if random.random() < 0.4:
        plan["merknader"] = [_line(random) for _ in range(random.randint(1, 3))]
    plan["mål"] = goals
    if random.random() < 0.4:
        plan["kapitler"] = [{"id": "bakgrunn", "tittel": _line(random), "tekst": _prose(random)}]
    if random.random() < 0.3:
        plan["tabeller"] = [_table(random)]
    return plan


def random_part(random: Random, of: str, under: str, prefix: str) -> dict[str, Data]:
    """Return a part of a plan: subgoals under a node, with ids that begin with the prefix."""
    return {
        "del_av": of,
        "under": under,
        "delmål": [_subgoal(f"{prefix}{number}", random) for number in range(1, random.randint(1, 3) + 1)],
    }


def random_workspace(random: Random) -> dict[str, dict[str, Data]]:
    """Return files by path: a plan with parts, a small plan that builds on it, and a register."""
    first = random_plan(random, "eksempel")
    second = random_plan(random, "nabo")
    second["bygger_på"] = ["eksempel/m1"]
    register: dict[str, Data] = {
        "register": "enheter",
        "tittel": "Enheter",
        "aktører": [
            {"id": "kultur", "navn": "Kulturetaten", "type": "enhet", "alias": ["KE", "Kultur"]},
            {"id": "helse", "navn": "Helseetaten", "type": "enhet"},
        ],
    }
    return {
        "plans/eksempel/plan.yaml": first,
        "plans/eksempel/a.yaml": random_part(random, "eksempel", "m1", "m1.a"),
        "plans/eksempel/b.yaml": random_part(random, "eksempel", "m1", "m1.b"),
        "plans/nabo.yaml": second,
        "plans/registre/enheter.yaml": register,
    }


def laid_out(data: Mapping[str, Data], random: Random) -> Written:
    """Return the data as a careless person would write it."""
    hand = _Hand(random)
    lines = hand.mapping(data, random.choice((0, 0, 0, 2)))
    head = []
    if random.random() < 0.2:
        head.append(hand.comment())
        head += [""] * random.randint(0, 2)
    if random.random() < 0.2:
        head += ["---" + " " * random.randint(0, 2)]
    tail = ["..."] if head and head[-1].startswith("---") and random.random() < 0.3 else []
    if random.random() < 0.3:
        tail += [hand.comment()]
    ending = random.choice(("\n", "\n", "\r\n"))
    text = ending.join((*head, *lines, *tail))
    text += random.choice(("", ending, ending, ending * 3)) if not hand.keeps else ending
    mark = codecs.BOM_UTF8 if random.random() < 0.1 else b""
    # They are numbered as they are made, and some parts of a line are made before those to their left.
    comments = sorted(hand.comments, key=text.index)
    return Written(mark + text.encode(), tuple(comments))


def _line(random: Random) -> str:
    words = random.sample(WORDS, random.randint(2, 9))
    if random.random() < 0.2:
        words.insert(random.randint(0, len(words)), random.choice(_LINKS))
    if random.random() < 0.15:
        words.append(random.choice(("# ikke en kommentar", "kl. 12: møte", "'sitat'", '"sitat"', "a\\b", "[x]", "{y}")))
    return random.choice("ABDEFGÅØ") + " " + " ".join(words)


def _prose(random: Random) -> str:
    paragraphs = [_line(random) for _ in range(random.randint(1, 3))]
    if random.random() < 0.4:
        paragraphs.append("\n".join(f"- {_line(random)}" for _ in range(random.randint(1, 3))))
    if random.random() < 0.2:
        paragraphs.append("- ytterst\n  - innerst\n\n      fire mellomrom til")
    return "\n\n".join(paragraphs)


def _goal(name: str, random: Random) -> dict[str, Data]:
    goal: dict[str, Data] = {
        "id": name,
        "nummer": random.choice(("1", "1.10", "6 og 14", "A", "")),
        "tittel": _line(random),
    }
    if random.random() < 0.6:
        goal["bærekraftsmål"] = random.choice(
            ("3", ["3", "17.10"], [{"fn": "10", "vekt": "hoved", "begrunnelse": "Likhet"}])
        )
    if random.random() < 0.5:
        goal["tekst"] = _prose(random)
    if random.random() < 0.3:
        goal["måltall"] = [{"hva": "Deltakere", "verdi": "54,5 %", "år": "2028"}, {"hva": "Timer", "verdi": "12"}]
    if random.random() < 0.2:
        goal["fotnoter"] = {"1": _line(random)}
        goal["tittel"] = f"{goal['tittel']}[^1]"
    goal["delmål"] = [_subgoal(f"{name}.d{number}", random) for number in range(1, random.randint(1, 3) + 1)]
    return goal


def _subgoal(name: str, random: Random) -> dict[str, Data]:
    measures = [_measure(f"{name}.v{number}", random) for number in range(1, random.randint(1, 3) + 1)]
    subgoal: dict[str, Data] = {"id": name, "tittel": _line(random), "virkemidler": measures}
    if random.random() < 0.3:
        subgoal["emner"] = ["eldre", "folkehelse", "barn og unge"][: random.randint(1, 3)]
    return subgoal


def _measure(name: str, random: Random) -> dict[str, Data]:
    measure: dict[str, Data] = {"id": name, "tekst": _prose(random) if random.random() < 0.5 else _line(random)}
    if random.random() < 0.4:
        measure["ansvarlig"] = random.choice(("Kulturetaten", ["Kulturetaten", "Helseetaten"]))
    if random.random() < 0.4:
        measure["frist"] = random.choice(("2027", "2028-04-27", "1. halvår 2028", "årlig"))
    if random.random() < 0.2:
        measure["bidrar_til"] = [{"til": "m1", "begrunnelse": _line(random)}]
    if random.random() < 0.2:
        measure["merknader"] = [_line(random)]
    return measure


def _table(random: Random) -> dict[str, Data]:
    rows: list[Data] = [
        {"Nivå": "2", "Tjenester": ["Hjelp", "Mat og drikke"]},
        {"Nivå": "3", "Tjenester": _line(random)},
    ]
    return {"id": "oversikt", "tittel": "Oversikt", "kolonner": ["Nivå", "Tjenester"], "rader": rows}


_SPECIAL_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`~•–=<")
_ABSENT = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass
class _Hand:
    """A person who writes: what is chosen at random, and the comments made so far."""

    random: Random
    comments: list[str] = field(default_factory=list)
    # Whether some text keeps the line ends after it, so that blank lines there are part of it.
    keeps: bool = False

    def comment(self) -> str:
        said = self.random.choice(("sjekk dette", "spør: hvem?", "- id: gammelt", "jf. [[m1]]  to mellomrom", "'"))
        self.comments.append(f"# k{len(self.comments)}k {said}")
        return self.comments[-1]

    def mapping(self, data: Mapping[str, Data], column: int) -> list[str]:
        """Return the lines of a mapping whose keys stand in a column. The first line is its first key."""
        aligned = max(map(len, data)) + 1 if self.random.random() < 0.15 else 0
        lines: list[str] = []
        for key, value in data.items():
            if lines:
                lines += self.between(column)
            lines += self.entry(key, value, column, aligned)
        return lines

    def entry(self, key: str, value: Data, column: int, aligned: int) -> list[str]:
        random = self.random
        quote = random.choice(('"', "'")) if random.random() < 0.05 else ""
        head = " " * column + quote + key + quote + (" " if random.random() < 0.04 else "") + ":"
        gap = " " * (max(1, aligned - len(key)) if aligned else random.choice((1, 1, 1, 2, 4)))
        if isinstance(value, str):
            return self.text(head + gap, value, column, key in ("tekst", "sammendrag"))
        if random.random() < 0.35 and self.can_be_flow(value):
            return self.in_brackets(head + gap, value, column)
        first = head + self.after()
        if isinstance(value, Mapping):
            inner = column + random.randint(1, 6)
            return [first, *self.between(inner), *self.mapping(value, inner)]
        inner = column + random.choice((0, 0, 1, 2, 2, 3, 4, 6))
        return [first, *self.between(inner), *self.sequence(value, inner)]

    def sequence(self, data: Sequence[Data], column: int) -> list[str]:
        random, lines = self.random, list[str]()
        for item in data:
            if lines:
                lines += self.between(column)
            gap = random.choice((1, 1, 1, 2, 3))
            head = " " * column + "-" + " " * gap
            if isinstance(item, str):
                lines += self.text(head, item, column, False)
            elif random.random() < 0.3 and self.can_be_flow(item):
                lines += self.in_brackets(head, item, column)
            elif isinstance(item, Mapping) and random.random() < 0.1:
                inner = column + random.randint(1, 6)
                lines += [head.rstrip() + self.after(), *self.between(inner), *self.mapping(item, inner)]
            else:
                inner = column + 1 + gap
                within = self.mapping(item, inner) if isinstance(item, Mapping) else self.sequence(item, inner)
                lines += [head + within[0].lstrip(" "), *within[1:]]
        return lines

    def between(self, column: int) -> list[str]:
        """Return what may stand between two lines: blank lines, and comments no deeper than what follows."""
        random, lines = self.random, list[str]()
        while random.random() < 0.18:
            if random.random() < 0.5 and not self.keeps:
                lines.append(" " * random.choice((0, 0, 2)))
            else:
                lines.append(" " * random.randint(0, column) + self.comment() + " " * random.choice((0, 0, 1)))
                self.keeps = False
        self.keeps = False
        return lines

    def after(self) -> str:
        """Return what may follow on a line: a comment, spaces, nothing."""
        random = self.random
        if random.random() < 0.12:
            return random.choice((" ", "  ", "     ")) + self.comment() + random.choice(("", " "))
        return random.choice(("", "", "", "", " ", "   "))

    def text(self, head: str, text: str, column: int, prose: bool) -> list[str]:
        """Return a text after a key or dash, in any style that can hold it."""
        random = self.random
        if text in _ABSENT and random.random() < 0.5:
            return [head.rstrip() + self.after()]
        several = "\n" in text
        foldable = not any(line.startswith((" ", "\t")) for line in text.split("\n"))
        if (several and (not foldable or random.random() < 0.8)) or (prose and random.random() < 0.4):
            return self.block(head, text, column, random.choice("|||>") if foldable else "|")
        style = random.choice(("", "", "", "", "'", '"'))
        if not style and not _can_be_plain(text):
            style = random.choice(("'", '"'))
        if style:
            text = text.replace("'", "''") if style == "'" else text.replace("\\", "\\\\").replace('"', '\\"')
        pieces = self.folded(text.split("\n"), style) if several or (text and random.random() < 0.15) else [text]
        lines = [head + style + pieces[0]]
        lines += [" " * (column + random.randint(1, 6)) + piece if piece else "" for piece in pieces[1:]]
        lines[-1] += style + self.after()
        return lines

    def block(self, head: str, text: str, column: int, style: str) -> list[str]:
        random = self.random
        indent = random.randint(1, 6)
        chomp = random.choice(("", "", "-", "+"))
        lines = text.split("\n")
        if style == ">":
            lines = self.folded(lines, ">")
        indicator = ""
        if random.random() < 0.15:
            indicator = str(indent)
            indicator = indicator + chomp if random.random() < 0.5 else chomp + indicator
        elif lines[0].startswith(" "):
            indicator = str(indent) + chomp
        first = head + style + (indicator or chomp)
        first += (" " + self.comment()) if random.random() < 0.1 else ""
        written = [" " * (column + indent) + line if line else "" for line in lines]
        if style == "|" and random.random() < 0.1:
            written[-1] += "  "
        if chomp == "+" or random.random() < 0.3:
            written += [""] * random.randint(0, 2)
        self.keeps = chomp == "+"
        return [first, *written]

    def folded(self, lines: list[str], style: str) -> list[str]:
        """Return the lines broken further; in what YAML joins, a line end is an empty line."""
        first, *rest = (self.broken(line, style) if line else [] for line in lines)
        return [*first, *(piece for pieces in rest for piece in ("", *pieces))]

    def broken(self, text: str, style: str) -> list[str]:
        """Return the text in lines that YAML joins with a space again."""
        words, lines = text.split(" "), [""]
        for word in words:
            begins = style != "" or _may_begin_a_line(word)
            breaks = lines[-1] and word and begins and not lines[-1].endswith("\\") and self.random.random() < 0.3
            if breaks and "" not in (word, lines[-1].rsplit(" ", 1)[-1]):
                lines.append(word)
            else:
                lines[-1] += (" " if lines[-1] else "") + word
        return lines

    def can_be_flow(self, data: Data) -> bool:
        if isinstance(data, str):
            return "\n" not in data and len(data) < 120
        parts = data.values() if isinstance(data, Mapping) else data
        return len(data) < 5 and all(self.can_be_flow(part) for part in parts)

    def in_brackets(self, head: str, data: Data, column: int) -> list[str]:
        """Return a value in brackets, perhaps over many lines, with comments among them."""
        spread = self.random.random() < 0.3
        lines: list[str] = [head]
        self.flow(data, lines, column, spread)
        lines[-1] += self.after()
        return lines

    def flow(self, data: Data, lines: list[str], column: int, spread: bool) -> None:
        random = self.random
        if isinstance(data, str):
            style = random.choice(("", "", '"', "'"))
            if not style and (not _can_be_plain(data) or set(data) & set(",[]{}")):
                style = '"'
            held = data.replace("'", "''") if style == "'" else data
            held = data.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else held
            lines[-1] += style + held + style
            return
        opening, closing = "{}" if isinstance(data, Mapping) else "[]"
        lines[-1] += opening + random.choice(("", "", " "))
        keys = list(data) if isinstance(data, Mapping) else []
        parts = list(data.values()) if isinstance(data, Mapping) else list(data)
        for index, part in enumerate(parts):
            if spread and random.random() < 0.5:
                self.new_line(lines, column)
            if keys:
                lines[-1] += f"{keys[index]}:" + random.choice((" ", "  "))
            self.flow(part, lines, column, spread)
            last = index + 1 == len(parts)
            if not last or random.random() < 0.1:
                lines[-1] += (
                    random.choice(("", "", " "))
                    + ","
                    + random.choice(("", " ", " ", "  ") if last else (" ", " ", "  "))
                )
        if spread and random.random() < 0.5:
            self.new_line(lines, column)
        lines[-1] += random.choice(("", "", " ")) + closing

    def new_line(self, lines: list[str], column: int) -> None:
        random = self.random
        if random.random() < 0.3:
            lines[-1] += " " + self.comment()
        if random.random() < 0.2:
            lines.append(" " * (column + random.randint(1, 6)) + self.comment())
        lines.append(" " * (column + random.randint(1, 6)))


def _can_be_plain(text: str) -> bool:
    return (
        text not in _ABSENT
        and not any(line[:1] in _SPECIAL_FIRST for line in text.split("\n"))
        and text[0] not in _SPECIAL_FIRST
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and text == text.strip()
    )


def _may_begin_a_line(word: str) -> bool:
    return word[0] not in _SPECIAL_FIRST and not word.endswith(":") if word else False
