"""Revisions of the plans in git, read without a checkout: which two are meant, and the files of each.

Git is a program that is run, not a library: it is there wherever plans are kept in it. All files of all revisions come
through one `git cat-file --batch`. Paths are always read with `-z`: git writes others than ASCII as octal numbers.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from os import environ
from pathlib import Path

from plancompiler.address import is_picture
from plancompiler.workspace import SETTINGS, is_plan_file

# What the default branch is called where the remote does not say.
_USUAL = ("origin/main", "origin/master", "main", "master")

_FILE, _EXECUTABLE = b"100644", b"100755"
_TRAILER = re.compile(r"([A-Za-zÆØÅæøå-]+):[ \t]+(\S.*(?:\n[ \t]+\S.*)*)")


class NoRevision(Exception):
    """A revision that cannot be read; the text says why, `name` what was asked for.

    `no-git` (the program is missing), `no-repository`, `unknown-revision`, `no-default-branch`, `no-merge-base`,
    `shallow` (the clone holds too little of the history), `unreadable` (git refuses; `name` is what it says).
    """

    def __init__(self, why: str, name: str = "") -> None:
        super().__init__(why)
        self.why, self.name = why, name


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository and where in it the workspace is: `inside` is "" or ends in a slash."""

    top: Path
    inside: str


@dataclass(frozen=True, slots=True)
class Range:
    """The two revisions that are meant: full hashes, and what a reader calls them. `head` is "" for the files as they
    are on disk."""

    base: str
    head: str
    base_label: str
    head_label: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The workspace as it was: its files as `workspace.read` has them, and what `workspace.beside` has."""

    commit: str
    files: Mapping[str, bytes]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: full hash, day (ISO), subject, trailers by lower-cased key in their order, and the files of the
    workspace it touched, by path from the workspace's root; a file that was moved is there by both its paths."""

    hash: str
    day: str
    subject: str
    trailers: Mapping[str, tuple[str, ...]]
    paths: frozenset[str]


def repository(root: Path) -> Repository:
    """Return the repository that the workspace at `root` lies in. Raises NoRevision."""
    shown = _text(root, "rev-parse", "--show-toplevel", "--show-prefix")
    top, inside = [*shown.split("\n"), ""][:2]
    return Repository(Path(top), inside)


def range_of(repo: Repository, asked: str) -> Range:
    """Return the revisions that are meant (`interface.md`). Raises NoRevision.

    `A..B` are the two as they stand, `A...B` the merge base of both and B, `A` the merge base of A and HEAD and the
    files on disk; "" is the default branch as A. A side that is left out of a range is HEAD.
    """
    base, dots, head = asked.partition("...") if "..." in asked else asked.partition("..")
    if dots:
        first, second = commit_of(repo, base or "HEAD"), commit_of(repo, head or "HEAD")
        start = first if dots == ".." else merge_base(repo, first, second)
        return Range(start, second, base or "HEAD", head or "HEAD")
    name = asked or default_branch(repo)
    return Range(parted_from(repo, name), "", name, "")


def parted_from(repo: Repository, name: str) -> str:
    """Return the full hash of the commit in which HEAD and a revision parted. Raises NoRevision."""
    return merge_base(repo, commit_of(repo, name), commit_of(repo, "HEAD"))


def commit_of(repo: Repository, name: str) -> str:
    """Return the full hash of the commit that a revision names. Raises NoRevision."""
    try:
        return _text(repo.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip()
    except NoRevision as none:
        if none.why != "unreadable":
            raise
        raise NoRevision("shallow" if _is_shallow(repo) else "unknown-revision", name) from none


def default_branch(repo: Repository) -> str:
    """Return the name of the branch that changes are held against. Raises NoRevision when none can be told."""
    try:
        return _text(repo.top, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD").strip()
    except NoRevision as none:
        if none.why != "unreadable":
            raise
    for name in _USUAL:
        try:
            commit_of(repo, name)
        except NoRevision:
            continue
        return name
    raise NoRevision("no-default-branch")


def merge_base(repo: Repository, one: str, other: str) -> str:
    """Return the full hash of where two commits parted. Raises NoRevision."""
    if one == other:
        return one
    try:
        return _text(repo.top, "merge-base", one, other).strip()
    except NoRevision as none:
        if none.why != "unreadable":
            raise
        raise NoRevision("shallow" if _is_shallow(repo) else "no-merge-base", f"{one[:10]} … {other[:10]}") from none


def read(repo: Repository, *commits: str) -> tuple[Revision, ...]:
    """Return the workspace as it was in each of the commits; a file that is in several is read once.

    Submodules and links to files elsewhere are no files of the revision. Raises NoRevision.
    """
    trees = [_tree(repo, commit) for commit in commits]
    blobs = _blobs(repo, dict.fromkeys(blob for tree in trees for path, blob in tree.items() if _is_read(path)))
    return tuple(
        Revision(
            commit,
            {path: blobs[blob] for path, blob in tree.items() if _is_read(path)},
            frozenset(path for path in tree if is_picture(path)),
        )
        for commit, tree in zip(commits, trees, strict=True)
    )


def commits(repo: Repository, base: str, head: str = "", paths: Iterable[str] = ()) -> tuple[Commit, ...]:
    """Return the commits after `base` up to `head` (HEAD when it is ""), newest first.

    All of history up to `head` when `base` is "". Only those that touched one of the `paths` of the workspace, when
    any is given; else those that touched the workspace. Raises NoRevision.
    """
    wanted = [f":(top,literal){repo.inside}{path}" for path in paths] or [f":(top,literal){repo.inside}"]
    if wanted == [":(top,literal)"]:
        wanted = []
    span = f"{base}..{head or 'HEAD'}" if base else head or "HEAD"
    said = _git(
        repo.top, "log", "-z", "--no-color", "--no-renames", "--name-only", "--format=%x01%H%x02%cs%x02%B%x02",
        "--diff-merges=first-parent", span, "--", *wanted,
    )  # fmt: skip
    return tuple(_commit(repo, one) for one in said.decode("utf-8", "replace").split("\x01")[1:])


def trailers(message: str) -> Mapping[str, tuple[str, ...]]:
    """Return the trailers of a commit message (`Begrunnelse: …` in its last paragraph) by lower-cased key."""
    last = message.strip().split("\n\n")[-1]
    found: dict[str, list[str]] = {}
    for match in _TRAILER.finditer(last):
        found.setdefault(match[1].lower(), []).append(" ".join(match[2].split()))
    return {key: tuple(values) for key, values in found.items()}


def _commit(repo: Repository, said: str) -> Commit:
    commit, day, message, rest = said.split("\x02", 3)
    paths = (path.strip("\n") for path in rest.split("\0"))
    own = frozenset(path[len(repo.inside) :] for path in paths if path and path.startswith(repo.inside))
    return Commit(commit, day, message.strip().split("\n", 1)[0], trailers(message), own)


def _is_read(path: str) -> bool:
    return path == SETTINGS or (path.startswith("plans/") and is_plan_file(path))


def _tree(repo: Repository, commit: str) -> Mapping[str, str]:
    """Return the blob of every file of the workspace, by path from the workspace's root."""
    wanted = [f"{repo.inside}plans", f"{repo.inside}{SETTINGS}"]
    listed = _git(repo.top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
    found = {}
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        if mode in (_FILE, _EXECUTABLE):
            found[path.decode("utf-8", "surrogateescape")[len(repo.inside) :]] = rest.split()[1].decode()
    return found


def _blobs(repo: Repository, wanted: Iterable[str]) -> Mapping[str, bytes]:
    names = list(wanted)
    answer = _git(repo.top, "cat-file", "--batch", "--buffer", told="".join(f"{name}\n" for name in names).encode())
    found: dict[str, bytes] = {}
    at = 0
    for name in names:
        end = answer.index(b"\n", at)
        about = answer[at:end].split()
        if len(about) != 3:
            # A clone that fetches files when they are asked for, with nowhere to fetch them from.
            raise NoRevision("shallow", name[:10])
        size = int(about[2])
        found[name] = answer[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _is_shallow(repo: Repository) -> bool:
    return _text(repo.top, "rev-parse", "--is-shallow-repository").strip() == "true"


def _text(folder: Path, *words: str) -> str:
    return _git(folder, *words).decode("utf-8", "surrogateescape").rstrip("\n")


def _git(folder: Path, *words: str, told: bytes = b"") -> bytes:
    # No lock is taken and nothing is asked of anyone: another git may be at work in the same folder.
    surroundings = {**environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command: Sequence[str] = ("git", "-C", str(folder), *words)
    try:
        done = subprocess.run(command, input=told, capture_output=True, env=surroundings, check=False)
    except OSError as error:
        raise NoRevision("no-git") from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    raise NoRevision("no-repository" if "not a git repository" in said else "unreadable", said)
