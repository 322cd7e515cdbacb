"""What every page of the site has: an address, a title, a way back, and a view that a template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from plancompiler.address import relative
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.shown_dates import shown_date, shown_period
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Ref:
    """Words that may lead somewhere: the link ("" for words alone), their language, and a note shown after them."""

    text: str
    href: str = ""
    lang: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """Where a view is shown: the program, the page's address and language, and the plan the page belongs to, or "".

    `root` is the address of the site for a page that is shown under other addresses than its own, "" for others.
    One that is `whole` shows in full also what has a page of its own on the site, as a printed plan does.
    """

    program: Program
    output: Output
    page: str
    plan: str = ""
    root: str = ""
    whole: bool = False

    @property
    def words(self) -> Translator:
        """The words of the page's language."""
        return self.output.words

    def link(self, address: str) -> str:
        """Return the link from this page to an address of the site; "" for none."""
        if not address:
            return ""
        # From a page of no name in the root, every link is the way down.
        return f"{self.root.rstrip('/')}/{relative('', address)}" if self.root else relative(self.page, address)

    def date(self, written: str) -> str:
        """Return a date or rhythm as it reads on the page; "" for none."""
        return shown_date(written, self.output.language, self.words) if written else ""

    def period(self, written: str) -> str:
        """Return a period or date as it reads on the page; "" for none."""
        return shown_period(written, self.output.language, self.words) if written else ""

    def foreign(self, language: str) -> str:
        """Return the language of a text when it is not the page's own, else ""."""
        return language if language != self.output.language else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, its title, the pages above it, the view, and whether search engines may list it.

    `root` is that of where it is shown. `data` is what it is about, for machines, in JSON-LD; None for nothing.
    """

    path: str
    title: str
    trail: tuple[Ref, ...]
    view: object
    listed: bool = True
    title_lang: str = ""
    root: str = ""
    data: Mapping[str, object] | None = None


# A page by its address, and what makes it when it is asked for.
Listed = tuple[str, Callable[[], Page]]


@dataclass(frozen=True, slots=True)
class Pages:
    """A kind of page: the template that shows it, what lists the pages of a program, and whether any may be `listed`.

    Every process lists all pages and makes few of them, so to list one costs next to nothing: its view is made when it
    is asked for.
    """

    template: str
    produce: Callable[[Program, Output], Iterator[Listed]]
    listed: bool = True
