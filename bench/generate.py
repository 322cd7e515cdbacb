"""Plans of any number and one size, the same for the same number: 8 goals, 32 subgoals and 128 measures each."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

_WORDS = (
    "kommunen barn eldre skole helse vann klima bolig næring kultur frivillige tilbud arbeid møteplasser trygghet "
    "nærmiljø samarbeid ungdom familie natur energi transport tjenester innbyggere medvirkning plan gode flere lavere "
    "bedre åpne skal bør kan legge utvikle styrke følge sikre bygge lage dele lære vise gi få nye felles lokale hele i "
    "med for og på"
).split()
_ACTORS = ("oppvekst", "helse", "kultur", "teknisk", "plan", "eiendom")


def plan(number: int, of: int) -> str:
    """Return the text of one plan; a tenth of its measures contribute to another plan's goal."""
    chance = random.Random(number)
    rows = [
        f"plan: plan-{number:04}",
        f"tittel: Temaplan {number}",
        "type: temaplan",
        "kommune: 0301",
        "språk: nb",
        "periode: 2026–2030",
        "status: vedtatt",
        "mål:",
    ]
    for goal in range(1, 9):
        name = f"m{goal}"
        un = ", ".join(str(each) for each in sorted(chance.sample(range(1, 18), chance.randint(1, 3))))
        rows += [
            f"  - id: {name}",
            f"    nummer: {goal}",
            f"    tittel: {_sentence(chance, 5)}",
            f"    bærekraftsmål: [{un}]",
            "    tekst: |",
            *(f"      {_sentence(chance, 20)}." for _ in range(3)),
            "    delmål:",
        ]
        for subgoal in range(1, 5):
            rows += [
                f"      - id: {name}.d{subgoal}",
                f"        tittel: {_sentence(chance, 6)}",
                "        virkemidler:",
            ]
            for measure in range(1, 5):
                rows += [
                    f"          - id: {name}.d{subgoal}.v{measure}",
                    f"            tekst: {_sentence(chance, 25)}.",
                    f"            ansvarlig: {chance.choice(_ACTORS)}",
                    f"            frist: {chance.randint(2026, 2030)}",
                    f"            status: {chance.choice(('planlagt', 'i gang', 'fullført'))}",
                ]
                if chance.random() < 0.1:
                    rows.append(f"            bidrar_til: plan-{chance.randrange(of):04}/m{chance.randint(1, 8)}.d1")
    return "\n".join(rows) + "\n"


def register() -> str:
    """Return the register of the actors that the plans name."""
    rows = ["register: enheter", "aktører:"]
    for actor in _ACTORS:
        rows += [f"  - id: {actor}", f"    navn: {actor.capitalize()}", "    type: enhet"]
    return "\n".join(rows) + "\n"


def write(folder: Path, plans: int) -> None:
    """Write a workspace of that many plans."""
    (folder / "plans" / "registre").mkdir(parents=True, exist_ok=True)
    (folder / "plans" / "registre" / "enheter.yaml").write_text(register(), "utf-8")
    for number in range(plans):
        (folder / "plans" / f"plan-{number:04}.yaml").write_text(plan(number, plans), "utf-8")


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--plans", type=int, default=60)
    chosen = options.parse_args()
    write(chosen.folder, chosen.plans)
