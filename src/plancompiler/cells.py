"""What tables and Markdown call things, in plain words, and the cells they are put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompiler.node import Node, text
from plancompiler.program import Link, Program, below, links_from, links_to
from plancompiler.prose import plain
from plancompiler.table import Cell, Mention
from plancompiler.translate import BOKMAL, Translator
from plancompiler.un_use import un_name
from plancompiler.wording import called, title

EMPTY: Cell = ()


def cell(*texts: str) -> Cell:
    """Return a cell of words, each on one line; empty texts give nothing."""
    return tuple(Mention(line) for line in (" ".join(text.split()) for text in texts) if line)


def time_cell(written: str) -> Cell:
    """Return a cell of a date or period as it is written; empty for none."""
    return (Mention(written, time=True),) if written else EMPTY


def names(program: Program, targets: Iterable[str], words: Translator) -> Cell:
    """Return a cell that names plans, nodes, register entries or UN goals by their full names.

    A plan that is not in force is named with its status, wherever it is named.
    """
    return tuple(Mention(_named(program, name, words), name) for name in dict.fromkeys(targets))


def targets(program: Program, links: Iterable[Link], words: Translator) -> Cell:
    """Return a cell that names what links point at; plain text where they name nothing."""
    found = ((_named(program, link.target, words) if link.target else plain(link.text), link.target) for link in links)
    return tuple(dict.fromkeys(Mention(*pair) for pair in found))


def heading(program: Program, name: str) -> Cell:
    """Return a cell that names a node by its title alone, for rows with its kind and number in another cell."""
    return (Mention(plain_title(program, program.nodes[name]), name),)


def kind(program: Program, name: str, words: Translator) -> Cell:
    """Return a cell with the kind and printed number of a node, or with the word for a plan."""
    return cell(called(program, program.nodes[name], words) if name in program.nodes else words("Plan"))


def plan_cells(program: Program, plan: str, words: Translator) -> tuple[Cell, Cell]:
    """Return two cells that stand beside each other in most rows: the plan, and its status."""
    return (Mention(shown(program, plan, words), plan),), cell(plan_status(program, plan, words))


def plan_columns(words: Translator) -> tuple[str, str]:
    """Return the heads of `plan_cells`."""
    return words("Plan"), words("Status")


def plan_status(program: Program, plan: str, words: Translator) -> str:
    """Return the word for where a plan stands; a restated plan is never called adopted without saying so."""
    header = program.plans[plan]
    if any(link.source in program.counted for link in links_to(program, plan, "erstatter")):
        return term(program, "statuser", "erstattet")
    status = header.text("status")
    if status in {"", "ukjent"}:
        return term(program, "statuser", "utkast") if links_from(program, plan, "utkast_til") else words("ikke oppgitt")
    if status in {"vedtatt", "under rullering"} and header.text("gjengivelse") == "egne ord":
        return words("{status}, gjengitt med egne ord").format(status=term(program, "statuser", status))
    return term(program, "statuser", status)


def draft_mark(program: Program, plan: str, words: Translator) -> str:
    """Return the status that a plan which is not in force must be named with; "" for one in force."""
    return "" if plan in program.counted else plan_status(program, plan, words)


def plans_in_order(program: Program) -> tuple[str, ...]:
    """Return the plans in the order of the workspace, those in force first; drafts and ended ones stand apart."""
    return tuple(sorted(program.plans, key=lambda plan: plan not in program.counted))


def nodes_in_order(program: Program) -> Iterator[Node]:
    """Yield every node, plan by plan in that order, in page order."""
    for plan in plans_in_order(program):
        yield from below(program, plan)


def plan_of(program: Program, name: str) -> str:
    """Return the plan that a node belongs to, or the plan itself; "" for what belongs to none."""
    return program.nodes[name].plan if name in program.nodes else name if name in program.plans else ""


def shown(program: Program, name: str, words: Translator) -> str:
    """Return what a full name is called, on one line and without markup."""
    if name in program.plans:
        plan = program.plans[name]
        return plain(plan.text("kortnavn") or plan.text("tittel") or name)
    if name in program.nodes:
        node = program.nodes[name]
        between = " " if node.kind == "kapittel" else ": "
        return between.join(part for part in (called(program, node, words), plain_title(program, node)) if part)
    if name in program.entries:
        entry = program.entries[name]
        return plain(next((entry.text(key) for key in ("navn", "tittel", "ord") if entry.text(key)), name))
    if name.startswith("fn/"):
        return un_shown(program, name, words)
    return name


def un_shown(program: Program, name: str, words: Translator) -> str:
    """Return the number and name of a UN goal or target, `FN-mål 3: God helse og livskvalitet`."""
    number = name.removeprefix("fn/")
    what = words("FN-delmål") if "." in number else words("FN-mål")
    return ": ".join(part for part in (f"{what} {number}", un_name(program, name, _language(program))) if part)


def plain_title(program: Program, node: Node) -> str:
    """Return the title of a node without markup, references in it replaced by what they are called."""
    if node.kind == "interessent" and not (node.text("tittel") or node.text("tekst")):
        # An interested party may be named by its actor alone.
        actors = links_from(program, node.name, "aktør")
        return (
            ", ".join(shown(program, link.target, BOKMAL) if link.target else link.text for link in actors) or node.id
        )
    # A passage without a heading may still have a short name to go by.
    written = node.text("kortnavn") if node.kind == "kapittel" and not node.text("tittel") else ""
    return plain(written or title(node), lambda ref: ("", _called_in(program, node.name, ref)))


def plain_text(program: Program, source: str, words: str) -> str:
    """Return a text of a node or plan as one line without markup, references replaced by what they are called."""
    return plain(words, lambda ref: ("", _called_in(program, source, ref)))


def mentioned(program: Program, source: str) -> dict[str, str]:
    """Return the full name that each reference in the prose of a node, plan or entry leads to, by what was written.

    Words that were fetched bear the links they have where they were written.
    """
    origins = (link.target for link in links_from(program, source, "sitert") if link.target)
    return {
        link.text: link.target
        for name in (*origins, source)
        for link in links_from(program, name, "omtaler")
        if link.target
    }


def term(program: Program, vocabulary: str, word: str) -> str:
    """Return a word of a vocabulary in the language of the site; the word itself when the vocabulary lacks it."""
    entry = program.vocabularies.get(vocabulary, {}).get(word)
    return (entry.text(_language(program)) or entry.text("nb") or word) if entry else word


def _named(program: Program, name: str, words: Translator) -> str:
    mark = draft_mark(program, name, words) if name in program.plans else ""
    return f"{shown(program, name, words)} ({mark})" if mark else shown(program, name, words)


def _language(program: Program) -> str:
    return text(program.settings, "språk") or "nb"


def _called_in(program: Program, source: str, ref: str) -> str:
    target = mentioned(program, source).get(ref, "")
    if target in program.nodes:
        # The title is taken as it stands, since two titles may name each other.
        return plain(title(program.nodes[target]))
    return shown(program, target, BOKMAL) if target else ref
