"""A change as blocks of Markdown, in which nothing that an author wrote is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plancompiler.change import Resaid
from plancompiler.markdown import comment_text
from plancompiler.markdown.gfm import table
from plancompiler.shown_change import ShownChange
from plancompiler.translate import Translator
from plancompiler.wordmarks import Run, excerpt, marked, parted

# What is longer than this is read in the whole report, one text at a time.
_LONGEST_TEXT = 1_500
_MOST_LINES = 20
# So much is folded of what stands under something that came or went.
_LONGEST_FOLD = 3_000


def blocks(one: ShownChange, columns: tuple[str, str], words: Translator) -> tuple[str, ...]:
    """Return what is changed, and both sides of it under their headings."""
    name = one.name if one.shape == "place" else one.heading
    found = (_opening(_safe(name)), *both(one, columns, words))
    return tuple(block for block in found if block)


def both(one: ShownChange, columns: tuple[str, str], words: Translator) -> tuple[str, ...]:
    """Return what stood and what stands: texts under two headings, links and places in lines."""
    if one.shape in ("text", "value"):
        shown = (side or words("ikke oppgitt") for side in sides(one))
        return ("\n".join(table(columns, [tuple(shown)])),)
    made = {"whole": _whole, "links": _links, "place": _place}[one.shape]
    return tuple(made(one, words))


def sides(one: ShownChange) -> tuple[str, str]:
    """Return both texts with the words that differ in bold."""
    runs = excerpt(marked(one.before, one.after))
    # With nothing to hold it against, a text in bold from end to end only shouts.
    strong = bool(one.before and one.after)
    return _side(runs, "removed", strong), _side(runs, "added", strong)


def first(lines: Sequence[str], words: Translator) -> list[str]:
    """Return the first lines of a list, and how many more there are."""
    left = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], *([f"- {words('… og {count} til.').format(count=left)}"] if left > 0 else [])]


def cut(text: str) -> str:
    """Return a text of which no more is shown than there is room for."""
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT].rstrip() + " …"


def _whole(one: ShownChange, words: Translator) -> Iterator[str]:
    for said in one.said:
        text = _safe(cut(said))
        yield f"> <del>{text}</del>" if one.type == "fjernet" else f"> {_opening(text)}"
    if one.facts:
        yield "\n".join(f"- {_opening(_safe(cut(fact)))}" for fact in one.facts)
    lines = first([f"{'  ' * under.depth}- {_safe(cut(under.words))}" for under in one.under], words)
    if lines:
        yield words("Med alt som står under:") + "\n\n" + "\n".join(lines)
    yield from _folded(one, words)


def _folded(one: ShownChange, words: Translator) -> Iterator[str]:
    """Yield the whole of what stands under, where more is to be read of it than its name."""
    if all(under.said == (under.words,) and not under.facts for under in one.under):
        return
    left, lines = _LONGEST_FOLD, []
    for under in one.under:
        parts = [_safe(cut(part)) for part in (*under.said, " · ".join(under.facts)) if part]
        lines.append("  " * under.depth + "- " + _opening("<br>".join(parts)))
        left -= len(lines[-1])
        if left < 0:
            lines.pop()
            break
    count = len(one.under) - len(lines)
    rest = [f"- {words('… og {count} til.').format(count=count)}"] if count else []
    if lines:
        opening = f"<details><summary>{words('Hele teksten')}</summary>\n"
        yield "\n".join([opening, *lines, *rest, "\n</details>"])


def _links(one: ShownChange, words: Translator) -> Iterator[str]:
    gone = [f"- {words('Tatt bort:')} <del>{_safe(cut(name))}</del>" for name in one.gone]
    new = [f"- {words('Lagt til:')} **{_safe(cut(name))}**" for name in one.new]
    yield "\n".join([*gone, *new, *(_resaid(said, words) for said in one.resaid)])


def _resaid(said: Resaid, words: Translator) -> str:
    before, after = (_safe(cut(side)) or words("ikke oppgitt") for side in (said.before, said.after))
    return f"- {_safe(said.about)}: {before} → **{after}**"


def _place(one: ShownChange, words: Translator) -> Iterator[str]:
    yield f"{_opening(_safe(cut(one.before)))} → **{_safe(cut(one.after))}**"


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


_safe, _opening = comment_text.safe, comment_text.opening
