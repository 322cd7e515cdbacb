"""Views to text through templates; the only module with jinja2.

The environment is strict and escapes everything: a name no view has is an error, and text is shown as the characters
it is. Words of the page itself are bokmål literals in `_("…")` or `{% trans %}`, so that they can be extracted with
jinja's i18n extension; the translator that is passed in turns them into the reader's language.

What stands in every line of a page, a link and a text, is a filter and no macro: a macro takes ten times as long.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from plancompiler.prose import Prose, plain, to_html, to_inline
from plancompiler.rich_text import unparted
from plancompiler.source import digest
from plancompiler.translate import Translator


class Link(Protocol):
    """Words that may lead somewhere: the link ("" for words alone), their language, and a note shown after them."""

    @property
    def text(self) -> str: ...
    @property
    def href(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def note(self) -> str: ...


class Templates:
    """The templates of a folder. `digest` is the same for the same templates on every machine."""

    def __init__(self, root: Path, words: Translator) -> None:
        files = sorted(path for path in root.rglob("*") if path.is_file())
        self.digest = digest(
            *(part for file in files for part in (file.relative_to(root).as_posix(), file.read_text("utf-8")))
        )
        self._root = root
        self._environment = Environment(
            loader=FileSystemLoader(root),
            undefined=StrictUndefined,
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
        )
        self._environment.globals["gettext"] = words
        self._environment.globals["ngettext"] = lambda one, many, count: words(one if count == 1 else many)
        filters = {"blocks": _blocks, "inline": _inline, "line": _line, "item": _item, "link": _link, "plain": _plain}
        self._environment.filters.update(filters)

    def render(self, name: str, **values: object) -> bytes:
        """Return a template filled with the values, as UTF-8. Raises jinja2.UndefinedError for a name no view has."""
        return unparted(self._environment.get_template(name).render(values)).encode("utf-8")

    def joined(self, folder: str, ending: str) -> str:
        """Return the files of a folder with that ending, one after the other by name: `site.css` before `sok.css`."""
        files = sorted((self._root / folder).glob(f"*{ending}"))
        return "\n".join(file.read_text("utf-8") for file in files)


def _blocks(prose: Prose, kind: str = "prose") -> Markup:
    """Return a text as blocks: a single paragraph by itself, several in a division of their own."""
    html = to_html(prose.text, prose.resolve, prose.note)
    lang = f' lang="{escape(prose.lang)}"' if prose.lang else ""
    if kind == "prose" and html.startswith("<p>") and html.count("<p") == 1 and html.endswith("</p>\n"):
        return Markup(f"<p{lang}>{html[3:]}") if lang else html
    return Markup(f'<div class="{kind}"{lang}>\n{html}</div>\n')


def _inline(prose: Prose) -> Markup:
    return to_inline(prose.text, prose.resolve, prose.note)


def _line(prose: Prose) -> Markup:
    """Return a text on the line, in an element of its own when it has a language of its own."""
    html = to_inline(prose.text, prose.resolve, prose.note)
    return Markup(f'<span lang="{escape(prose.lang)}">{html}</span>') if prose.lang else html


def _item(prose: Prose) -> Markup:
    """Return a text that may hold a list of its own: as blocks then, else on the line."""
    return _blocks(prose, "compact") if "\n" in prose.text else _line(prose)


def _plain(prose: Prose) -> str:
    return plain(prose.text, prose.resolve)


def _link(ref: Link) -> Markup:
    """Return words that may lead somewhere, and the note after them."""
    words, lang = escape(ref.text), f' lang="{escape(ref.lang)}"' if ref.lang else ""
    if ref.href:
        external = ' rel="external"' if ref.href.startswith("http") else ""
        shown = f'<a href="{escape(ref.href)}"{lang}{external}>{words}</a>'
    else:
        shown = f"<span{lang}>{words}</span>" if lang else words
    return Markup(f'{shown} <span class="aside">({escape(ref.note)})</span>' if ref.note else shown)
