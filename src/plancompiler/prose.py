"""Markdown prose to HTML: paragraphs, lists, quotes, emphasis, links, footnote marks and `[[…]]`; the only module with
markdown-it.

Text is never trusted: HTML in it is shown as the characters it is, no picture is fetched, and a link leads to a page or
to a person's mail, never to code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from plancompiler.rich_text import LINE_BREAK, Block, Code, Item, Paragraph, Points, Quote, Rule, Run
from plancompiler.wiki import WikiLink, mentions

# What a reference leads to: the link (or "") and what it is called there; None when it leads nowhere.
Resolve = Callable[[str], tuple[str, str] | None]
# Where the text of a footnote stands; None when there is none.
Note = Callable[[str], str | None]

_NO_BLOCKS = ("heading", "lheading", "html_block", "code", "reference")
_NO_INLINES = ("html_inline", "image")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,20})\]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ALLOWED_SCHEMES = frozenset({"http:", "https:", "mailto:"})
_MARKUP = re.compile(r"[\\`*_\[\]<>&!#~\n]")
# Lines without a single sign of Markdown or HTML, each beginning with a letter, and ending with no space: very many
# texts are one such line. None of them can be a list, a rule or a break, and nothing in them need be escaped.
_BARE_LINE = r"[^\W\d][\w ,.;:–—()/%§«»’…?+=°€$@-]*(?<! )"
_BARE = re.compile(f"{_BARE_LINE}(?:\n{_BARE_LINE})*")


@dataclass(frozen=True, slots=True)
class Prose:
    """Text as the author wrote it, the language it is in ("" when it is the page's), and where its links lead.

    `links` holds, for each reference in the text, the reference, the link and what is called that; `notes` the markers
    of its footnotes, each with the link to the note.
    """

    text: str
    lang: str = ""
    links: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def resolve(self, ref: str) -> tuple[str, str] | None:
        """Return where a reference in the text leads and what it is called."""
        return next(((href, title) for name, href, title in self.links if name == ref), None)

    def note(self, marker: str) -> str | None:
        """Return where the note with this marker stands."""
        return next((href for name, href in self.notes if name == marker), None)


def to_html(text: str, link: Resolve, note: Note = lambda marker: None) -> Markup:
    """Return prose as HTML blocks."""
    paragraphs = text.rstrip("\n").split("\n\n")
    if all(map(_BARE.fullmatch, paragraphs)) and "_" not in text:
        return Markup("".join(f"<p>{each}</p>\n" for each in paragraphs))
    return Markup(_parser().render(text, {"link": link, "note": note}))


def to_inline(text: str, link: Resolve, note: Note = lambda marker: None) -> Markup:
    """Return a line of text as inline HTML; what would begin a list or a quote is text here."""
    if _BARE.fullmatch(text) and "_" not in text:
        return Markup(text)
    return Markup(_parser().renderInline(text, {"link": link, "note": note}).strip())


def to_rich(prose: Prose) -> tuple[Block, ...]:
    """Return prose as blocks of rich text."""
    return _rich_blocks(iter(_parser().parse(prose.text)), prose)


def to_rich_line(prose: Prose) -> tuple[Run, ...]:
    """Return a line of text as runs; what would begin a list or a quote is text here."""
    if _BARE.fullmatch(prose.text) and "_" not in prose.text:
        return (Run(" ".join(prose.text.split()), lang=prose.lang),)
    return tuple(_runs(_parser().parseInline(prose.text)[0].children or (), prose))


def plain(text: str, link: Resolve = lambda ref: None) -> str:
    """Return a text as one line without markup; a reference becomes what it is called, a footnote mark nothing."""
    if not _MARKUP.search(text):
        return " ".join(text.split())
    words: list[str] = []
    for token in _parser().parse(text):
        if words and token.block and token.nesting == 1:
            words.append(" ")
        words.extend(_plain_words(token.children or ([token] if token.type == "fence" else ()), link))
    return " ".join("".join(words).split())


def may_link(url: str) -> bool:
    """Tell whether an address may be linked to: the web, mail, or a file of the site, never code or `//host`."""
    scheme = _SCHEME.match(url)
    if scheme:
        return scheme.group().lower() in _ALLOWED_SCHEMES
    return bool(url) and not re.match(r"[/\\]{2}|[\x00-\x20]", url)


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        return may_link(url)


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "xhtmlOut": False})
    parser.disable([*_NO_BLOCKS, *_NO_INLINES])
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.inline.ruler.before("link", "footnote", _footnote)
    parser.core.ruler.push("attribution", _attribution)
    parser.add_render_rule("wiki_link", _render_wiki_link)
    parser.add_render_rule("footnote", _render_footnote)
    parser.add_render_rule("link_open", _render_link_open)
    return parser


def _wiki_link(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    # All links of a text are found at once, or a text of many brackets would be searched once for each of them.
    known: dict[str, dict[int, WikiLink]] = state.env.setdefault("mentions", {})
    if state.src not in known:
        known[state.src] = {mention.start: mention for mention in mentions(state.src)}
    mention = known[state.src].get(state.pos)
    if mention is None:
        return False
    if not silent:
        token = state.push("wiki_link", "", 0)
        token.content = mention.ref
        # A link cannot stand in a link; there it is only its words.
        token.meta = {"shown": mention.shown, "inside": state.linkLevel > 0}
    state.pos = mention.end
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    match = _FOOTNOTE.match(state.src, state.pos)
    if match is None or state.linkLevel:
        return False
    if not silent:
        state.push("footnote", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _attribution(state: StateCore) -> None:
    """Give the last line of a quote, `– who, year`, a line of its own."""
    depth = 0
    for token in state.tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        children = token.children or []
        if (
            depth
            and len(children) > 2
            and children[-2].type == "softbreak"
            and children[-1].content.startswith(("– ", "— "))
        ):
            children[-2].type = "hardbreak"


def _render_wiki_link(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, env: dict[str, Any]
) -> str:
    ref, shown = tokens[index].content, tokens[index].meta["shown"]
    href, title = env["link"](ref) or ("", ref)
    words = escape(shown or title)
    return f'<a href="{escape(href)}">{words}</a>' if href and not tokens[index].meta["inside"] else str(words)


def _render_footnote(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, env: dict[str, Any]
) -> str:
    marker = tokens[index].content
    href = env["note"](marker)
    if href is None:
        return str(escape(f"[^{marker}]"))
    return f'<sup class="note-mark"><a href="{escape(href)}" role="doc-noteref">{escape(marker)}</a></sup>'


def _render_link_open(_renderer: object, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
    href = str(tokens[index].attrGet("href") or "")
    words = tokens[index + 1].content if index + 1 < len(tokens) else ""
    return f'<a href="{escape(href)}"{on_paper(href, words)}>'


def on_paper(href: str, words: str) -> Markup:
    """Return the attributes by which the style sheet says on paper where a link out of the site leads, if words do not.

    One whose words are its address need not say it once more.
    """
    if href.startswith("mailto:"):
        mail = unquote(href.removeprefix("mailto:").partition("?")[0])
        return Markup("") if mail in words else Markup(' data-mail="{}"').format(mail)
    if not _SCHEME.match(href):
        return Markup("")
    return Markup(' class="spelled-out" rel="external"' if _spoken(words) == _spoken(href) else ' rel="external"')


def _spoken(address: str) -> str:
    return address.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _plain_words(tokens: Sequence[Token], link: Resolve) -> list[str]:
    words: list[str] = []
    for token in tokens:
        if token.type == "wiki_link":
            words.append(token.meta["shown"] or (link(token.content) or ("", token.content))[1])
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" ")
        elif token.type != "footnote":
            words.append(token.content)
    return words


def _rich_blocks(tokens: Iterator[Token], prose: Prose) -> tuple[Block, ...]:
    """Return the blocks up to the end of what holds them; `tokens` is left just after that."""
    blocks: list[Block] = []
    for token in tokens:
        if token.type == "inline":
            blocks.append(Paragraph(tuple(_runs(token.children or (), prose))))
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
            blocks.append(Points(tuple(_items(tokens, prose)), start))
        elif token.type == "blockquote_open":
            blocks.append(Quote(_rich_blocks(tokens, prose)))
        elif token.type == "fence":
            blocks.append(Code(token.content.rstrip("\n")))
        elif token.type == "hr":
            blocks.append(Rule())
        elif token.type in {"blockquote_close", "list_item_close"}:
            break
    return tuple(blocks)


def _items(tokens: Iterator[Token], prose: Prose) -> Iterator[Item]:
    for token in tokens:
        if token.type != "list_item_open":
            return
        yield Item(_rich_blocks(tokens, prose))


def _runs(tokens: Sequence[Token], prose: Prose) -> Iterator[Run]:
    look = Run("", lang=prose.lang)
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, strong=token.nesting == 1)
            case "em_open" | "em_close":
                look = replace(look, emphasised=token.nesting == 1)
            case "link_open" | "link_close":
                look = replace(look, href=str(token.attrGet("href") or ""))
            case "softbreak":
                yield replace(look, text=" ")
            case "hardbreak":
                yield replace(look, text=LINE_BREAK)
            case "code_inline":
                yield replace(look, text=token.content, code=True)
            case "wiki_link":
                href, title = prose.resolve(token.content) or ("", token.content)
                yield replace(look, text=token.meta["shown"] or title, href=look.href or href)
            case "footnote":
                mark = prose.note(token.content)
                shown = token.content if mark is not None else f"[^{token.content}]"
                yield replace(look, text=shown, href=mark or "", raised=mark is not None)
            case _ if token.content:
                yield replace(look, text=token.content)
