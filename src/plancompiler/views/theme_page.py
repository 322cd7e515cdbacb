"""The page of a theme: the plans and nodes that say they are about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from plancompiler.address import theme_address
from plancompiler.cells import plan_of
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Listed, Page, Pages, Ref


@dataclass(frozen=True, slots=True)
class PlanTheme:
    """The nodes of one plan about a theme; `whole` when the plan itself is."""

    plan: Ref
    whole: bool
    nodes: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme, plans in force first."""

    name: str
    plans: tuple[PlanTheme, ...]


@lru_cache(maxsize=4)
def themes(program: Program) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Return the themes by the address of their page: the first spelling, and the plans and nodes that bear it."""
    found: dict[str, dict[str, None]] = {}
    spelling: dict[str, str] = {}
    for name, record in (*program.plans.items(), *program.nodes.items()):
        for theme in record.texts("emner") if "emner" in record.fields else ():
            page = theme_address(theme)
            spelling.setdefault(page, theme)
            found.setdefault(page, {})[name] = None
    return {page: (spelling[page], tuple(names)) for page, names in found.items()}


def listed(theme: str) -> str:
    """Return a theme as it stands in lists and headings, however the plan wrote its first letter."""
    return theme[:1].upper() + theme[1:]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for page in themes(program):
        yield page, partial(_page, Here(program, output, page))


def _page(here: Here) -> Page:
    theme, names = themes(here.program)[here.page]
    name = listed(theme)
    trail = (Ref(here.words("Emner"), here.link("emne/index.html")),)
    return Page(here.page, name, trail, ThemeView(name, tuple(_by_plan(here, names))))


def _by_plan(here: Here, names: tuple[str, ...]) -> Iterator[PlanTheme]:
    by_plan: dict[str, list[str]] = {}
    for name in names:
        by_plan.setdefault(plan_of(here.program, name), []).append(name)
    for plan in sorted(by_plan, key=lambda plan: plan not in here.program.counted):
        nodes = tuple(ref(here, name) for name in by_plan[plan] if name != plan)
        yield PlanTheme(ref(here, plan), plan in by_plan[plan], nodes)


PAGES = Pages("theme.html.j2", _produce)
