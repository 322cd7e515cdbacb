"""The page a server shows for an address that is not there: what may have happened, a search, and ways on.

It is shown under whatever address was asked for, in a folder of any depth, so links from where the page lies would
lead astray. Where the settings say the site's address, its links begin at the path of that, on whatever host it is
looked at; where they do not, they are from the site's root, which holds for what was asked for there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from plancompiler.emit import Output
from plancompiler.node import text
from plancompiler.program import Program
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.standing import is_listed

# So many plans can be looked over; with more, the front page does it better.
_MOST_PLANS = 12


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The plans in force, none where they are many."""

    plans: tuple[Ref, ...]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    here = Here(program, output, "404.html", root=_root(text(program.settings, "adresse")))
    yield here.page, partial(_page, here)


def _root(address: str) -> str:
    return f"{urlsplit(address).path.rstrip('/')}/" if address else ""


def _page(here: Here) -> Page:
    plans = [plan for plan in here.program.plans if is_listed(here, plan)]
    shown = plans if len(plans) <= _MOST_PLANS else []
    view = NotFoundView(tuple(ref(here, plan) for plan in shown))
    return Page(here.page, here.words("Fant ikke siden"), (), view, listed=False, root=here.root)


PAGES = Pages("not_found.html.j2", _produce, listed=False)
