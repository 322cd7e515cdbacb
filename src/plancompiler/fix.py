"""Fixes applied: the edits of findings, put into the text of the files, every other byte as it was.

A round takes every fix that is wanted and collides with no other, and reads the files again; what the fixes brought to
light is mended in the next. A fix that makes a file no better is not tried again, so that the rounds end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plancompiler.diagnostic import Applicability
from plancompiler.edits import TextEdit, applied, is_utf_8
from plancompiler.report import Change, Finding, Remedy
from plancompiler.source import Source

# Each round mends what stands; a mistake behind a mistake behind a mistake is rare, and a ring of fixes must end.
_ROUNDS = 20

# A finding, known again in a text that has changed around it: its code, file and message, and what its line says.
_Spot = tuple[str, str, str, str]


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
    refused: set[_Spot] = set()
    tried_on: Mapping[str, bytes] = {}
    checked = check(now)
    for _ in range(_ROUNDS):
        chosen = _chosen(checked, applicable, wanted, refused)
        if not chosen and refused and tried_on != now:
            # What could not be mended before may be now that other things are.
            tried_on = dict(now)
            refused.clear()
            continue
        if not chosen:
            break
        changed = _applied(now, [edit for _, fix in chosen for edit in fix.edits])
        after = check({**now, **changed})
        if unmended := _unmended(chosen, checked, after):
            # A fix that does not help is not made; the others are, in the next round.
            refused.update(unmended)
            continue
        if _harm(chosen, checked, after):
            if len(chosen) == 1:
                refused.add(_spot(chosen[0][0], checked))
                continue
            # Together they did harm; one at a time tells which of them does.
            changed, after = _first_that_helps(chosen, now, checked, check, refused)
        now.update(changed)
        checked = after
    return {path: data for path, data in now.items() if files.get(path) != data}


_Chosen = list[tuple[Finding, Remedy]]


def _chosen(
    checked: Checked,
    applicable: frozenset[Applicability],
    wanted: Callable[[Finding], bool],
    refused: set[_Spot],
) -> _Chosen:
    """Return the findings to mend in this round, each with its fix; of edits that overlap the first wins."""
    taken: list[Change] = []
    chosen: _Chosen = []
    for one in checked.findings:
        fix = next((fix for fix in one.fixes if fix.applicability in applicable and fix.edits), None)
        if fix is None or not wanted(one) or _spot(one, checked) in refused:
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
    refused: set[_Spot],
) -> tuple[Mapping[str, bytes], Checked]:
    for one, fix in chosen:
        changed = _applied(now, fix.edits)
        after = check({**now, **changed})
        if not _harm([(one, fix)], checked, after) and not _unmended([(one, fix)], checked, after):
            return changed, after
        refused.add(_spot(one, checked))
    return {}, checked


def _unmended(chosen: _Chosen, before: Checked, after: Checked) -> set[_Spot]:
    """Return the findings that their fixes left: still said as often, and still of the same line."""
    said, left = Counter(map(_key, before.findings)), Counter(map(_key, after.findings))
    # A fix may have changed the words of the line, and those before it where it is.
    lines = {(*_key(one), one.where.line) for one in after.findings}
    spots = {_spot(one, after) for one in after.findings}
    return {
        spot
        for one, _ in chosen
        if left[_key(one)] >= said[_key(one)]
        and ((spot := _spot(one, before)) in spots or (*_key(one), one.where.line) in lines)
    }


def _applied(files: Mapping[str, bytes], edits: Iterable[Change]) -> Mapping[str, bytes]:
    # What a file in another encoding says is a guess; the author must save it anew before it is touched.
    spans = (
        TextEdit(edit.where.path, edit.where.start, edit.where.end, edit.text)
        for edit in edits
        if edit.where.path in files and is_utf_8(files[edit.where.path])
    )
    return applied(files, spans)


def _overlap(one: Change, other: Change) -> bool:
    if one.where.path != other.where.path:
        return False
    a, b = one.where, other.where
    # Two insertions at one place have no order between them.
    return (a.start < b.end and b.start < a.end) or a.start == b.start


def _key(one: Finding) -> tuple[str, str, str]:
    return one.code, one.where.path, one.message


def _spot(one: Finding, checked: Checked) -> _Spot:
    text, start = checked.sources[one.where.path].text, one.where.start
    end = text.find("\n", start)
    return (*_key(one), text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)].strip())


def _harm(chosen: _Chosen, before: Checked, after: Checked) -> bool:
    """Tell whether there are more errors than before; after a fix that leaves places to fill in, more without a fix."""
    fillable = any(fix.applicability == "placeholder" for _, fix in chosen)
    return _errors(after, fillable) > _errors(before, fillable)


def _errors(checked: Checked, fillable: bool) -> int:
    errors = (one for one in checked.findings if one.severity == "error")
    return sum(1 for one in errors if not (fillable and one.fixes))
