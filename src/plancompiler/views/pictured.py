"""Which pictures a page has: each module of `pictures/` says where its own stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from plancompiler.collect import collect
from plancompiler.views import pictures
from plancompiler.views.drawing import Picture
from plancompiler.views.page import Here

# What stands for the address of any plan's page.
PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Pictures:
    """A kind of picture: the pages it stands on, by address or `PLAN`, and what draws it, maybe several or none."""

    pages: tuple[str, ...]
    draw: Callable[[Here], Iterator[Picture]]


def pictures_of(here: Here) -> tuple[Picture, ...]:
    """Return the pictures of a page, by the names of the modules that draw them."""
    page = PLAN if here.plan else here.page
    return tuple(picture for kind in _kinds() if page in kind.pages for picture in kind.draw(here))


@cache
def _kinds() -> tuple[Pictures, ...]:
    return collect(pictures, "PICTURES", Pictures)
