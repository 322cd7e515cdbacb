"""What is changed, as one page to send, print and read aloud: no script, and nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler import diff_report
from plancompiler.change import Comparison, Consequence, without_repeats
from plancompiler.diff_costs import costs
from plancompiler.diff_decided import decided
from plancompiler.diff_format import DiffFormat, Shown
from plancompiler.diff_standing import Standing, standings
from plancompiler.diff_summary import level_heading, summary
from plancompiler.report import Finding
from plancompiler.resources import folder
from plancompiler.shown_change import ShownChange, shown_changes
from plancompiler.template import Templates
from plancompiler.translate import Translator
from plancompiler.wordmarks import Piece, excerpt, marked, pieces

# A text that is longer is shown by the sentences around what is changed, and whole for those who ask.
_LONG = 900


@dataclass(frozen=True, slots=True)
class _Entry:
    """A change; the texts before and after; their words marked, and those of the whole where that is a part of it."""

    change: ShownChange
    before: str
    after: str
    runs: tuple[Piece, ...]
    whole: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Level:
    name: str
    title: str
    about: str
    count: int
    entries: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class _Report:
    language: str
    title: str
    counts: str
    directions: str
    tallies: tuple[str, ...]
    unread: tuple[tuple[str, str], ...]
    consequences: tuple[Consequence, ...]
    none: str
    levels: tuple[_Level, ...]
    checks: str
    findings: tuple[Finding, ...]
    aid: str
    compared: str
    columns: tuple[str, str]
    standings: tuple[Standing, ...]
    decided: tuple[str, ...]


def render(asked: Shown) -> str:
    """Return the page, whole in one file."""
    templates = Templates(folder("templates") / "diff", asked.words)
    return templates.render("report.html.j2", report=_report(without_repeats(asked.comparison), asked.words)).decode(
        "utf-8"
    )


def _report(comparison: Comparison, words: Translator) -> _Report:
    binding = shown_changes(comparison, "forpliktelse", words)
    return _Report(
        language=words.language,
        title=diff_report.title(comparison, words),
        counts=diff_report.counts(comparison, words),
        directions=diff_report.directions(binding, words),
        tallies=(
            *filter(None, summary(comparison, words)[not comparison.changes :]),
            *costs(comparison, words),
        ),
        unread=tuple(diff_report.unread(comparison)),
        consequences=diff_report.consequences(comparison),
        none=diff_report.not_led_to(comparison, words),
        levels=tuple(_levels(comparison, words)),
        checks=diff_report.checks(comparison, words),
        findings=tuple(one for one in comparison.new_findings if one.severity != "info"),
        aid=diff_report.reading_aid(words),
        compared=diff_report.sides(comparison, words),
        columns=diff_report.columns(comparison, words),
        standings=standings(comparison, words),
        decided=decided(comparison, words),
    )


def _levels(comparison: Comparison, words: Translator) -> Iterator[_Level]:
    for level in diff_report.MOST_FIRST:
        entries = tuple(map(_entry, shown_changes(comparison, level, words)))
        if entries:
            title, about = level_heading(level, words), diff_report.meaning(level, words)
            yield _Level(level, title, about, len(entries), entries)


def _entry(one: ShownChange) -> _Entry:
    if not (one.before and one.after) or one.shape != "text":
        return _Entry(one, one.before, one.after, (), ())
    whole = marked(one.before, one.after)
    is_long = max(len(one.before), len(one.after)) > _LONG
    runs = excerpt(whole) if is_long else whole
    before, after = ("".join(run.text for run in runs if run.kind in ("kept", own)) for own in ("removed", "added"))
    return _Entry(one, before, after, pieces(runs), pieces(whole) if is_long else ())


DIFF_FORMAT = DiffFormat("html", render)
