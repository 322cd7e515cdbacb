"""Tree to document: every text typed, every key known, and a finding at the text that caused it.

Nothing silences anything else. What cannot be read is left out and said, and the rest is read: one bad field costs
neither its node nor its neighbours, a bad id not the nodes below it.
"""

from __future__ import annotations

from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document
from plancompiler.source import Source
from plancompiler.tree import Tree


def validate(tree: Tree, source: Source) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document a tree holds, as far as it can be read, and what is wrong with it. Never raises.

    `source` is the text the tree was made of. There is no document when the first key does not say what the file is.
    """
    # Imported late: pydantic and the models take a tenth of a second, and a run whose units are all in the cache
    # validates nothing.
    from plancompiler.validate.documents import read_document

    return read_document(tree, source)
