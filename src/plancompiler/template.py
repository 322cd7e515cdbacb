"""Views to text through templates; the only module with jinja2.

The environment is strict and escapes everything: a name no view has is an error, and text is shown as the characters
it is. Words of the page itself are bokmål literals in `_("…")` or `{% trans %}`, so that they can be extracted with
jinja's i18n extension; the translator that is passed in turns them into the reader's language.
"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plancompiler.prose import Prose, plain, to_html, to_inline
from plancompiler.source import digest
from plancompiler.translate import Translator

# A number is never parted from its sign: «75 %», «§ 3-2».
_TOGETHER = re.compile(r"(?<=\d) (?=%)|(?<=§) (?=\d)")


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
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
        )
        self._environment.globals["gettext"] = words
        self._environment.globals["ngettext"] = lambda one, many, count: words(one if count == 1 else many)
        self._environment.filters["blocks"] = _blocks
        self._environment.filters["inline"] = _inline
        self._environment.filters["plain"] = _plain

    def render(self, name: str, **values: object) -> bytes:
        """Return a template filled with the values, as UTF-8. Raises jinja2.UndefinedError for a name no view has."""
        text = self._environment.get_template(name).render(values)
        return _TOGETHER.sub("\N{NO-BREAK SPACE}", text).encode("utf-8")

    def text(self, name: str) -> str:
        """Return a file of the folder as it is."""
        return (self._root / name).read_text("utf-8")


def _blocks(prose: Prose) -> Markup:
    return to_html(prose.text, prose.resolve, prose.note)


def _inline(prose: Prose) -> Markup:
    return to_inline(prose.text, prose.resolve, prose.note)


def _plain(prose: Prose) -> str:
    return plain(prose.text, prose.resolve)
