"""Target figures, key figures and costs: as written, beside what they are of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plancompiler.figures import area_figures, is_measured, measured_by, origins, shared_figures
from plancompiler.node import NOTHING, Fields, Node, records, text
from plancompiler.prose import Prose
from plancompiler.views.naming import prose, proses, ref
from plancompiler.views.page import Here, Ref
from plancompiler.views.shown_words import shown_word


@dataclass(frozen=True, slots=True)
class Number:
    """A figure on a line: its value, what it is of, and the rest, such as the year."""

    value: Prose | None
    what: Prose | None
    beside: Prose | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures of one sort: what they are, the columns that any of them fills, and a row each; the first cell heads it.

    A single figure is `only` too, for it needs no table. `origin` is what they were said of when that is quoted here.
    """

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Prose | None, ...], ...]
    only: Number | None
    origin: Ref | None = None


def numbers(here: Here, source: str, fields: Fields) -> tuple[Numbers, ...]:
    """Return what is aimed at, how it is, and what it costs, of a node's or a plan's fields."""
    words = here.words
    sorts = (("måltall", words("Måltall")), ("nøkkeltall", words("Nøkkeltall")), ("kostnader", words("Kostnader")))
    return tuple(_numbers(here, source, records(fields, key), key, caption) for key, caption in sorts if key in fields)


def quoted_numbers(here: Here, goal: Node) -> tuple[Numbers, ...]:
    """Return what the goals that a goal quotes aim at and how it goes, each with the plan that says so."""
    return tuple(
        replace(found, origin=ref(here, origin.plan))
        for origin in origins(here.program, goal)
        if origin.plan in here.program.plans
        for found in numbers(here, origin.name, origin.fields)
        if found.key != "kostnader"
    )


def also_measured_by(here: Here, goal: Node) -> tuple[Node, ...]:
    """Return what else tells how a goal goes and does not stand with it: what measures the goals that it quotes."""
    every = ((origin, node) for origin in origins(here.program, goal) for node in measured_by(here.program, origin))
    return tuple({node.name: node for origin, node in every if node.name not in {origin.name, goal.name}}.values())


def of_the_area(here: Here, goal: Node) -> tuple[Node, ...]:
    """Return what tells how it goes in the area that a goal stands in, where nothing tells how the goal itself goes."""
    program = here.program
    return () if is_measured(program, goal) else (*area_figures(program, goal), *shared_figures(program, goal))


def number_line(here: Here, source: str, record: Fields) -> Prose | None:
    """Return one figure on a line: its value, when, where and of what kind."""
    noted = _beside(here, record)
    value = text(record, "verdi") or text(record, "mål")
    return prose(here, source, f"{value} ({noted})" if noted and value else value or noted)


def told_figures(here: Here, node: Node) -> Prose | None:
    """Return a link to what measures something else, with what it aims at and how it goes; None without figures."""
    words = here.words
    said = []
    for key, label in (("måltall", words("måltall {figures}")), ("nøkkeltall", words("tall {figures}"))):
        lines = ((text(record, "hva"), number_line(here, node.name, record)) for record in node.records(key))
        figures = [f"{what}: {line.text}" if what else line.text for what, line in lines if line is not None]
        said += [label.format(figures=", ".join(figures))] if figures else []
    if not said:
        return None
    said += [shown_word("retning", node.text("retning"), words)] if "retning" in node.fields else []
    named = ref(here, node.name)
    told = prose(here, node.name, "; ".join(said)) or Prose("")
    # The full name is in no text that people write.
    start = f"[[{node.name}]]{f' ({named.note})' if named.note else ''}"
    return Prose(f"{start} – {told.text}", named.lang, ((node.name, named.href, named.text), *told.links))


def cost_lines(here: Here, node: Node) -> tuple[Prose, ...]:
    """Return what a node costs, a line for each cost with what it is of."""
    found = ((text(record, "hva"), number_line(here, node.name, record)) for record in node.records("kostnader"))
    lines = (f"{what}: {line.text}" if what else line.text for what, line in found if line is not None)
    return proses(here, node.name, lines)


def _numbers(here: Here, source: str, figures: tuple[Fields, ...], key: str, caption: str) -> Numbers:
    words = here.words
    columns = (
        (words("Hva"), [text(figure, "hva") for figure in figures]),
        (
            words("Mål") if key == "måltall" else words("Verdi"),
            [text(figure, "verdi") or text(figure, "mål") for figure in figures],
        ),
        (words("Tilsvarer"), [text(figure, "tilsvarer") for figure in figures]),
        (words("År"), [here.date(text(figure, "år")) for figure in figures]),
        (words("Gjelder"), [text(figure, "gjelder") for figure in figures]),
        (words("Utgangspunkt"), [_start(here, figure, bare=True) for figure in figures]),
        (words("Retning"), [_direction(here, figure, key) for figure in figures]),
        (words("Framgangsmåte"), [shown_word("art", text(figure, "art"), words) for figure in figures]),
        (words("Kilde"), [text(figure, "kilde") for figure in figures]),
    )
    filled = [(name, cells) for name, cells in columns if any(cells)]
    rows = tuple(tuple(prose(here, source, cells[row]) for _, cells in filled) for row in range(len(figures)))
    only = _only(here, source, figures[0], key) if len(figures) == 1 else None
    return Numbers(key, caption, tuple(name for name, _ in filled), rows, only)


def _only(here: Here, source: str, figure: Fields, key: str) -> Number:
    rest = (
        text(figure, "tilsvarer"),
        _beside(here, figure),
        _direction(here, figure, key),
        text(figure, "kilde"),
    )
    value = text(figure, "verdi") or text(figure, "mål")
    beside = prose(here, source, "; ".join(part for part in rest if part))
    return Number(prose(here, source, value), prose(here, source, text(figure, "hva")), beside)


def _direction(here: Here, figure: Fields, key: str) -> str:
    """Return which way a figure goes: for an aim, which way it should; for a fact, which way it is going."""
    return shown_word("retning" if key == "måltall" else "utvikling", text(figure, "retning"), here.words)


def _beside(here: Here, record: Fields) -> str:
    """Return when and where a figure is of, how it was found, and where it starts from."""
    said = (
        here.date(text(record, "år")),
        text(record, "gjelder"),
        shown_word("art", text(record, "art"), here.words),
        _start(here, record),
    )
    return "; ".join(part for part in said if part)


def _start(here: Here, figure: Fields, *, bare: bool = False) -> str:
    """Return where a figure starts from: its value, its year, or both."""
    record = figure.get("utgangspunkt", NOTHING)
    if not isinstance(record, dict):
        return ""
    value, year = text(record, "verdi"), text(record, "år")
    said = f"{value} ({year})" if value and year else value or year
    return said if bare or not said else here.words("fra {value}").format(value=said)
