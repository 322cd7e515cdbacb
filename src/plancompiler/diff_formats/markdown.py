"""The comment on a draft: what must be decided first, the rest folded or counted, whole within what a comment holds.

What an author wrote is never markup here: it cannot open a table, name a person, point at an issue or be carried out.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from plancompiler import diff_report
from plancompiler.change import Comparison, Level, of_level, without_repeats
from plancompiler.change_blocks import blocks, cut, first, sides
from plancompiler.diff_costs import costs
from plancompiler.diff_decided import decided
from plancompiler.diff_format import DiffFormat, Shown
from plancompiler.diff_standing import standings
from plancompiler.diff_summary import level_heading, summary
from plancompiler.markdown import comment_text
from plancompiler.markdown.comment_text import size
from plancompiler.markdown.gfm import table
from plancompiler.shown_change import ShownChange, shown_changes
from plancompiler.translate import Translator

# By this the program that posts the comment finds the one it posted last, and writes over it.
MARKER = "<!-- planc-diff:v1 -->"

# GitHub takes 65 536; the program that posts the comment may put something of its own before or after.
_MOST = 60_000


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks that belong together: what opens them, what closes them, and what to say of those there is no room for.

    A block is made when there is room for it, so that a large comparison takes no longer than a comment does.
    """

    opening: str
    blocks: tuple[Callable[[], str], ...] = ()
    closing: str = ""
    rest: str = ""


def render(asked: Shown) -> str:
    """Return the comment, of less than 60 000 characters whatever is compared."""
    comparison, words = without_repeats(asked.comparison), asked.words
    parts = [_top(comparison, words), *_unread(comparison, words)]
    if comparison.changes:
        parts.append(_consequences(comparison, words))
    parts += [part for level in diff_report.MOST_FIRST for part in _level(comparison, level, words)]
    parts += [_checks(comparison, words), _about(comparison, words)]
    return _fitted(parts) + "\n"


def _top(comparison: Comparison, words: Translator) -> _Part:
    shown = shown_changes(comparison, "forpliktelse", words)
    lines = [f"**{_safe(diff_report.counts(comparison, words))}**"]
    if shown:
        lines.append(_safe(diff_report.directions(shown, words)))
    told = (*summary(comparison, words)[not comparison.changes :], *costs(comparison, words))
    lines.append("\n".join(f"- {_safe(line)}" for line in told if line))
    lines += first([_safe(cut(one.said)) for one in standings(comparison, words)], words)
    title = f"## {_safe(diff_report.title(comparison, words))}"
    return _Part("\n\n".join([f"{MARKER}\n{title}", *(line for line in lines if line)]))


def _unread(comparison: Comparison, words: Translator) -> Iterator[_Part]:
    lines = [f"- {_safe(side)}: {_code(what)}" for side, what in diff_report.unread(comparison)]
    if lines:
        said = words("Dette kunne ikke leses, og er derfor ikke sammenlignet:")
        yield _Part("\n".join([f"**{said}**\n", *first(lines, words)]))


def _consequences(comparison: Comparison, words: Translator) -> _Part:
    lines = [_point(_safe(cut(said)), strong=True) for said in decided(comparison, words)]
    lines += [_point(_safe(one.explanation), strong=not one.good) for one in diff_report.consequences(comparison)]
    nothing = diff_report.not_led_to(comparison, words)
    shown = [*first(lines, words), *([f"- {nothing}"] if nothing else [])]
    return _Part("\n".join([f"### {words('Dette fører endringene til')}\n", *shown]))


def _level(comparison: Comparison, level: Level, words: Translator) -> Iterator[_Part]:
    shown = shown_changes(comparison, level, words)
    if not shown:
        return
    title, columns = f"{level_heading(level, words)} ({len(shown)})", diff_report.columns(comparison, words)
    rest = words("… og {count} til. Alle står i den fulle rapporten.")
    if level == "forpliktelse":
        yield _Part(f"### {title}\n", _blocks(shown, columns, words), rest=rest)
        return
    lines = _blocks(shown, columns, words) if level == "innhold" else tuple(partial(_short, one) for one in shown)
    # What must be decided is never folded; the rest is when it would bury that.
    is_open = " open" if level == "innhold" and not of_level(comparison.changes, "forpliktelse") else ""
    opening = f"<details{is_open}><summary><strong>{html.escape(title)}</strong></summary>\n"
    yield _Part(opening, lines, "\n</details>", rest)


def _blocks(shown: Sequence[ShownChange], columns: tuple[str, str], words: Translator) -> tuple[Callable[[], str], ...]:
    """Return a block for each change; values that follow each other are the rows of a table."""
    tables = [one.shape == "value" for one in shown]
    return tuple(
        partial(_row, one, columns, not number or not tables[number - 1], words)
        if tables[number]
        else partial(_entry, one, columns, words)
        for number, one in enumerate(shown)
    )


def _row(one: ShownChange, sides: tuple[str, str], is_first: bool, words: Translator) -> str:
    before, after = (_safe(cut(side)) or words("ikke oppgitt") for side in (one.before, one.after))
    what = f"{_safe(one.heading)}<br>{_whereabouts(one)}"
    cells = (str(one.number), what, before, f"**{after}**", _safe(cut(one.what)), _reason(one, words))
    columns = ("", words("Hva"), *sides, words("Hva det betyr"), words("Begrunnelse"))
    return "\n".join(table(columns, [cells])[0 if is_first else 2 :])


def _entry(one: ShownChange, columns: tuple[str, str], words: Translator) -> str:
    title = f"**{one.number}. {_safe(one.headline.rstrip('.'))}** – {_whereabouts(one)}"
    body = blocks(one, columns, words)
    doubt = "" if one.certain else words("Antatt samme punkt: de ligner, men id-en er en annen.")
    reason = _reason(one, words)
    said = words("Begrunnelse: {reason}").format(reason=reason) if reason else ""
    return "\n\n".join(part for part in (title, *body, doubt, said) if part)


def _short(one: ShownChange) -> str:
    line = f"- **{one.number}.** {_safe(one.name)} · {_whereabouts(one)}: {_safe(cut(one.what))}"
    if one.level == "oppsett" or one.shape in ("place", "whole"):
        return line
    shown = sides(one) if one.shape == "text" else (_safe(cut(one.before)), _safe(cut(one.after)))
    change = " → ".join(side for side in shown if side)
    return f"{line} {change}" if change else line


def _reason(one: ShownChange, words: Translator) -> str:
    return _safe(cut(one.reason)) or (f"*{words('ikke oppgitt')}*" if one.asks_reason else "")


def _whereabouts(one: ShownChange) -> str:
    return " · ".join(part for part in (_safe(one.place), _code(one.id)) if part)


def _checks(comparison: Comparison, words: Translator) -> _Part:
    lines = [
        _point(f"{_safe(one.message)} {_code(f'{one.where.path}:{one.where.line}')}", strong=one.severity == "error")
        for one in comparison.new_findings
        if one.severity != "info"
    ]
    title = f"### {words('Kontroll')}\n\n{diff_report.checks(comparison, words)}\n"
    return _Part("\n".join([title, *first(lines, words)]))


def _about(comparison: Comparison, words: Translator) -> _Part:
    about = [
        f"«{level_heading(level, words)}»: {diff_report.meaning(level, words)}" for level in diff_report.MOST_FIRST
    ]
    reasons = words("Begrunnelsene er hentet fra planene og fra meldingene som fulgte med endringene.")
    how = words("Slik er endringene sortert")
    lines = "\n".join(f"- {line}" for line in (*about, reasons, _safe(diff_report.sides(comparison, words))))
    folded = f"<details><summary>{how}</summary>\n\n{lines}\n</details>"
    return _Part(f"---\n*{diff_report.reading_aid(words)}*\n\n{folded}")


def _fitted(parts: Sequence[_Part]) -> str:
    """Return the parts, with blocks left out of the last ones first where there is no room for all."""
    left = _MOST - sum(size(_laid(part, [])) + 2 for part in parts)
    texts = []
    for part in parts:
        taken: list[str] = []
        for make in part.blocks:
            block = make()
            if size(block) + 2 > left:
                left = 0
                break
            left -= size(block) + 2
            taken.append(block)
        texts.append(_laid(part, taken))
    return "\n\n".join(texts)


def _laid(part: _Part, taken: list[str]) -> str:
    count = len(part.blocks) - len(taken)
    rest = [part.rest.format(count=count)] if count else []
    texts = (part.opening, _stacked([*taken, *rest]), part.closing)
    return "\n".join(text for text in texts if text).rstrip("\n")


def _stacked(blocks: Sequence[str]) -> str:
    """Return blocks under each other: points of a list and rows of a table close, others with a line between."""
    text = ""
    for block in blocks:
        close = block.startswith(("- ", "| ")) and text.rpartition("\n")[2].startswith(block[:2])
        text += ("\n" if close else "\n\n" if text else "") + block
    return text


def _point(text: str, strong: bool) -> str:
    return f"- **{text}**" if strong else f"- {text}"


_safe, _code, _opening = comment_text.safe, comment_text.code, comment_text.opening

DIFF_FORMAT = DiffFormat("markdown", render)
