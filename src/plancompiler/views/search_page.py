"""The page where one searches: what the filters choose among, and the ways to go for who has no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.address import address
from plancompiler.cells import plans_in_order, shown
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.un_use import un_name
from plancompiler.views.in_force import plan_mark
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.search_register import REGISTER, register_kinds
from plancompiler.views.search_shard import STEP
from plancompiler.views.un_ties import GOALS
from plancompiler.wording import KIND_WORDS


@dataclass(frozen=True, slots=True)
class SearchView:
    """The plans with their ids and status, the kinds of node there are, the UN goals, and where the lists are.

    `shards` is the folder of what can be found, from the page; `register` the one there for the registers.
    """

    shards: str
    register: str
    plans: tuple[tuple[str, Ref], ...]
    kinds: tuple[tuple[str, str], ...]
    goals: tuple[tuple[str, str], ...]
    lists: tuple[Ref, ...]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    here = Here(program, output, "sok.html")
    yield here.page, partial(_page, here)


def _page(here: Here) -> Page:
    program, words = here.program, here.words
    present = {node.kind for node in program.nodes.values()}
    view = SearchView(
        shards="sok/",
        register=REGISTER,
        plans=tuple((plan, _plan(here, plan)) for plan in plans_in_order(program)),
        kinds=(
            *((kind, words.plural(several)) for kind, (_, several) in KIND_WORDS.items() if kind in present),
            *_steps(here),
            *register_kinds(here),
        ),
        goals=tuple((str(number), un_name(program, f"fn/{number}", here.output.language)) for number in GOALS),
        lists=(
            Ref(words.plural("FN-mål"), here.link("fn/index.html")),
            Ref(words("Emner"), here.link("emne/index.html")),
            Ref(words("Aktører"), here.link("aktor/index.html")),
            Ref(words("Dokumenter"), here.link("dokument/index.html")),
            Ref(words("Tabeller"), here.link("tabeller/index.html")),
            Ref(words("Ordliste"), here.link("ordliste.html")),
        ),
    )
    # What a search finds has pages of its own to be listed by.
    return Page(here.page, words("Søk"), (), view, listed=False)


def _steps(here: Here) -> Iterator[tuple[str, str]]:
    if any(plan.records("saksgang") for plan in here.program.plans.values()):
        yield STEP, here.words("Saksgang")


def _plan(here: Here, plan: str) -> Ref:
    name = shown(here.program, plan, here.words)
    return Ref(name, here.link(address(here.program, plan)), note=plan_mark(here, plan))


PAGES = Pages("search.html.j2", _produce, listed=False)
