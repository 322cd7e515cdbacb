"""Refactorings of workspaces in memory, for tests: made as the commands make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plancompiler.refactor.change import Change
from plancompiler.refactor.outcome import made
from plancompiler.refactor.texts import Texts
from plancompiler.workspace import assemble


def after(files: Mapping[str, bytes], work: Callable[[Texts], Change]) -> dict[str, bytes]:
    """Return the files as they are after a refactoring. Raises Refusal."""
    workspace = assemble(files)
    return {**files, **made(files, workspace, work(Texts(workspace)), assemble)}
