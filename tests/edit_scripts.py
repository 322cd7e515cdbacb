"""Random edits of the data of random plans: what people do to plans between two revisions."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from layouts import WORDS

CHILD_KEYS = ("mål", "delmål", "virkemidler", "kapitler", "tabeller")

_TITLES = (
    "Nye møteplasser for unge",
    "Billigere trening",
    "Skal bli bedre",
    "Kan vurderes ved behov",
    "Minst 20 plasser",
)


def edited(files: dict[str, Any], random: Random, times: int) -> dict[str, Any]:
    """Return the files after that many edits."""
    now = deepcopy(files)
    for number in range(times):
        random.choice(EDITS)(now, random, number)
    return now


def lists(data: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every list of nodes, as what holds it and its key."""
    for key in CHILD_KEYS:
        for node in data.get(key, ()):
            yield from lists(node)
        if data.get(key):
            yield data, key


def nodes(files: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any], str]]:
    """Return every node with what holds it and the key it stands under."""
    return [
        (node, holder, key)
        for path, data in sorted(files.items())
        if "register" not in data
        for holder, key in lists(data)
        for node in holder[key]
    ]


def _remove(files: dict[str, Any], random: Random, number: int) -> None:
    node, holder, key = random.choice(nodes(files))
    holder[key].remove(node)
    if not holder[key]:
        del holder[key]


def _add(files: dict[str, Any], random: Random, number: int) -> None:
    parents = [node for node, _, key in nodes(files) if key in ("delmål", "mål")]
    if parents:
        parent = random.choice(parents)
        new = {"id": f"ny{number}", "tekst": f"{random.choice(_TITLES)} {number} {' '.join(random.sample(WORDS, 5))}"}
        children = parent.setdefault("virkemidler", [])
        children.insert(random.randint(0, len(children)), new)


def _move(files: dict[str, Any], random: Random, number: int) -> None:
    movable = [each for each in nodes(files) if each[2] == "virkemidler"]
    parents = [node for node, _, key in nodes(files) if key == "delmål"]
    if movable and parents:
        node, holder, key = random.choice(movable)
        holder[key].remove(node)
        if not holder[key]:
            del holder[key]
        children = random.choice(parents).setdefault("virkemidler", [])
        children.insert(random.randint(0, len(children)), node)


def _reorder(files: dict[str, Any], random: Random, number: int) -> None:
    holder, key = random.choice([each for data in files.values() if "register" not in data for each in lists(data)])
    random.shuffle(holder[key])


def _other_key_first(files: dict[str, Any], random: Random, number: int) -> None:
    data = files["plans/eksempel/plan.yaml"]
    keys = [key for key in CHILD_KEYS if key in data]
    taken = {key: data.pop(key) for key in random.sample(keys, len(keys))}
    data.update(taken)


def _retitle(files: dict[str, Any], random: Random, number: int) -> None:
    node = random.choice(nodes(files))[0]
    key = "tittel" if "tittel" in node else "tekst"
    words = str(node[key]).split(" ")
    words[random.randrange(len(words))] = random.choice(("skal", "bør", "ikke", "12", "grønne", "Ved", "alle"))
    node[key] = "A" + " ".join(words)


def _deadline(files: dict[str, Any], random: Random, number: int) -> None:
    node, _, key = random.choice(nodes(files))
    if key == "virkemidler":
        node["frist"] = random.choice(("2027", "2029-01-01", "2030", "løpende"))


def _drop_field(files: dict[str, Any], random: Random, number: int) -> None:
    node = random.choice(nodes(files))[0]
    found = [key for key in node if key in ("frist", "ansvarlig", "bærekraftsmål", "merknader", "måltall", "emner")]
    if found:
        del node[random.choice(found)]


def _figures(files: dict[str, Any], random: Random, number: int) -> None:
    node, _, key = random.choice(nodes(files))
    if key == "mål":
        figures = [
            {"hva": what, "verdi": random.choice(("10 %", "55 %", "12")), "år": "2028"}
            for what in ("Deltakere", "Timer", "Turer")
        ]
        node["måltall"] = random.sample(figures, random.randint(1, 3))


def _links(files: dict[str, Any], random: Random, number: int) -> None:
    node, _, key = random.choice(nodes(files))
    if key == "mål":
        node["bærekraftsmål"] = random.choice(("4", ["3", "11"], ["17.10", "3"], [{"fn": "10", "vekt": "bi"}]))
    elif key == "virkemidler":
        node["ansvarlig"] = random.choice(("KE", ["Helseetaten", "Kulturetaten"], "NAV"))
        node["bidrar_til"] = random.choice((["m1"], [{"til": "m1", "begrunnelse": f"Fordi {number}"}]))


def _rename(files: dict[str, Any], random: Random, number: int) -> None:
    free = [node for node, _, key in nodes(files) if key == "virkemidler" and "tidligere_id" not in node]
    if free:
        node = random.choice(free)
        if random.random() < 0.7:
            node["tidligere_id"] = [node["id"]]
        node["id"] = f"omdøpt{number}".replace("ø", "o")


def _rows(files: dict[str, Any], random: Random, number: int) -> None:
    for rows in [table["rader"] for data in files.values() for table in data.get("tabeller", ())]:
        which = random.randrange(3)
        if which == 0:
            rows.append({"Nivå": str(number), "Tjenester": "Ny"})
        elif which == 1:
            rows.reverse()
        else:
            rows[0]["Tjenester"] = ["Hjelp", "Annet"]


def _header(files: dict[str, Any], random: Random, number: int) -> None:
    data = files["plans/nabo.yaml"]
    data[random.choice(("tittel", "undertittel", "sammendrag"))] = f"{random.choice(_TITLES)} {number}"
    data["status"] = random.choice(("utkast", "vedtatt", "på høring"))
    data["saksgang"] = [
        {"steg": step, "dato": f"202{random.randint(5, 9)}"}
        for step in random.sample(("oppstart", "medvirkning", "vedtak", "kunngjort"), random.randint(1, 3))
    ]


def _register(files: dict[str, Any], random: Random, number: int) -> None:
    actors = files["plans/registre/enheter.yaml"]["aktører"]
    random.choice(
        (
            lambda: actors.append({"id": f"enhet{number}", "navn": f"Enhet {number}", "type": "enhet"}),
            lambda: actors[0].update({"alias": ["KE", "Kultur", f"K{number}"]}),
            lambda: actors.reverse(),
        )
    )()


EDITS = (
    _remove, _add, _add, _move, _move, _reorder, _reorder, _other_key_first, _retitle, _retitle, _deadline, _drop_field,
    _figures, _links, _links, _rename, _rows, _header, _register,
)  # fmt: skip
