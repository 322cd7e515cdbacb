"""Fixes applied: the edits of findings, put into the text of the files, every other byte as it was.

A round takes every fix that is wanted and collides with no other, and reads the files again; what the fixes brought to
light is mended in the next. A fix that makes a file no better is not tried again, so that the rounds end.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plancompiler.diagnostic import Applicability
from plancompiler.report import Change, Finding, Remedy
from plancompiler.source import Source

# Each round mends what stands; a mistake behind a mistake behind a mistake is rare, and a ring of fixes must end.
_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of files: their texts, and everything there is to say of them."""

    sources: Mapping[str, Source]
    findings: tuple[Finding, ...]


def fixed(
    files: Mapping[str, bytes],
    check: Callable[[Mapping[str, bytes]], Checked],
    applicable: frozenset[Applicability],
    wanted: Callable[[Finding], bool],
) -> Mapping[str, bytes]:
    """Return the files that the fixes changed, by path.

    `check` reads files and says what is wrong with them, `applicable` are the kinds of fix to apply, and `wanted` tells
    which findings to mend. A set of edits that leaves more errors than there were is given up.
    """
    now = dict(files)
    refused: set[tuple[str, str, str]] = set()
    tried_on: Mapping[str, bytes] = {}
    checked = check(now)
    for _ in range(_ROUNDS):
        chosen = _chosen(checked.findings, applicable, wanted, refused)
        if not chosen and refused and tried_on != now:
            # What could not be mended before may be now that other things are.
            tried_on = dict(now)
            refused.clear()
            continue
        if not chosen:
            break
        changed = _applied(now, checked.sources, [edit for _, fix in chosen for edit in fix.edits])
        after = check({**now, **changed})
        if _errors(after.findings) > _errors(checked.findings) or not changed:
            if len(chosen) == 1:
                refused.add(_key(chosen[0][0]))
                continue
            # Together they did harm; one at a time tells which of them does.
            changed, after = _first_that_helps(chosen, now, checked, check, refused)
        else:
            # What is said as often as before was not mended by its fix.
            said, left = Counter(map(_key, checked.findings)), Counter(map(_key, after.findings))
            refused.update(key for key in (_key(one) for one, _ in chosen) if left[key] >= said[key])
        now.update(changed)
        checked = after
    return {path: data for path, data in now.items() if files.get(path) != data}


_Chosen = list[tuple[Finding, Remedy]]


def _chosen(
    findings: Iterable[Finding],
    applicable: frozenset[Applicability],
    wanted: Callable[[Finding], bool],
    refused: set[tuple[str, str, str]],
) -> _Chosen:
    """Return the findings to mend in this round, each with its fix; of edits that overlap the first wins."""
    taken: list[Change] = []
    chosen: _Chosen = []
    for one in findings:
        fix = next((fix for fix in one.fixes if fix.applicability in applicable and fix.edits), None)
        if fix is None or not wanted(one) or _key(one) in refused:
            continue
        if not any(_overlap(edit, other) for edit in fix.edits for other in taken):
            taken.extend(fix.edits)
            chosen.append((one, fix))
    return chosen


def _first_that_helps(
    chosen: _Chosen,
    now: Mapping[str, bytes],
    checked: Checked,
    check: Callable[[Mapping[str, bytes]], Checked],
    refused: set[tuple[str, str, str]],
) -> tuple[Mapping[str, bytes], Checked]:
    for one, fix in chosen:
        changed = _applied(now, checked.sources, fix.edits)
        after = check({**now, **changed})
        if _errors(after.findings) <= _errors(checked.findings) and _key(one) not in map(_key, after.findings):
            return changed, after
        refused.add(_key(one))
    return {}, checked


def _applied(files: Mapping[str, bytes], sources: Mapping[str, Source], edits: Iterable[Change]) -> Mapping[str, bytes]:
    by_path: dict[str, list[Change]] = {}
    for edit in edits:
        by_path.setdefault(edit.where.path, []).append(edit)
    return {
        path: _mark(files[path]) + apply(sources[path].text, changes).encode("utf-8")
        for path, changes in by_path.items()
        if path in files and _is_utf_8(files[path])
    }


def _mark(data: bytes) -> bytes:
    return codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""


def _is_utf_8(data: bytes) -> bool:
    # What a file in another encoding says is a guess; the author must save it anew before it is touched.
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def apply(text: str, edits: Iterable[Change]) -> str:
    """Return the text with the edits made; they do not overlap, and line ends follow the text's own."""
    ending = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, key=lambda edit: (edit.where.start, edit.where.end), reverse=True):
        new = edit.text.replace("\r\n", "\n").replace("\n", ending)
        text = text[: edit.where.start] + new + text[edit.where.end :]
    return text


def _overlap(one: Change, other: Change) -> bool:
    if one.where.path != other.where.path:
        return False
    a, b = one.where, other.where
    # Two insertions at one place have no order between them.
    return (a.start < b.end and b.start < a.end) or a.start == b.start


def _key(one: Finding) -> tuple[str, str, str]:
    return one.code, one.where.path, one.message


def _errors(findings: Iterable[Finding]) -> int:
    return sum(1 for one in findings if one.severity == "error")
