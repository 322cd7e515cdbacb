"""An open set is a folder: being in it is the registration."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def collect(package: ModuleType, export: str, kind: type[T], ending: str = "") -> tuple[T, ...]:
    """Return what every module of `package` exports under the name `export`, in the order of the module names.

    With `ending`, those modules alone whose names end so; the others are what these are made of.
    """
    return tuple(one_of(package, export, kind, name) for name in names_in(package) if name.endswith(ending))


def names_in(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the modules of `package` in their order; none of them is loaded."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(package.__path__)))


def one_of(package: ModuleType, export: str, kind: type[T], name: str) -> T:
    """Return what the module of that name exports; nothing else of the folder is loaded, nor what that stands on."""
    found = getattr(import_module(f"{package.__name__}.{name}"), export)
    if not isinstance(found, kind):
        raise TypeError(f"{package.__name__}: {name} exports no {kind.__name__} as {export}")
    return found
