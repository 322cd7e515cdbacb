"""Why something was changed, in the words of those who did it: the plan's own, else those of the commits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from plancompiler.diff.compared import Compared
from plancompiler.diff.records import Record
from plancompiler.node import text, texts
from plancompiler.program import Program
from plancompiler.revision import Commit
from plancompiler.translate import Translator

_TRAILERS = ("begrunnelse", "innspill", "vedtak")


def reasons(
    both: Compared, commits: Iterable[Commit], words: Translator
) -> Callable[[Record | None, Record | None], str]:
    """Return what tells why a thing was changed, "" when nobody has said it.

    What stands in the plan counts when it is new: an old reason is that of an older change.
    """
    by_path = _by_path(commits, words)
    buried = {(plan, identity): said for plan, identity, said in _buried(both.after.edition.program)}
    # Of two editions, the new one says under its own name why a point of the old one went.
    carried = {
        both.before.by_key[was].name: both.after.by_key[now].name
        for now, was in both.pairs.before.items()
        if now.startswith("plan:")
    }
    taken_in = {
        former if "/" in former else f"{record.plan}/{former}": record
        for record in both.after.by_key.values()
        for former in texts(record.fields, "tidligere_id")
    }

    def why(old: Record | None, new: Record | None) -> str:
        said = text(new.fields, "endret_fordi") if new is not None else ""
        if said and said != (text(old.fields, "endret_fordi") if old is not None else ""):
            return " ".join(said.split())
        if old is not None and new is None:
            grave = buried.get((carried.get(old.plan, old.plan), old.local), "")
            if grave:
                return grave
            if old.name in taken_in:
                return words("Slått sammen med «{id}».").format(id=taken_in[old.name].local)
        files = dict.fromkeys(record.file for record in (new, old) if record is not None)
        return " ".join(dict.fromkeys(by_path[file] for file in files if file in by_path))

    return why


def _by_path(commits: Iterable[Commit], words: Translator) -> Mapping[str, str]:
    """Return what the trailers of the commits that touched each file say, the oldest first."""
    heads = {"innspill": words("Innspill: {what}"), "vedtak": words("Vedtak: {what}")}
    found: dict[str, dict[str, None]] = {}
    for commit in reversed(tuple(commits)):
        said = [
            heads.get(key, "{what}").format(what=value if value[-1:] in ".!?" else f"{value}.")
            for key in _TRAILERS
            for value in commit.trailers.get(key, ())
        ]
        for path in commit.paths if said else ():
            found.setdefault(path, {}).update(dict.fromkeys(said))
    return {path: " ".join(said) for path, said in found.items()}


def _buried(program: Program) -> Iterable[tuple[str, str, str]]:
    for plan in program.plans.values():
        for grave in plan.records("utgåtte"):
            yield plan.id, text(grave, "id"), " ".join(text(grave, "grunn").split())
