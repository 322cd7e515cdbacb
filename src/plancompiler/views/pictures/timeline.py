"""When things happen in a plan: the steps of its procedure, its phases and milestones, and the period it holds for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plancompiler import procedure
from plancompiler.cells import plain_title, series
from plancompiler.program import below
from plancompiler.schedule import days, when
from plancompiler.shown_dates import shown_date
from plancompiler.views.drawing import (
    MOST,
    WIDTH,
    Drawing,
    Facts,
    Picture,
    Words,
    box,
    fitted,
    joined,
    left_out,
    lines_at,
    room_of,
)
from plancompiler.views.page import Here, Ref
from plancompiler.views.pictured import PLAN, Pictures
from plancompiler.views.place import place
from plancompiler.views.shown_words import shown_word
from plancompiler.wording import kind_words

_LABELS = 324
_ROW = 40
_HEAD = 24

# How many months the marks on the axis may be apart.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


# What steps of the procedure, phases and milestones are drawn as.
_STEP_SHAPES = "point", "span"
_SORTS = _STEP_SHAPES, ("phase",), ("milestone",)


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happens: what and of which kind, when in words, its first and last day, and where more is said."""

    title: str
    kind: str
    when: str
    first: date
    last: date
    href: str
    shape: str


def _draw(here: Here) -> Iterator[Picture]:
    words = here.words
    events = sorted((*_steps(here), *_work(here)), key=lambda event: (event.first, event.last))
    if len(events) < 2:
        return
    yield Picture(
        "tid",
        _title(here, events),
        _finding(here, events),
        tuple(_undated(here)),
        _drawing(here, events[:MOST]),
        Facts(
            (words("Hva"), words("Når"), words("Type")),
            tuple((Ref(event.title, event.href), Ref(event.when), Ref(event.kind)) for event in events),
        ),
        legend=left_out(min(len(events), MOST), len(events), words("De {count} første vises; resten står i tabellen.")),
    )


def _steps(here: Here) -> Iterator[_Event]:
    kind = here.words("Saksgang")
    for step in procedure.steps(here.program.plans[here.plan]):
        first, last = step.begins.first or step.ends.first, step.ends.last or step.begins.last
        if first and last:
            shape = "point" if first == last else "span"
            name = shown_word("steg", step.name, here.words)
            yield _Event(name, kind, here.period(step.when), first, max(first, last), "#_saksgang", shape)


def _work(here: Here) -> Iterator[_Event]:
    """Yield the phases and milestones that say when themselves."""
    program = here.program
    for node in below(program, here.plan):
        time = when(program, node.name) if node.kind in {"fase", "milepæl"} else None
        if time is None or time.inherited or node.name in program.quoted:
            continue
        first, last = time.first or time.last, time.last or time.first
        if first and last:
            kind = kind_words(program, here.plan, node.kind, here.words)[0]
            href = here.link(place(program, node.name))
            shape = "milestone" if node.kind == "milepæl" else "phase"
            yield _Event(plain_title(program, node), kind, here.period(time.text), first, max(first, last), href, shape)


def _undated(here: Here) -> Iterator[str]:
    """Yield the notes that tell how many phases and milestones do not say when, and where the rest that does stands."""
    nodes = [node for node in below(here.program, here.plan) if node.kind in {"fase", "milepæl"}]
    times = [when(here.program, node.name) for node in nodes if node.name not in here.program.quoted]
    count = sum(time is None or time.inherited or not (time.first or time.last) for time in times)
    if count:
        yield here.words("Uten dato: {count}.").format(count=count)
    timed = [node for node in below(here.program, here.plan) if node.kind == "virkemiddel"]
    if any(node.text("frist") or node.text("periode") for node in timed if node.name not in here.program.quoted):
        many = kind_words(here.program, here.plan, "virkemiddel", here.words)[1].lower()
        yield here.words("Frister for {work} er ikke med her; de står i tabellen «Tidsplan».").format(work=many)


def _title(here: Here, events: list[_Event]) -> str:
    """Return what is drawn, and nothing that is not: a project may have phases alone."""
    names = (here.words("saksgang"), here.words("faser"), here.words("milepæler"))
    found = [name for name, shapes in zip(names, _SORTS, strict=True) if _of(shapes, events)]
    title = series(found, here.words)
    return title[0].upper() + title[1:]


def _finding(here: Here, events: list[_Event]) -> str:
    """Return how much there is of each kind, and from when until when."""
    said = here.words("Fra {first} til {last}: {events}.")
    return said.format(
        first=_day(here, events[0].first),
        last=_day(here, max(event.last for event in events)),
        events=series([_many(here, shapes, events) for shapes in _SORTS if _of(shapes, events)], here.words),
    )


def _many(here: Here, shapes: tuple[str, ...], events: list[_Event]) -> str:
    count = _of(shapes, events)
    if shapes == _STEP_SHAPES:
        return here.words("{count} steg i saksgangen").format(count=count)
    kind = "fase" if "phase" in shapes else "milepæl"
    return f"{count} {kind_words(here.program, here.plan, kind, here.words)[count > 1].lower()}"


def _of(shapes: tuple[str, ...], events: list[_Event]) -> int:
    return sum(event.shape in shapes for event in events)


def _day(here: Here, day: date) -> str:
    return here.date(day.isoformat())


def _drawing(here: Here, events: list[_Event]) -> Drawing:
    scale = _Scale(min(event.first for event in events), max(event.last for event in events))
    bottom = _HEAD + len(events) * _ROW
    marks = tuple(_marks(here, scale))
    shapes: dict[str, list[str]] = {"f": [], "s": [], "q": []}
    labels: list[Words] = []
    for number, event in enumerate(events):
        y = _HEAD + number * _ROW + _ROW // 2
        # That it is of the procedure can be seen from what a step is called, and takes room.
        both = event.title, event.when if event.shape in _STEP_SHAPES else f"{event.kind}, {event.when}"
        labels.append(lines_at(0, y, [fitted(line, _LABELS - 16) for line in both]))
        left, right = scale.x(event.first), scale.x(event.last + timedelta(days=1))
        for kind, outline in _outlines(event, left, max(right, left + 2), y):
            shapes[kind].append(outline)
    rows = (f"M0 {_HEAD + number * _ROW}h{WIDTH}" for number in range(len(events) + 1))
    lines = (f"M{mark.x} {_HEAD}V{bottom}" for mark in marks)
    line, today = _today(here, scale, bottom)
    groups = [("w", marks), ("two", tuple(labels)), ("", today)]
    whole, period = _period(here, scale, bottom + (_ROW // 2 if today else 0))
    groups.append(("w", period))
    height = bottom + (_ROW // 2 if today else 0) + (_ROW // 2 if period else 0) + 4
    outlines = joined(("r", (*rows, *lines)), *shapes.items(), ("t", whole), ("y", line))
    return Drawing(height, outlines, tuple((kind, found) for kind, found in groups if found))


def _outlines(event: _Event, left: int, right: int, y: int) -> Iterator[tuple[str, str]]:
    """Yield what an event is drawn as: a bar, an open bar, a dot or a diamond, each with its class."""
    if event.shape == "phase":
        yield "f", box(left, y - 7, right - left, 14)
    elif event.shape == "span":
        yield "s", box(left, y - 6, right - left, 12)
    elif event.shape == "point":
        yield "q", f"M{left - 5} {y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0"
    else:
        # One that is known to the month or the year has a line for as long as it may take.
        if event.first != event.last:
            yield "f", box(left, y - 1, right - left, 2)
        yield "q", f"M{right - (right - left > 6 and 6)} {y - 7}l7 7l-7 7l-7-7z"


@dataclass(frozen=True, slots=True)
class _Scale:
    """The days that are drawn, and how far to the right each is."""

    first: date
    last: date

    def x(self, day: date) -> int:
        """Return where a day begins."""
        span = (self.last - self.first).days + 1
        return _LABELS + round((WIDTH - _LABELS - 8) * (day - self.first).days / span)


def _marks(here: Here, scale: _Scale) -> tuple[Words, ...]:
    """Return the marks of the axis at the first of months or years, as close as their words have room."""
    for step in _STEPS:
        marks = tuple(_at_every(here, scale, step))
        ends = (mark.x + room_of(mark.text) for mark in marks)
        if all(end < follower.x for end, follower in zip(ends, marks[1:], strict=False)):
            return marks
    return ()


def _at_every(here: Here, scale: _Scale, months: int) -> Iterator[Words]:
    first, last = (day.year * 12 + day.month - 1 for day in (scale.first, scale.last))
    for count in range(-(-first // months), last // months + 1):
        year, month = divmod(count * months, 12)
        day = date(year, month + 1, 1)
        shown = str(year) if months >= 12 else shown_date(f"{day:%Y-%m}", here.output.language, here.words)
        if day >= scale.first and scale.x(day) + room_of(shown) <= WIDTH:
            yield Words(scale.x(day), 14, shown)


def _today(here: Here, scale: _Scale, bottom: int) -> tuple[tuple[str, ...], tuple[Words, ...]]:
    """Return the line at the day that the site speaks of, and its words; nothing when that is no day that is drawn."""
    day = days(here.output.as_of).first if here.output.as_of else None
    if day is None or not scale.first <= day <= scale.last:
        return (), ()
    x, shown = scale.x(day), _day(here, day)
    return (f"M{x} {_HEAD}V{bottom + 6}",), (Words(min(x, WIDTH - room_of(shown)), bottom + 18, shown),)


def _period(here: Here, scale: _Scale, y: int) -> tuple[tuple[str, ...], tuple[Words, ...]]:
    """Return the part of the plan's period that is drawn, with an arrow where it goes on, and the words beside it."""
    written = here.program.plans[here.plan].text("periode")
    found = days(written)
    first, last = max(found.first or date.min, scale.first), min(found.last or date.max, scale.last)
    if not written or first > last or (found.first is None and found.last is None):
        return (), ()
    shown = here.words("Planperiode {period}").format(period=here.period(written))
    left, right = scale.x(first), max(scale.x(first) + 2, scale.x(last + timedelta(days=1)))
    before = (f"M{left} {y + 4}l-8 6l8 6z",) if first != found.first else ()
    after = (f"M{right} {y + 4}l8 6l-8 6z",) if last != found.last else ()
    return (box(left, y + 8, right - left, 4), *before, *after), (Words(0, y + 14, fitted(shown, _LABELS - 16)),)


PICTURES = Pictures((PLAN,), _draw)
