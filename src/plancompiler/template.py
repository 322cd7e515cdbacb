"""Views to text through templates; with `template_faults` the only module with jinja2.

The environment is strict and escapes everything: a name no view has is an error, and text is shown as the characters
it is. Words of the page itself are bokmål literals in `_("…")` or `{% trans %}`, so that they can be extracted with
jinja's i18n extension; the translator that is passed in turns them into the reader's language.

A workspace's own templates stand before ours of the same name, and build on them as `plancompiler/…`. They may show
what a page has and no more: where there are any, all are filled in in a sandbox.

What stands in every line of a page, a link and a text, is a filter and no macro: a macro takes ten times as long.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import CodeType
from typing import Protocol

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
)  # fmt: skip
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from plancompiler.own_templates import FOLDER, SHIPPED, TemplateFault
from plancompiler.prose import Prose, on_paper, plain, to_html, to_inline
from plancompiler.rich_text import unparted
from plancompiler.source import Source, digest
from plancompiler.template_faults import fault_of, faults
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
    """The templates of a folder, and before them `own` ones. `digest` is the same for the same on every machine."""

    def __init__(self, root: Path, words: Translator, own: tuple[Source, ...] = ()) -> None:
        files = sorted(path for path in root.rglob("*") if path.is_file())
        self.digest = digest(
            *(part for file in files for part in (file.relative_to(root).as_posix(), file.read_text("utf-8"))),
            *(part for source in own for part in (source.path, source.text)),
        )
        self._root, self._own = root, own
        self._environment = (_Sandbox if own else Environment)(
            loader=_loader(root, own),
            undefined=StrictUndefined,
            autoescape=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
        )
        # What machines read keeps its order and its letters; what could end a script is escaped all the same.
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self._environment.globals["gettext"] = words
        self._environment.globals["ngettext"] = lambda one, many, count: words(one if count == 1 else many)
        filters = {"blocks": _blocks, "inline": _inline, "line": _line, "item": _item, "link": _link, "plain": _plain}
        self._environment.filters.update(filters, on_paper=on_paper)

    def render(self, name: str, **values: object) -> bytes:
        """Return a template filled with the values, as UTF-8.

        Raises jinja2.UndefinedError for a name no view has, and TemplateFault where a template of the workspace's own
        is to blame.
        """
        try:
            text = self._environment.get_template(name).render(values)
        except Exception as error:
            fault = fault_of(error, frozenset(source.path for source in self._own))
            if fault is None:
                raise
            raise fault from error
        return unparted(text).encode("utf-8")

    def faults(self) -> tuple[TemplateFault, ...]:
        """Return what can be seen to be wrong with the workspace's own templates without making a page."""
        shipped = frozenset(path.relative_to(self._root).as_posix() for path in self._root.rglob("*.j2"))
        return tuple(faults(self._environment, self._own, shipped))

    def joined(self, folder: str, ending: str) -> str:
        """Return the files of a folder with that ending, one after the other by name: `site.css` before `sok.css`."""
        files = sorted((self._root / folder).glob(f"*{ending}"))
        return "\n".join(file.read_text("utf-8") for file in files)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Where what is not ours is filled in: nothing is changed, and nothing reached that no page shows."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        # What makes the links of a text holds the whole program.
        return not isinstance(obj, partial) and super().is_safe_attribute(obj, attr, value)


class _Compiled(BytecodeCache):
    """The code of each template as it last was: a process that builds again and again need not compile it anew.

    It is kept in memory alone. A cache on disk is no place for code, since whoever can write there would run it.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool], tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._known.get(self._key(bucket), ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[self._key(bucket)] = (bucket.checksum, bucket.code)

    def _key(self, bucket: Bucket) -> tuple[str, bool]:
        # The same text becomes other code in a sandbox.
        return bucket.key, bucket.environment.sandboxed


_COMPILED = _Compiled()


def _loader(root: Path, own: tuple[Source, ...]) -> BaseLoader:
    ours = FileSystemLoader(root)
    if not own:
        return ours
    # Under the name they have in the workspace, so that what goes wrong is told of there.
    theirs = {source.path.removeprefix(FOLDER): (source.text, source.path, None) for source in own}
    return ChoiceLoader([FunctionLoader(theirs.get), ours, PrefixLoader({SHIPPED.rstrip("/"): ours})])


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
        shown = f'<a href="{escape(ref.href)}"{lang}{on_paper(ref.href, ref.text)}>{words}</a>'
    else:
        shown = f"<span{lang}>{words}</span>" if lang else words
    return Markup(f'{shown} <span class="aside">({escape(ref.note)})</span>' if ref.note else shown)
