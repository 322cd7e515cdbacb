"""Revisions of the plans in git, read without a checkout: which two are meant, and what is in each.

All files of all revisions come through one `git cat-file --batch`. Paths are always read with `-z`: git writes others
than ASCII as octal numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plancompiler.git import NoRevision, ask, ask_text, is_shallow
from plancompiler.workspace_files import SETTINGS, is_file_beside, is_file_of, is_plan_file

# What the default branch is called where the remote does not say.
_USUAL = ("origin/main", "origin/master", "main", "master")

# A file and one that can be run; links and submodules are no files of a workspace.
_KEPT = (b"100644", b"100755")
_TRAILER = re.compile(r"([A-Za-zÆØÅæøå-]+):[ \t]+(\S.*(?:\n[ \t]+\S.*)*)")


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


@dataclass(frozen=True, slots=True)
class Touch:
    """A commit as the main line saw it, held against its first parent: full hash, the parents' hashes, day (ISO),
    trailers by lower-cased key in their order, and the files of the workspace that are others: the hash before and
    after by path, "" where there was none."""

    hash: str
    parents: tuple[str, ...]
    day: str
    trailers: Mapping[str, tuple[str, ...]]
    files: Mapping[str, tuple[str, str]]


def repository(root: Path) -> Repository:
    """Return the repository that the workspace at `root` lies in. Raises NoRevision."""
    shown = ask_text(root, "rev-parse", "--show-toplevel", "--show-prefix")
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
        return ask_text(repo.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip()
    except NoRevision as none:
        if none.why != "unreadable":
            raise
        raise NoRevision("shallow" if is_shallow(repo.top) else "unknown-revision", name) from none


def day_of(repo: Repository, commit: str) -> str:
    """Return the day (ISO) a commit was made. Raises NoRevision."""
    return ask_text(repo.top, "show", "--no-patch", "--no-color", "--format=%cs", commit).strip()


def default_branch(repo: Repository) -> str:
    """Return the name of the branch that changes are held against. Raises NoRevision when none can be told."""
    try:
        return ask_text(repo.top, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD").strip()
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
        return ask_text(repo.top, "merge-base", one, other).strip()
    except NoRevision as none:
        if none.why != "unreadable":
            raise
        raise NoRevision("shallow" if is_shallow(repo.top) else "no-merge-base", f"{one[:10]} … {other[:10]}") from none


def read(repo: Repository, *commits: str) -> tuple[Revision, ...]:
    """Return the workspace as it was in each of the commits; a file that is in several is read once.

    Submodules and links to files elsewhere are no files of the revision. Raises NoRevision.
    """
    trees = [tree(repo, commit) for commit in commits]
    blobs = _blobs(repo, dict.fromkeys(blob for each in trees for path, blob in each.items() if is_file_of(path)))
    return tuple(
        Revision(
            commit,
            {path: blobs[blob] for path, blob in each.items() if is_file_of(path)},
            frozenset(filter(is_file_beside, each)),
        )
        for commit, each in zip(commits, trees, strict=True)
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
    said = ask(
        repo.top, "log", "-z", "--no-color", "--no-renames", "--name-only", "--format=%x01%H%x02%cs%x02%B%x02",
        "--diff-merges=first-parent", span, "--", *wanted,
    )  # fmt: skip
    return tuple(_commit(repo, one) for one in said.decode("utf-8", "replace").split("\x01")[1:])


def main_line(repo: Repository, head: str) -> tuple[Touch, ...]:
    """Return the commits that touched the workspace's files, newest first: a merge counts as one, on the day of the
    merge, with all that it brought. Raises NoRevision."""
    said = ask(
        repo.top, "log", "-z", "--no-color", "--raw", "--no-abbrev", "--no-renames", "--first-parent",
        "--diff-merges=first-parent", "--format=%H%x00%P%x00%cs%x00%B", head, "--",
        *(f":(top,literal){path}" for path in _places(repo)),
    )  # fmt: skip
    return tuple(_touches(repo, said.decode("utf-8", "surrogateescape").split("\0")))


def _touches(repo: Repository, told: list[str]) -> Iterator[Touch]:
    at = 0
    while at + 4 <= len(told):
        commit, parents, day, message = told[at : at + 4]
        at += 4
        files: dict[str, tuple[str, str]] = {}
        while at + 1 < len(told) and told[at].lstrip("\n").startswith(":"):
            was, now, old, new, _ = told[at].lstrip("\n:").split(" ")
            path = told[at + 1][len(repo.inside) :]
            if is_read(path):
                files[path] = (old if was.encode() in _KEPT else "", new if now.encode() in _KEPT else "")
            at += 2
        yield Touch(commit, tuple(parents.split()), day, trailers(message), files)


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


def is_read(path: str) -> bool:
    """Tell whether a file is the settings or a plan file: one of those that a history is told of, by its path."""
    return path == SETTINGS or (path.startswith("plans/") and is_plan_file(path))


def tree(repo: Repository, commit: str) -> Mapping[str, str]:
    """Return the hash of every file in the folder of the workspace, by path from there. Raises NoRevision."""
    within = ("--", repo.inside) if repo.inside else ()
    listed = ask(repo.top, "ls-tree", "-r", "-z", "--full-tree", commit, *within)
    found = {}
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        if mode in _KEPT:
            found[path.decode("utf-8", "surrogateescape")[len(repo.inside) :]] = rest.split()[1].decode()
    return found


def _blobs(repo: Repository, wanted: Iterable[str]) -> Mapping[str, bytes]:
    names = list(wanted)
    answer = ask(repo.top, "cat-file", "--batch", "--buffer", told="".join(f"{name}\n" for name in names).encode())
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


def _places(repo: Repository) -> tuple[str, str]:
    return (f"{repo.inside}plans", f"{repo.inside}{SETTINGS}")
