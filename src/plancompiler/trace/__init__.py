"""One node followed back through git: what changed it, when and why, through new ids, new holders and new files.

History is the main line: each merge is one step, with all that it brought and the reasons of all who worked on it. Of
the thousands of commits of a long history only those that touched the file the node stood in are looked at, of these
only the ones in which its own lines are others are compiled, and of these only its own plan and what it refers to are
linked. Where the node stands among others is not part of its history.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plancompiler import revision
from plancompiler.cache import Cache
from plancompiler.change import Comparison, Item
from plancompiler.diff import Edition
from plancompiler.diff.changes import changes_of
from plancompiler.diff.compared import Compared, compared
from plancompiler.diff.describe import item
from plancompiler.diff.reasons import reasons
from plancompiler.diff.records import records
from plancompiler.git import Blobs, is_shallow
from plancompiler.history import History, Step
from plancompiler.node import Node, texts
from plancompiler.revision import Commit, Repository, Touch
from plancompiler.shown_change import every_shown
from plancompiler.trace.outline import Outline, outline
from plancompiler.trace.past import Past, Tree
from plancompiler.translate import Translator


class NoNode(Exception):
    """Nothing that git has was ever called that; `is_cut` says that git has only the last part of the history."""

    def __init__(self, is_cut: bool) -> None:
        super().__init__("no-node")
        self.is_cut = is_cut


def trace(root: Path, name: str, cache: Cache, words: Translator) -> History:
    """Return the history of a node of the workspace at `root`, by its full name now or at any time before.

    Raises NoRevision, and NoNode when it was never there.
    """
    repo = revision.repository(root)
    head = revision.commit_of(repo, "HEAD")
    tree = {path: blob for path, blob in revision.tree(repo, head).items() if revision.is_read(path)}
    with Blobs(repo.top) as blobs:
        walk = _Walk(repo, Past(blobs, cache), tree, words)
        found = walk.back(name, revision.main_line(repo, head), is_shallow(repo.top))
    cache.prune()
    return found


@dataclass(frozen=True, slots=True)
class _Held:
    """The node as it was at some time, what it was held by in its file, and the lines there that say so."""

    node: Node
    path: str
    under: tuple[str, ...]
    lines: Outline | None

    def says_the_same(self, other: _Held) -> bool:
        """Tell whether nothing of the node itself is another."""
        one, two = self.node, other.node
        return (one.name, one.kind, one.parent, one.fields, one.unread, self.under) == (
            two.name, two.kind, two.parent, two.fields, two.unread, other.under
        )  # fmt: skip


class _Walk:
    """The way back: the files as they were as far back as it has come, and what was found on the way."""

    def __init__(self, repo: Repository, past: Past, tree: Tree, words: Translator) -> None:
        self._repo, self._past, self._words = repo, past, words
        self._tree = dict(tree)
        self._steps: list[Step] = []
        self._last: Item | None = None

    def back(self, name: str, touches: Sequence[Touch], is_cut: bool) -> History:
        """Return the history of a node. Raises NoRevision and NoNode."""
        held = self._find(self._tree, lambda node: node.name == name, name)
        held = held or self._find(self._tree, lambda node: name in _former(node), name)
        if held is not None:
            self._last = self._shown(held)
        # Where the file cannot be read, what was before that is held against what is after it.
        waiting: list[Touch] = []
        after: Tree = {}
        for number, touch in enumerate(touches):
            if is_cut and not touch.parents:
                # Where a clone was cut, everything looks new.
                return self._history(is_cut, touch.day)
            after = after if waiting else dict(self._tree)
            self._undo(touch)
            if held is None:
                self._read_ahead(touches[number:])
                held = self._taken_out(name, touch, after)
            elif held.path in touch.files:
                waiting.append(touch)
                self._read_ahead(touches[number:], held.path)
                was = self._same_file(held)
                if was is None or not was.says_the_same(held):
                    told = self._changed(waiting, after, held, was)
                    if told is None:
                        continue
                    was = self._at(*told) if all(told) else None
                held, waiting = was, []
            name = held.node.name if held is not None else name
        return self._history(is_cut, "")

    def _history(self, is_cut: bool, since: str) -> History:
        if self._last is None:
            raise NoNode(is_cut)
        return History(self._last, tuple(self._steps), since)

    def _undo(self, touch: Touch) -> None:
        for path, (old, _) in touch.files.items():
            if old:
                self._tree[path] = old
            else:
                self._tree.pop(path, None)

    def _read_ahead(self, touches: Sequence[Touch], path: str = "") -> None:
        """Read the next files before the commits, or the next of the one path, if they are not at hand already."""
        olds = (old for touch in touches for name, (old, _) in touch.files.items() if old and path in ("", name))
        first = next(olds, "")
        if first:
            self._past.blobs.read(first, olds)

    def _find(self, tree: Tree, is_meant: Callable[[Node], bool], name: str) -> _Held | None:
        """Return the node that is meant, of the files that write the id of the name."""
        identity = name.rpartition("/")[2].encode()
        for path, blob in sorted(tree.items()):
            if identity in self._past.blobs.read(blob):
                for node in self._past.nodes(path, blob):
                    if is_meant(node):
                        return self._at(node.name, path, blob)
        return None

    def _at(self, name: str, path: str, blob: str = "") -> _Held | None:
        """Return the node of the name in a file, as far back as the walk has come where no blob is given."""
        blob = blob or self._tree[path]
        document = self._past.unit(path, blob).document
        node = next((node for node in document.nodes if node.name == name), None) if document is not None else None
        if document is None or node is None:
            return None
        return _Held(node, path, document.texts("under"), outline(self._past.blobs.read(blob), node.id))

    def _same_file(self, held: _Held) -> _Held | None:
        """Return the node as it was before in the file it stands in, when it stood there by the same name."""
        blob = self._tree.get(held.path)
        if blob is None:
            return None
        lines = held.lines.found_in(self._past.blobs.read(blob), held.node.id) if held.lines is not None else None
        if lines is not None:
            return replace(held, lines=lines)
        return self._at(held.node.name, held.path)

    def _taken_out(self, name: str, touch: Touch, after: Tree) -> _Held | None:
        """Return the node as it was before a commit after which it is not there; say so when it was taken out."""
        gone = {path: old for path, (old, _) in touch.files.items() if old}
        held = self._find(gone, lambda node: node.name == name, name)
        if held is None:
            return None
        before, now = self._editions(after, held, touch.files)
        both = compared(before, now, ("", ""))
        kept = both.pairs.after.get(name, "")
        if kept or name in both.gone:
            self._step((touch,), both, name, kept)
        self._last = self._last or (self._steps[-1].changes[0].item if self._steps else self._shown(held))
        return held

    def _changed(self, touches: Sequence[Touch], after: Tree, held: _Held, was: _Held | None) -> tuple[str, str] | None:
        """Note what the commits did to the node; return its name and file before them, empty when there was none, or
        None when that cannot be told."""
        name = held.node.name
        touched = {path for touch in touches for path in touch.files} if was is None else {held.path}
        before, now = self._editions(after, held, touched)
        both = compared(before, now, ("", ""))
        if name in both.pairs.before:
            old = both.was(name)
            self._step(touches, both, old.key, name)
            return old.name, old.file
        if name not in both.new:
            return None
        self._step(touches, both, "", name)
        return "", ""

    def _editions(self, after: Tree, held: _Held, paths: Collection[str]) -> tuple[Edition, Edition]:
        plans = self._past.plans_named(self._tree, held.node.fields) | {held.node.plan}
        return self._past.edition(self._tree, plans, paths), self._past.edition(after, plans, paths)

    def _step(self, touches: Sequence[Touch], both: Compared, before: str, after: str) -> None:
        words = self._words
        why = reasons(both, [commit for touch in touches for commit in self._commits(touch)], words)
        found = changes_of(both, why, words, before=before, after=after)
        if found:
            old, new = both.before.edition, both.after.edition
            comparison = Comparison(found, (), 0, (), (), old.side, new.side, old.program, new.program)
            self._steps.append(Step(touches[0].day, found, every_shown(comparison, words)))

    def _commits(self, touch: Touch) -> tuple[Commit, ...]:
        """Return the commits that a commit of the main line brought, itself among them."""
        if len(touch.parents) > 1:
            return revision.commits(self._repo, touch.parents[0], touch.hash)
        return (Commit(touch.hash, touch.day, "", touch.trailers, frozenset(touch.files)),)

    def _shown(self, held: _Held) -> Item:
        side = records(self._past.edition(self._tree, {held.node.plan}, {held.path}))
        return item(side, side.by_key[held.node.name], self._words)


def _former(node: Node) -> tuple[str, ...]:
    return tuple(former if "/" in former else f"{node.plan}/{former}" for former in texts(node.fields, "tidligere_id"))
