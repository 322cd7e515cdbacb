"""What `planc log` does: follow a node back through git, show it, and say in Norwegian why that cannot be done."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from os import environ
from typing import NoReturn

from plancompiler import log_formats
from plancompiler.cache import user_cache
from plancompiler.cli.command import refuse
from plancompiler.cli.comparing import refuse_revision
from plancompiler.cli.opening import open_files
from plancompiler.collect import one_of
from plancompiler.git import NoRevision
from plancompiler.log_format import LogFormat, ShownHistory
from plancompiler.nearest import nearest
from plancompiler.trace import NoNode, trace
from plancompiler.translate import Translator
from plancompiler.units import units_of

_FETCH = "Hent hele: git fetch --unshallow, eller «fetch-depth: 0» i actions/checkout."


def print_history(name: str, form: str, words: Translator) -> None:
    """Print the history of a node by its full name; leaves as wrong usage when it has none."""
    root, files = open_files()
    try:
        history = trace(root, name, user_cache(), words)
    except NoRevision as why:
        refuse_revision(why)
    except NoNode as unknown:
        _refuse_node(name, files, unknown.is_cut)
    chosen = one_of(log_formats, "LOG_FORMAT", LogFormat, form)
    colour = sys.stdout.isatty() and "NO_COLOR" not in environ
    sys.stdout.write(chosen.render(ShownHistory(history, words, colour)))


def _refuse_node(name: str, files: Mapping[str, bytes], is_cut: bool) -> NoReturn:
    """Say that nothing was ever called that, and what may have been meant."""
    documents = [unit.document for unit in units_of(files, user_cache()) if unit.document is not None]
    nodes = {node.name: node.id for document in documents for node in document.nodes if node.is_named}
    if name in nodes:
        refuse(f"«{name}» er ikke lagret i git ennå, og har derfor ingen historie.")
    # Who writes the id alone means a node of some plan.
    near = sorted(full for full, own in nodes.items() if own == name) or nearest(name, nodes)
    hint = f" Mente du «{near[0]}»?" if near else ""
    if is_cut:
        refuse(f"«{name}» finnes ikke i den delen av historien som er hentet.{hint} {_FETCH}")
    if "/" not in name:
        refuse(f"skriv både plan og punkt, som «plan/m1».{hint}")
    refuse(f"«{name}» har aldri vært i planene.{hint}")
