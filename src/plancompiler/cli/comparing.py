"""What the commands that compare do: read what is asked for, show it, and say in Norwegian why it cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from os import environ
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

from plancompiler import diff_formats
from plancompiler.cache import user_cache
from plancompiler.change import Comparison
from plancompiler.cli.command import refuse, system_words
from plancompiler.cli.opening import MISSING, open_files
from plancompiler.cli.session import from_repository, open_workspace, print_findings, within
from plancompiler.collect import one_of
from plancompiler.crew import Crew, cores
from plancompiler.diff_format import DiffFormat, Shown
from plancompiler.editions import compare_folders, compare_plans, compare_revisions, new_findings
from plancompiler.findings import summary_since
from plancompiler.git import NoRevision
from plancompiler.nearest import nearest
from plancompiler.report import Finding
from plancompiler.translate import Translator
from plancompiler.workspace_files import SETTINGS, NoWorkspace, find_root

# What to say when git has no such revision, by what is wrong.
_NO_REVISION = {
    "no-git": "fant ikke git. Installer git.",
    "no-repository": "planene ligger ikke i git her.",
    "unknown-revision": "git kjenner ikke «{name}». Skriv en grein, et merke eller en revisjon, for eksempel HEAD~1.",
    "no-default-branch": "fant ingen hovedgrein å sammenligne med. Skriv hvilken: planc diff main.",
    "no-merge-base": "{name} har ingen felles historie.",
    "shallow": "bare den siste delen av historien er hentet, så git finner ikke «{name}». Hent hele: git fetch "
    "--unshallow, eller «fetch-depth: 0» i actions/checkout.",
    "unreadable": "git kunne ikke lese planene: {name}",
}
# What can be compared instead.
_INSTEAD = {
    "no-git": "Du kan også sammenligne to mapper: planc diff MAPPE MAPPE.",
    "no-repository": "Sammenlign to mapper i stedet: planc diff MAPPE MAPPE.",
    "no-merge-base": "Skriv A..B for å sammenligne dem som de er.",
}


def refuse_revision(why: NoRevision, instead: Mapping[str, str] = MappingProxyType({})) -> NoReturn:
    """Say why a revision cannot be read and what there is to do instead, and leave as wrong usage."""
    refuse(" ".join(filter(None, (_NO_REVISION[why.why].format(name=why.name), instead.get(why.why)))))


def compare_asked(asked: tuple[str, ...], plans: tuple[str, str] | None, words: Translator) -> Comparison:
    """Return what differs between what was asked for on the command line; leaves as wrong usage when it cannot."""
    if plans is not None:
        if asked:
            refuse("--plan sammenligner to planer i arbeidsområdet som det er. Ta bort «{}».".format(" ".join(asked)))
        return _plans(plans, words)
    try:
        if len(asked) > 2:
            refuse("diff tar én revisjon, A..B, A...B eller to mapper.")
        with Crew(cores()) as crew:
            if len(asked) == 2:
                base, head = (_folder(name) for name in asked)
                return compare_folders(base, head, user_cache(), words, crew)
            return compare_revisions(find_root(Path.cwd()), "".join(asked), user_cache(), words, crew)
    except NoRevision as why:
        refuse_revision(why, _INSTEAD)
    except NoWorkspace as missing:
        refuse(MISSING[str(missing)])
    except OSError as error:
        refuse(f"kunne ikke lese «{error.filename}»: {system_words(error)}.")


def show_new(revision: str, paths: Iterable[Path], form: str, words: Translator) -> tuple[Finding, ...]:
    """Print those that are new since a revision, and return them; leaves as wrong usage when it cannot be read."""
    root, files = open_files()
    wanted = within(paths, root)
    try:
        with Crew(cores()) as crew:
            found, texts = new_findings(root, files, revision, user_cache(), crew, words)
    except NoRevision as why:
        refuse_revision(why)
    except NoWorkspace as missing:
        refuse(MISSING[str(missing)])
    shown = tuple(one for one in found if wanted(one.where.path))
    if print_findings(shown, texts, form, words, from_repository(root)).for_people:
        sys.stdout.write(summary_since(shown, revision, words) + "\n")
    return shown


def print_comparison(comparison: Comparison, form: str, words: Translator) -> None:
    """Print a comparison in the format of that name."""
    chosen = one_of(diff_formats, "DIFF_FORMAT", DiffFormat, form)
    colour = sys.stdout.isatty() and "NO_COLOR" not in environ
    sys.stdout.write(chosen.render(Shown(comparison, words, colour)))


def _plans(plans: tuple[str, str], words: Translator) -> Comparison:
    workspace = open_workspace()[1]
    known = workspace.program.plans
    for plan in plans:
        if plan not in known:
            near = next(iter(nearest(plan, sorted(known))), "")
            refuse(f"ingen plan heter «{plan}»." + (f" Mente du «{near}»?" if near else ""))
    return compare_plans(workspace, *plans, words)


def _folder(name: str) -> Path:
    """Return a folder of plans; the workspace itself, not one around it."""
    folder = Path(name)
    if not folder.is_dir():
        refuse(f"«{name}» er ingen mappe. Vil du sammenligne to revisjoner, skriver du A..B.")
    if not (folder / SETTINGS).is_file() and not (folder / "plans").is_dir():
        refuse(f"mappa «{name}» har verken {SETTINGS} eller ei mappe som heter «plans».")
    return folder
