"""The comment on a draft: what must be decided first, the rest folded or counted, whole within what a comment holds.

What an author wrote is never markup here: it cannot open a table, name a person, point at an issue or be carried out.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from plancompiler import diff_report
from plancompiler.change import Comparison, Level, of_level
from plancompiler.diff_format import DiffFormat, Shown
from plancompiler.diff_summary import level_heading, summary
from plancompiler.markdown import comment_text
from plancompiler.markdown.comment_text import size
from plancompiler.markdown.gfm import table
from plancompiler.shown_change import ShownChange, shown_changes
from plancompiler.translate import Translator
from plancompiler.wordmarks import Run, excerpt, marked, parted

# By this the program that posts the comment finds the one it posted last, and writes over it.
MARKER = "<!-- planc-diff:v1 -->"

# GitHub takes 65 536; the program that posts the comment may put something of its own before or after.
_MOST = 60_000
# What is longer than this is read in the whole report, one text at a time.
_LONGEST_TEXT = 1_500
_MOST_LINES = 20


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
    comparison, words = asked.comparison, asked.words
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
    lines.append("\n".join(f"- {_safe(line)}" for line in summary(comparison, words)[not comparison.changes :] if line))
    title = f"## {_safe(diff_report.title(comparison, words))}"
    return _Part("\n\n".join([f"{MARKER}\n{title}", *(line for line in lines if line)]))


def _unread(comparison: Comparison, words: Translator) -> Iterator[_Part]:
    lines = [f"- {_safe(side)}: {_code(what)}" for side, what in diff_report.unread(comparison)]
    if lines:
        said = words("Dette kunne ikke leses, og er derfor ikke sammenlignet:")
        yield _Part("\n".join([f"**{said}**\n", *_first(lines, words)]))


def _consequences(comparison: Comparison, words: Translator) -> _Part:
    lines = [_point(_safe(one.explanation), strong=not one.good) for one in diff_report.consequences(comparison)]
    nothing = diff_report.not_led_to(comparison, words)
    shown = [*_first(lines, words), *([f"- {nothing}"] if nothing else [])]
    return _Part("\n".join([f"### {words('Dette fører endringene til')}\n", *shown]))


def _level(comparison: Comparison, level: Level, words: Translator) -> Iterator[_Part]:
    shown = shown_changes(comparison, level, words)
    if not shown:
        return
    title = f"{level_heading(level, words)} ({len(shown)})"
    rest = words("… og {count} til. Alle står i den fulle rapporten.")
    if level == "forpliktelse":
        yield _Part(f"### {title}\n", _blocks(shown, words), rest=rest)
        return
    lines = _blocks(shown, words) if level == "innhold" else tuple(partial(_short, one) for one in shown)
    # What must be decided is never folded; the rest is when it would bury that.
    is_open = " open" if level == "innhold" and not of_level(comparison.changes, "forpliktelse") else ""
    opening = f"<details{is_open}><summary><strong>{html.escape(title)}</strong></summary>\n"
    yield _Part(opening, lines, "\n</details>", rest)


def _blocks(shown: Sequence[ShownChange], words: Translator) -> tuple[Callable[[], str], ...]:
    """Return a block for each change; values that follow each other are the rows of a table."""
    tables = [one.shape == "value" for one in shown]
    return tuple(
        partial(_row, one, not number or not tables[number - 1], words)
        if tables[number]
        else partial(_entry, one, words)
        for number, one in enumerate(shown)
    )


def _row(one: ShownChange, is_first: bool, words: Translator) -> str:
    before, after = (_safe(_cut(side)) or words("ikke oppgitt") for side in (one.before, one.after))
    what = f"{_safe(one.heading)}<br>{_whereabouts(one)}"
    cells = (str(one.number), what, before, f"**{after}**", _safe(_cut(one.what)), _reason(one, words))
    columns = ("", *map(words, ("Hva", "Slik er det i dag", "Slik blir det", "Hva det betyr", "Begrunnelse")))
    return "\n".join(table(columns, [cells])[0 if is_first else 2 :])


def _entry(one: ShownChange, words: Translator) -> str:
    title = f"**{one.number}. {_safe(one.what.rstrip('.'))}** – {_whereabouts(one)}"
    body = {"whole": _whole, "links": _links, "place": _place}.get(one.shape, _texts)(one, words)
    doubt = "" if one.certain else words("Antatt samme punkt: de ligner, men id-en er en annen.")
    reason = _reason(one, words)
    said = words("Begrunnelse: {reason}").format(reason=reason) if reason else ""
    return "\n\n".join(part for part in (title, *body, doubt, said) if part)


def _short(one: ShownChange) -> str:
    line = f"- **{one.number}.** {_safe(one.name)} · {_whereabouts(one)}: {_safe(_cut(one.what))}"
    if one.level == "oppsett" or one.shape in ("place", "whole"):
        return line
    sides = _sides(one) if one.shape == "text" else (_safe(_cut(one.before)), _safe(_cut(one.after)))
    change = " → ".join(side for side in sides if side)
    return f"{line} {change}" if change else line


def _whole(one: ShownChange, words: Translator) -> Iterator[str]:
    for said in one.said:
        text = _safe(_cut(said))
        yield f"> <del>{text}</del>" if one.type == "fjernet" else f"> {_opening(text)}"
    if one.facts:
        yield "\n".join(f"- {_opening(_safe(_cut(fact)))}" for fact in one.facts)
    lines = _first([f"{'  ' * under.depth}- {_safe(_cut(under.words))}" for under in one.under], words)
    if lines:
        yield words("Med alt som står under:") + "\n\n" + "\n".join(lines)


def _links(one: ShownChange, words: Translator) -> Iterator[str]:
    gone = [f"- {words('Tatt bort:')} <del>{_safe(_cut(name))}</del>" for name in one.gone]
    new = [f"- {words('Lagt til:')} **{_safe(_cut(name))}**" for name in one.new]
    yield _opening(_safe(one.name))
    yield "\n".join([*gone, *new])


def _place(one: ShownChange, words: Translator) -> Iterator[str]:
    yield _opening(_safe(one.name))
    yield f"{_opening(_safe(_cut(one.before)))} → **{_safe(_cut(one.after))}**"


def _texts(one: ShownChange, words: Translator) -> Iterator[str]:
    before, after = _sides(one)
    columns = (words("Slik er det i dag"), words("Slik blir det"))
    yield _opening(_safe(one.heading))
    yield "\n".join(table(columns, [(before or words("ikke oppgitt"), after or words("ikke oppgitt"))]))


def _sides(one: ShownChange) -> tuple[str, str]:
    """Return both texts with the words that differ in bold."""
    runs = excerpt(marked(one.before, one.after))
    # With nothing to hold it against, a text in bold from end to end only shouts.
    strong = bool(one.before and one.after)
    return _side(runs, "removed", strong), _side(runs, "added", strong)


def _side(runs: Iterable[Run], own: str, strong: bool) -> str:
    left, parts = _LONGEST_TEXT, []
    for run in runs:
        if run.kind not in ("kept", own) or left <= 0:
            continue
        lead, words, space = parted(run.text if len(run.text) <= left else run.text[:left].rstrip() + " …")
        left -= len(run.text)
        shown = comment_text.lines(words)
        parts.append(lead + (f"<strong>{shown}</strong>" if run.kind == own and strong and words else shown) + space)
    return comment_text.lines_of("".join(parts)).strip()


def _reason(one: ShownChange, words: Translator) -> str:
    return _safe(_cut(one.reason)) or (f"*{words('ikke oppgitt')}*" if one.asks_reason else "")


def _whereabouts(one: ShownChange) -> str:
    return " · ".join(part for part in (_safe(one.place), _code(one.id)) if part)


def _checks(comparison: Comparison, words: Translator) -> _Part:
    lines = [
        _point(f"{_safe(one.message)} {_code(f'{one.where.path}:{one.where.line}')}", strong=one.severity == "error")
        for one in comparison.new_findings
        if one.severity != "info"
    ]
    title = f"### {words('Kontroll')}\n\n{diff_report.checks(comparison, words)}\n"
    return _Part("\n".join([title, *_first(lines, words)]))


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


def _first(lines: Sequence[str], words: Translator) -> list[str]:
    """Return the first lines of a list, and how many more there are."""
    left = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], *([f"- {words('… og {count} til.').format(count=left)}"] if left > 0 else [])]


def _point(text: str, strong: bool) -> str:
    return f"- **{text}**" if strong else f"- {text}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT].rstrip() + " …"


_safe, _code, _opening = comment_text.safe, comment_text.code, comment_text.opening

DIFF_FORMAT = DiffFormat("markdown", render)
