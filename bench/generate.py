"""Plans of any number and one size, the same for the same number: 8 goals, 32 subgoals and 128 measures each.

A goal says some 60 words and cites one to three UN goals, a measure some 25 words, an actor, a time and a status; every
tenth subgoal contributes to a goal of another plan.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

from words import (
    ACTIONS,
    ACTORS,
    ENDS,
    FOLLOW_UPS,
    GROUPS,
    MEANS,
    MUNICIPALITIES,
    PLACES,
    STATUSES,
    THEMES,
    THINGS,
    WISHES,
)

_VERSION = re.compile(r"\(versjon \d+\)")


def plan(number: int, of: int) -> str:
    """Return the text of one plan; what it contributes to are goals of the other plans among the first `of`."""
    chance = random.Random(number)
    municipality, place = MUNICIPALITIES[number % len(MUNICIPALITIES)]
    start = chance.randint(2020, 2026)
    return "\n".join(
        [
            f"plan: plan-{number:04}",
            f"tittel: Temaplan for {chance.choice(THEMES)} i {place} {number}",
            "type: temaplan",
            f"kommune: {municipality}",
            "språk: nb",
            f"periode: {start}–{start + 12}",
            "status: vedtatt",
            "sammendrag: |",
            *_block(2, f"{_sentence(chance)} {_sentence(chance)}", "", _sentence(chance)),
            "saksgang:",
            f"  - {{steg: vedtak, organ: Kommunestyret, dato: {start}-06-11, sak: PS {number % 90 + 1}/{start % 100}}}",
            "mål:",
            *(row for goal in range(1, 9) for row in _goal(chance, number, of, goal, start)),
            "",
        ]
    )


def register() -> str:
    """Return the register of the actors that the plans name."""
    rows = ["register: enheter", "aktører:"]
    for number, actor in enumerate(ACTORS, 1):
        rows += [f"  - id: enhet-{number}", f"    navn: {actor}", "    type: enhet"]
    return "\n".join(rows) + "\n"


def edited(text: str, time: int) -> str:
    """Return a plan in which one word of one measure's text is another than at any other time."""
    return _VERSION.sub(f"(versjon {time})", text)


def commented(text: str) -> str:
    """Return a plan that says the same with one more comment, which moves every line."""
    return f"# Lest gjennom én gang til.\n{text}"


def megabyte() -> str:
    """Return one plan of a megabyte: many plans' goals, each with ids of its own."""
    whole = [plan(0, 1)]
    size, number = len(whole[0].encode()), 0
    while size < 1_000_000:
        number += 1
        goals = plan(number, 1).partition("mål:\n")[2]
        goals = goals.replace("id: m", f"id: p{number}.m")
        whole.append(goals)
        size += len(goals.encode())
    return "".join(whole)


def path_of(number: int) -> str:
    """Return where a plan stands in a workspace."""
    return f"plans/plan-{number:04}.yaml"


def write(folder: Path, plans: int) -> None:
    """Write a workspace of that many plans."""
    (folder / "plans" / "registre").mkdir(parents=True, exist_ok=True)
    (folder / "plans" / "registre" / "enheter.yaml").write_text(register(), "utf-8")
    for number in range(plans):
        (folder / path_of(number)).write_text(plan(number, plans), "utf-8")


def _goal(chance: random.Random, number: int, of: int, goal: int, start: int) -> list[str]:
    un_goals = sorted(chance.sample(range(1, 18), chance.choice((1, 2, 2, 3))))
    link = f"https://example.org/forventninger/plan-{number:04}-m{goal}"
    return [
        f"  - id: m{goal}",
        f"    nummer: {goal}",
        f"    tittel: {_title(chance, chance.choice(WISHES))}",
        "    tekst: |",
        *_block(
            6,
            _sentence(chance),
            "",
            *(f"- **{chance.choice(ACTIONS)}** {chance.choice(THINGS)} {chance.choice(MEANS)}" for _ in range(3)),
            "",
            f"Se [nasjonale forventninger]({link}) og {_lower(_sentence(chance))}",
        ),
        f"    bærekraftsmål: [{', '.join(map(str, un_goals))}]",
        "    delmål:",
        *(row for subgoal in range(1, 5) for row in _subgoal(chance, number, of, f"m{goal}.d{subgoal}", start)),
    ]


def _subgoal(chance: random.Random, number: int, of: int, name: str, start: int) -> list[str]:
    rows = [
        f"      - id: {name}",
        f"        tittel: {_title(chance, chance.choice(ACTIONS))}",
        "        tekst: |",
        *_block(10, _sentence(chance)),
    ]
    if of > 1 and chance.random() < 0.1:
        other = (number + chance.randrange(1, of)) % of
        rows.append(f"        bidrar_til: plan-{other:04}/m{chance.randint(1, 8)}")
    rows.append("        virkemidler:")
    return rows + [row for measure in range(1, 5) for row in _measure(chance, f"{name}.v{measure}", start)]


def _measure(chance: random.Random, name: str, start: int) -> list[str]:
    first = start + chance.randrange(9)
    version = " (versjon 0)" if name == "m4.d2.v3" else ""
    when = f"periode: {first}–{first + chance.randint(1, 4)}" if chance.random() < 0.5 else f"frist: {first}"
    return [
        f"          - id: {name}",
        f"            tittel: {_title(chance, chance.choice(ACTIONS))}",
        "            tekst: |",
        *_block(14, _sentence(chance) + version),
        f"            ansvarlig: {chance.choice(ACTORS)}",
        f"            {when}",
        f"            status: {chance.choice(STATUSES)}",
    ]


def _title(chance: random.Random, begin: str) -> str:
    return f"{_upper(begin)} {chance.choice(THINGS)} {chance.choice(PLACES)}"


def _sentence(chance: random.Random) -> str:
    what = f"{chance.choice(ACTIONS)} {chance.choice(THINGS)} {chance.choice(PLACES)} for {chance.choice(GROUPS)}"
    return f"{_upper(what)} {chance.choice(MEANS)}, {chance.choice(ENDS)}, {chance.choice(FOLLOW_UPS)}."


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _block(indent: int, *lines: str) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--plans", type=int, default=60)
    chosen = options.parse_args()
    write(chosen.folder, chosen.plans)
