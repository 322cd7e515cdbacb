"""For a page or a comment: each step under a heading with its day, in which nothing an author wrote is markup."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.change_blocks import both, cut
from plancompiler.history import Step
from plancompiler.log_format import LogFormat, ShownHistory, dated, known_since, named, nothing, placed, told, why
from plancompiler.markdown.comment_text import code, opening, safe
from plancompiler.translate import Translator


def render(shown: ShownHistory) -> str:
    """Return the history as GitHub-flavoured Markdown."""
    return "\n\n".join(part for part in _parts(shown) if part) + "\n"


def _parts(shown: ShownHistory) -> Iterator[str]:
    history, words = shown.history, shown.words
    yield f"## {safe(named(history))}"
    yield " · ".join(part for part in (opening(safe(placed(history))), code(history.node.id)) if part)
    for step in history.steps:
        yield f"### {safe(dated(step, words))}"
        yield from _step(step, words)
    if not history.steps:
        yield nothing(words)
    if history.since:
        yield f"---\n*{known_since(history, words)}*"


def _step(step: Step, words: Translator) -> Iterator[str]:
    for one in step.shown:
        yield f"**{safe(told(one, words))}**"
        yield from both(one, (words("Før"), words("Nå")), words)
    yield opening(safe(cut(why(step, words))))


LOG_FORMAT = LogFormat("markdown", render)
