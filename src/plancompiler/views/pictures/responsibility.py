"""Who is responsible for what: an actor a row, alone, with others, through a role, or taking part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from plancompiler.address import address
from plancompiler.cells import series
from plancompiler.program import Program
from plancompiler.summed import summed
from plancompiler.table import Mention, counted, rows_of
from plancompiler.tables import ansvar
from plancompiler.translate import Translator
from plancompiler.views.bars import bars
from plancompiler.views.drawing import MOST, Facts, Picture, left_out
from plancompiler.views.in_force import left_aside
from plancompiler.views.naming import language_of
from plancompiler.views.page import Here, Ref
from plancompiler.views.pictured import Pictures

# When more than this have as much as anybody, nobody is said to have most.
_NAMED = 3


def _draw(here: Here) -> Iterator[Picture]:
    words = here.words
    ways = _ways(words)
    by_actor = _by_actor(here.program, words)
    # Who has most stands first; the order of the table is kept among those that have as much.
    actors = sorted(by_actor, key=lambda actor: -by_actor[actor].total())
    if not actors:
        return
    shown = actors[:MOST]
    heads = (words("Alene"), words("Sammen med andre"), words("Gjennom en rolle"), words("Deltar"))
    values = {actor: [by_actor[actor][way] for way in ways] for actor in actors}
    yield Picture(
        "ansvar",
        words("Hvem som har ansvar for hva"),
        _finding(by_actor, words),
        (
            f"{words('Tallene er rader i tabellen.')} {left_aside(here)}",
            *_summed(here),
        ),
        bars(here, [actor.text for actor in shown], heads, [values[actor] for actor in shown]),
        Facts(
            (words("Ansvarlig"), *heads),
            tuple((_ref(here, actor), *(_number(value, words) for value in values[actor])) for actor in actors),
        ),
        legend=left_out(len(shown), len(actors), words("De {count} med flest vises; resten står i tabellen.")),
    )


def _finding(by_actor: Mapping[Mention, Counter[str]], words: Translator) -> str:
    """Return who has most; that there is work for so many, when many have as much."""
    every = sum(found.total() for found in by_actor.values())
    most = max(found.total() for found in by_actor.values())
    first = [actor.text for actor, found in by_actor.items() if found.total() == most]
    if len(by_actor) > 1 and (len(first) > _NAMED or len(first) == len(by_actor)):
        return words("Oppgavene er delt på {count} aktører og roller.").format(count=counted(len(by_actor)))
    said = words("Flest oppgaver har {actor}: {count} av {all}.")
    return said.format(actor=series(first, words), count=counted(most), all=counted(every))


def _ways(words: Translator) -> tuple[str, ...]:
    """Return the words by which the table says how an actor has to do with something."""
    said = "har ansvaret", "har ansvaret sammen med andre", "gjennom rollen", "deltar"
    return tuple(words(way) for way in said)


def _by_actor(program: Program, words: Translator) -> dict[Mention, Counter[str]]:
    found = rows_of(ansvar.TABLE, program, words)
    actor, how, plan = (found.columns.index(words(name)) for name in ("Ansvarlig", "Måte", "Plan"))
    counts: dict[Mention, Counter[str]] = {}
    for row in found.rows:
        if row[plan][0].name in program.counted:
            counts.setdefault(row[actor][0], Counter())[row[how][0].text] += 1
    return counts


def _summed(here: Here) -> Iterator[str]:
    """Yield of which plans the numbers are the sum."""
    found = rows_of(ansvar.TABLE, here.program, here.words)
    plan = found.columns.index(here.words("Plan"))
    plans = {row[plan][0].name for row in found.rows} & here.program.counted
    for note in summed(here.program, plans, here.words, here.output.as_of):
        yield f"{note.text} {'; '.join(one.text for one in note.about)}".rstrip()


def _ref(here: Here, actor: Mention) -> Ref:
    if not actor.name:
        return Ref(actor.text)
    return Ref(actor.text, here.link(address(here.program, actor.name)), language_of(here, actor.name))


def _number(count: int, words: Translator) -> Ref:
    return Ref(counted(count) if count else words("ingen"))


PICTURES = Pictures(("tabeller/ansvar.html",), _draw)
