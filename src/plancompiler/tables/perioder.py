"""Period → measures and milestones, in the order they begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from plancompiler.cells import (
    EMPTY,
    cell,
    few,
    heading,
    kind,
    nodes_in_order,
    plan_cells,
    plan_columns,
    status,
    targets,
    time_cell,
)
from plancompiler.followup import is_point
from plancompiler.inherit import responsible
from plancompiler.procedure import has_ended, laid_to_rest, takes_over
from plancompiler.program import Program
from plancompiler.schedule import When, due, plan_days, when
from plancompiler.shown_dates import shown_date
from plancompiler.table import Cell, Note, Rows, Table, counted, in_list
from plancompiler.translate import Translator

_KINDS = frozenset({"strategi", "virkemiddel", "milepæl", "fase"})

# A measure goes on as long as what it stands under; when a phase or a milestone is, only it can say.
_OWN_TIME = frozenset({"milepæl", "fase"})

# How many deadlines stand first on the page.
_FIRST = 5


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(
        map(words, ("År", "Når", "Fra", "Til", "Punkt", "Type", "Frist", "Ansvarlig", "Framdrift", "Arvet"))
    )
    # Sorting is stable: what begins and ends together stays in page order. What has no time comes last.
    found = sorted(_timed(program), key=lambda pair: (pair[1] is None, pair[1].order if pair[1] is not None else _LAST))
    rows = tuple(
        (
            cell(_year(time)),
            time_cell(time.text) if time is not None else cell(words("ikke oppgitt")),
            time_cell(_iso(time.first if time is not None else None)),
            time_cell(_iso(time.last if time is not None else None)),
            heading(program, name, words),
            kind(program, name, words),
            time_cell(program.nodes[name].text("frist")),
            targets(program, responsible(program, name)[0], words),
            status(program, program.nodes[name]),
            cell(words("ja") if time is not None and time.inherited else ""),
            *plan_cells(program, program.nodes[name].plan, words),
        )
        for name, time in found
    )
    return Rows((*columns, *plan_columns(words)), rows, for_machines=(2, 3), above=(0,))


def _year(time: When | None) -> str:
    """Return the year that a row stands under: the one it begins in, or ends in where it says no more; "" for none."""
    day = time and (time.first or time.last)
    return str(day.year) if day else ""


def _arranged(program: Program, words: Translator, rows: Rows, day: str) -> Rows:
    """Put last what on a day stands in plans that others have taken the place of, and say what is under no year.

    Among the others it would be read as a second deadline for the same.
    """
    plan = rows.columns.index(words("Plan"))
    over = {name for name in program.plans if has_ended(program, name, day)}
    last = cell(words("I planer som er erstattet eller opphevet"))
    unsaid, open_ended = cell(words("Tidspunkt ikke oppgitt")), cell(words("Uten fast dato"))
    running = ((year or (open_ended if when[0].time else unsaid), when, *rest) for year, when, *rest in rows.rows)
    put = [(last, *row[1:]) if row[plan][0].name in over else row for row in running]
    return replace(rows, rows=tuple(sorted(put, key=lambda row: row[plan][0].name in over)))


def _answer(program: Program, words: Translator, day: str) -> tuple[Note, ...]:
    """Name what falls due next, or first where no day is given, and what has fallen due and is not said to be done."""
    every = list(_due(program, day))
    own = sorted(((last, time, name) for last, time, name in every if not time.inherited), key=lambda one: one[0])
    # A plan whose period is over promises nothing more, whatever days stand in it.
    coming = [(time, name) for last, time, name in own if last.isoformat() >= day and _runs(program, name, day)]
    lines = tuple(
        (
            time_cell(time.text),
            in_list(heading(program, name, words)),
            plan_cells(program, program.nodes[name].plan, words)[0],
        )
        for time, name in coming[:_FIRST]
    )
    if not day:
        return (Note(words("De første fristene:"), lines=lines),) if lines else ()
    past = [name for last, _, name in own if last.isoformat() < day]
    # What has no time of its own is over with what it stands in: it is no deadline, but it is not to be passed over.
    over = [name for last, time, name in every if time.inherited and last.isoformat() < day]
    date = shown_date(day, words.language, words)
    next_ones = words("Neste frister, regnet fra {date}:") if lines else words("Ingen frister kommer etter {date}.")
    late = words("Passerte frister der planene ikke sier at det er gjort: {count}.")
    if any("periode" in fields and "frist" not in fields for fields in (program.nodes[name].fields for name in past)):
        late = words("Passerte frister og perioder der planene ikke sier at det er gjort: {count}.")
    if any(program.nodes[name].kind == "fase" for name, time in _timed(program) if time is not None):
        late = f"{late} {words('Faser er ikke talt med.')}"
    left = words("Uten egen frist, men i en periode som er over: {count}. Planene sier ikke at det er gjort.")
    return (
        *((Note(next_ones.format(date=date), lines=lines),) if own else ()),
        *_only_drafts(program, [name for _, name in coming], day, words),
        *_past(program, late, past, few(program, past, words), words),
        *_past(program, left, over, EMPTY, words),
    )


def _only_drafts(program: Program, coming: Sequence[str], day: str, words: Translator) -> Iterator[Note]:
    """Yield that nothing in a plan in force falls due, where all that does is only proposed."""
    plans = {program.nodes[name].plan for name in coming}
    is_told = plans.isdisjoint(program.counted) and not any(takes_over(program, plan, day) for plan in plans)
    if plans and program.counted and is_told:
        yield Note(words("Alle disse fristene står i utkast. De andre planene har ingen egne frister framover."))


def _past(program: Program, said: str, found: Sequence[str], about: Cell, words: Translator) -> Iterator[Note]:
    """Yield a sentence that says how many have a day that is past, with how many they are in each plan."""
    plans = Counter(program.nodes[name].plan for name in found)
    lines = tuple((plan_cells(program, plan, words)[0], cell(counted(count))) for plan, count in plans.items())
    if found:
        yield Note(said.format(count=counted(len(found))), about, lines)


def _due(program: Program, day: str) -> Iterator[tuple[date, When, str]]:
    """Yield what has a last day and is not said to be over: the day, the time as written, the node.

    What an edition has on days when the next has taken over is that one's to say, and so is what it has laid to rest.
    """
    for name, time in _timed(program):
        node = program.nodes[name]
        last = due(node, time)
        if time is None or last is None or node.id in laid_to_rest(program, node.plan, day):
            continue
        until = takes_over(program, node.plan, day)
        if last.isoformat() < until if until else not has_ended(program, node.plan, day):
            yield last, time, name


def _runs(program: Program, name: str, day: str) -> bool:
    """Tell whether the period of a node's plan is not over on a day; "" is before all others."""
    last = plan_days(program, program.nodes[name].plan).last
    return last is None or last.isoformat() >= day


def _timed(program: Program) -> Iterator[tuple[str, When | None]]:
    """Yield what has a time, a strategy one of its own, and each phase and milestone whether it has one or not."""
    for node in nodes_in_order(program):
        if node.kind not in _KINDS or node.name in program.quoted:
            continue
        time = when(program, node.name)
        if node.kind in _OWN_TIME:
            yield node.name, None if time is None or time.inherited else time
        # A point of a measure goes with the measure unless it has a time of its own, and a strategy with the plan.
        elif time is not None and not (time.inherited and (node.kind == "strategi" or is_point(program, node.name))):
            yield node.name, time


_LAST = (True, date.max, date.max)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


TABLE = Table(
    name="perioder",
    title="Tidsplan",
    about=(
        "Virkemidler, milepæler og faser etter når de begynner, og strategier som sier når; det som bare har en frist, "
        "etter fristen. Virkemidler som bare har planens egen periode, er merket som arvet. Det som ikke har noe "
        "tidspunkt, står til slutt, og etter det planer som er erstattet eller opphevet."
    ),
    rows=_rows,
    answer=_answer,
    arranged=_arranged,
)
