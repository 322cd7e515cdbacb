"""What tables and Markdown call things, in plain words, and the cells they are put in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plancompiler.node import Node, text
from plancompiler.phrase import shortened
from plancompiler.procedure import takes_over
from plancompiler.program import Link, Program, below, links_from, links_to
from plancompiler.prose import plain
from plancompiler.schedule import is_past, plan_days
from plancompiler.shown_dates import shown_date
from plancompiler.table import Cell, Mention, Note, Rows, in_list
from plancompiler.translate import BOKMAL, Translator
from plancompiler.un_use import un_name
from plancompiler.wording import called, title, without_stop

EMPTY: Cell = ()

# The same few things are named in very many cells, so what each is called is kept: of some 1000 plans, and no more.
_KEPT = 1 << 18

# A text that stands in for a title says what it is about in its first words; the rest is read where it stands.
_NAME = 80

# So many names are read one by one, and so many at a glance.
_FEW, NAMED = 100, 10


@lru_cache(maxsize=4096)
def cell(*texts: str) -> Cell:
    """Return a cell of words, each on one line; empty texts give nothing."""
    return tuple(Mention(line) for line in (" ".join(text.split()) for text in texts) if line)


@lru_cache(maxsize=4096)
def time_cell(written: str) -> Cell:
    """Return a cell of a date or period as it is written; empty for none."""
    return (Mention(written, time=True),) if written else EMPTY


def names(program: Program, targets: Iterable[str], words: Translator) -> Cell:
    """Return a cell that names plans, nodes, register entries or UN goals by their full names.

    A plan that is not in force is named with its status, wherever it is named.
    """
    found = tuple(targets)
    if len(found) == 1:
        return name_cell(program, found[0], words)
    return tuple(name_cell(program, name, words)[0] for name in dict.fromkeys(found))


def name_cell(program: Program, name: str, words: Translator) -> Cell:
    """Return a cell that names one thing, as `names` does."""
    return _of_node(program, name, words).name if name in program.nodes else _of_other(program, name, words)


def targets(program: Program, links: Sequence[Link], words: Translator) -> Cell:
    """Return a cell that names what links point at; plain text where they name nothing."""
    if len(links) == 1 and links[0].target:
        return name_cell(program, links[0].target, words)
    return tuple(
        dict.fromkeys(
            name_cell(program, link.target, words)[0] if link.target else Mention(plain(link.text)) for link in links
        )
    )


def heading(program: Program, name: str, words: Translator) -> Cell:
    """Return a cell that names a node by its title alone, for rows with its kind and number in another cell."""
    return _of_node(program, name, words).title


def kind(program: Program, name: str, words: Translator) -> Cell:
    """Return a cell with the kind and printed number of a node, or with the word for a plan."""
    return _of_node(program, name, words).kind if name in program.nodes else cell(words("Plan"))


def status(program: Program, node: Node) -> Cell:
    """Return a cell with how far a node has come, in the language of the site; empty where it does not say."""
    written = node.text("status")
    return cell(term(program, "statuser", written)) if written else EMPTY


@lru_cache(maxsize=4096)
def plan_cells(program: Program, plan: str, words: Translator) -> tuple[Cell, Cell]:
    """Return two cells that stand beside each other in most rows: the plan, and its status."""
    return (Mention(shown(program, plan, words), plan),), cell(plan_status(program, plan, words))


def plan_columns(words: Translator) -> tuple[str, str]:
    """Return the heads of `plan_cells`."""
    return words("Plan"), words("Status")


def rows_by_plan(program: Program, rows: Rows, words: Translator) -> tuple[tuple[Cell, Cell, int], ...]:
    """Return the plans that have rows in a table: the plan, its status and how many, plans in force first.

    Rows that are of no plan come last, under an empty cell.
    """
    plan, status = (rows.columns.index(column) for column in plan_columns(words))
    counts = Counter((row[plan], row[status]) for row in rows.rows)
    order = {plan: place for place, plan in enumerate(plans_in_order(program))}
    found = sorted(counts.items(), key=lambda one: order[one[0][0][0].name] if one[0][0] else len(order))
    return tuple((*cells, count) for cells, count in found)


def plan_status(program: Program, plan: str, words: Translator) -> str:
    """Return the word for where a plan stands; a restated plan is never called adopted without saying so."""
    header = program.plans[plan]
    if is_replaced(program, plan):
        return term(program, "statuser", "erstattet")
    status = header.text("status")
    if status in {"", "ukjent"}:
        return term(program, "statuser", "utkast") if links_from(program, plan, "utkast_til") else words("ikke oppgitt")
    if status in {"vedtatt", "under rullering"} and header.text("gjengivelse") == "egne ord":
        return words("{status}, gjengitt med egne ord").format(status=term(program, "statuser", status))
    return term(program, "statuser", status)


def is_replaced(program: Program, plan: str) -> bool:
    """Tell whether a plan in force has taken this one's place, whatever its own status says."""
    return any(link.source in program.counted for link in links_to(program, plan, "erstatter"))


def told(program: Program) -> frozenset[str]:
    """Return the plans that are counted where all plans are spoken of: those in force, else all there are."""
    return program.counted or frozenset(program.plans)


def untold(program: Program, words: Translator, day: str) -> tuple[Note, ...]:
    """Return what is to be said where other plans stand in the rows below what is counted, as of a day."""
    if len(told(program)) == len(program.plans):
        return ()
    said = words("Utkast og planer som er erstattet eller opphevet, er ikke talt med.")
    if some_are_to_be_replaced(program, day):
        said = words(
            "Utkast, planer som er erstattet eller opphevet, og planer som neste utgave skal avløse, er ikke talt med."
        )
    return (Note(said),)


def some_are_to_be_replaced(program: Program, day: str) -> bool:
    """Tell whether any plan still applies on a day though the edition that replaces it is adopted."""
    return any(takes_over(program, plan, day) for plan in program.plans)


def few(program: Program, nodes: Collection[str], words: Translator, most: int = _FEW) -> Cell:
    """Return what nodes are called, to be named below a sentence; of more than a hundred none, for nobody reads them
    one by one, and they stand in the rows."""
    named = (one for name in nodes for one in heading(program, name, words))
    return in_list(tuple(named)) if len(nodes) <= most else EMPTY


def draft_mark(program: Program, plan: str, words: Translator) -> str:
    """Return the status that a plan which is not in force must be named with, on no day; "" for one in force."""
    return "" if plan in program.counted else plan_status(program, plan, words)


# The same plans are named on every page.
@lru_cache(maxsize=1 << 12)
def mark_on(program: Program, plan: str, words: Translator, day: str) -> str:
    """Return what a plan must be named with on a day: until when it applies, its status when it is not in force, or
    that its period is over; "" for one that may be in force."""
    over = words("perioden er over") if is_past(plan_days(program, plan), day) else ""
    return status_on(program, plan, words, day) or over


def status_on(program: Program, plan: str, words: Translator, day: str) -> str:
    """Return until when a plan applies on a day that another is to take over for, else as `draft_mark` does."""
    until = takes_over(program, plan, day)
    return applies_until(until, words) if until else draft_mark(program, plan, words)


def applies_until(day: str, words: Translator) -> str:
    """Return the status of a plan that another takes over for on a day."""
    return words("gjelder fram til {date}").format(date=shown_date(day, words.language, words))


def marked(program: Program, plan: str, words: Translator, day: str) -> str:
    """Return what a plan is called, and in brackets what it must be named with on a day."""
    mark = mark_on(program, plan, words, day)
    return f"{shown(program, plan, words)} ({mark})" if mark else shown(program, plan, words)


def plans_in_order(program: Program) -> tuple[str, ...]:
    """Return the plans in the order of the workspace, those in force first; drafts and ended ones stand apart."""
    return tuple(sorted(program.plans, key=lambda plan: plan not in program.counted))


@lru_cache(maxsize=2)
def nodes_in_order(program: Program) -> tuple[Node, ...]:
    """Return every node, plan by plan in that order, in page order."""
    return tuple(node for plan in plans_in_order(program) for node in below(program, plan))


def plan_of(program: Program, name: str) -> str:
    """Return the plan that a node belongs to, or the plan itself; "" for what belongs to none."""
    return program.nodes[name].plan if name in program.nodes else name if name in program.plans else ""


def plan_title(program: Program, plan: str) -> str:
    """Return the short name of a plan, without markup, where it is clear whose plan it is."""
    header = program.plans[plan]
    return plain(header.text("kortnavn") or header.text("tittel") or plan)


def also_called(program: Program, plan: str) -> str:
    """Return the short name that lists have for a plan; "" where its title and subtitle have all the words of it."""
    header = program.plans[plan]
    short = plain(header.text("kortnavn"))
    named, heading = (
        frozenset(re.findall(r"\w+", said.casefold()))
        for said in (short, f"{header.text('tittel')} {header.text('undertittel')}")
    )
    return short if named - heading else ""


def in_prose(program: Program, name: str, words: Translator) -> str:
    """Return what a full name is called in the middle of a sentence, where a text in a title's place has no stop."""
    return plan_title(program, name) if name in program.plans else without_stop(shown(program, name, words))


def shown(program: Program, name: str, words: Translator) -> str:
    """Return what a full name is called, on one line and without markup.

    Among plans of several municipalities each is named with its own: «Helse, omsorg og mestring, Halden».
    """
    if name in program.plans:
        return ", ".join(part for part in (plan_title(program, name), _unsaid_municipality(program, name)) if part)
    if name in program.nodes:
        return _of_node(program, name, words).name[0].text
    if name in program.entries:
        entry = program.entries[name]
        return plain(next((entry.text(key) for key in ("navn", "tittel", "ord") if entry.text(key)), name))
    if name.startswith("fn/"):
        return un_shown(program, name, words)
    return name


def series(parts: Sequence[str], words: Translator) -> str:
    """Return words as a series in a sentence: «a, b og c»."""
    first = ", ".join(parts[:-1])
    return words("{first} og {last}").format(first=first, last=parts[-1]) if first else "".join(parts)


def alternatives(parts: Sequence[str], words: Translator) -> str:
    """Return words as alternatives in a sentence: «a, b eller c»."""
    first = ", ".join(parts[:-1])
    return words("{first} eller {last}").format(first=first, last=parts[-1]) if first else "".join(parts)


def un_shown(program: Program, name: str, words: Translator) -> str:
    """Return the number and name of a UN goal or target, `FN-mål 3: God helse og livskvalitet`."""
    number = name.removeprefix("fn/")
    what = words("FN-delmål") if "." in number else words("FN-mål")
    return ": ".join(part for part in (f"{what} {number}", un_name(program, name, _language(program))) if part)


def plain_title(program: Program, node: Node) -> str:
    """Return the title of a node without markup, references in it replaced by what they are called.

    One without a title goes by the first words of its text.
    """
    if node.kind == "interessent" and not (node.text("tittel") or node.text("tekst")):
        # An interested party may be named by its actor alone.
        actors = links_from(program, node.name, "aktør")
        called_by = (in_prose(program, link.target, BOKMAL) if link.target else link.text for link in actors)
        return ", ".join(called_by) or node.id
    # A passage without a heading may still have a short name to go by.
    written = node.text("kortnavn") if node.kind == "kapittel" and not node.text("tittel") else ""
    found = plain(written or title(node), lambda ref: ("", _called_in(program, node.name, ref)))
    return found if len(found) <= _NAME or written or node.text("tittel") else shortened(found, _NAME)


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


def weight_words(weight: str, words: Translator) -> str:
    """Return what the weight of a tie to a UN goal is called."""
    return {"hoved": words("hovedvekt"), "bi": words("støtter")}.get(weight, weight)


class _Called(NamedTuple):
    """The cells that name a node: its kind and number, its title, and both."""

    kind: Cell
    title: Cell
    name: Cell


@lru_cache(_KEPT)
def _of_node(program: Program, name: str, words: Translator) -> _Called:
    node = program.nodes[name]
    what, by = called(program, node, words), plain_title(program, node)
    between = " " if node.kind == "kapittel" else ": "
    full = between.join(part for part in (what, by) if part)
    return _Called(cell(what), (Mention(by, name),), (Mention(full, name),))


@lru_cache(maxsize=8192)
def _of_other(program: Program, name: str, words: Translator) -> Cell:
    mark = draft_mark(program, name, words) if name in program.plans else ""
    full = ", ".join(part for part in (shown(program, name, words), namesakes(program).get(name, "")) if part)
    return (Mention(f"{full} ({mark})" if mark else full, name),)


@lru_cache(maxsize=4)
def namesakes(program: Program) -> Mapping[str, str]:
    """Return the municipality of each actor that has its name in common with another, where it is known."""
    by_name: dict[str, list[str]] = {}
    for entry in program.entries.values():
        if entry.section == "aktører":
            by_name.setdefault(entry.text("navn").casefold(), []).append(entry.id)
    shared = (actor for actors in by_name.values() if len(actors) > 1 for actor in actors)
    return {actor: where for actor in shared if (where := _municipality_of(program, actor))}


def _municipality_of(program: Program, actor: str) -> str:
    """Return the municipality an actor is part of, else the one whose plans its name is used in."""
    units = [actor]
    for unit in units:
        number = program.entries[unit].text("kommune")
        if number:
            return term(program, "kommuner", number)
        units.extend(link.target for link in links_from(program, unit, "del_av") if link.target not in (*units, ""))
    plans = program.entries[actor].texts("gjelder")
    numbers = {program.plans[plan].text("kommune") for plan in plans if plan in program.plans} - {""}
    return term(program, "kommuner", numbers.pop()) if len(numbers) == 1 else ""


def told_municipality(program: Program, actor: str) -> str:
    """Return the municipality that an actor belongs to where there are plans of several, else "".

    State and county belong to none, whichever plan names them.
    """
    entry = program.entries.get(actor)
    if entry is None or entry.text("type") in {"stat", "fylkeskommune", "helseforetak"}:
        return ""
    return _municipality_of(program, actor) if _has_several_municipalities(program) else ""


def names_it(name: str, municipality: str) -> bool:
    """Tell whether a name has that of a municipality in it, as «Halden kommune» has."""
    return re.search(rf"\b{re.escape(municipality)}s?\b", name, re.IGNORECASE) is not None


def _unsaid_municipality(program: Program, plan: str) -> str:
    """Return the plan's municipality where there are plans of several and its short name does not say which."""
    number = program.plans[plan].text("kommune")
    name = term(program, "kommuner", number)
    if not _has_several_municipalities(program) or name == number:
        return ""
    return "" if names_it(plan_title(program, plan), name) else name


@lru_cache(maxsize=4)
def _has_several_municipalities(program: Program) -> bool:
    return len({plan.text("kommune") for plan in program.plans.values()} - {""}) > 1


def _language(program: Program) -> str:
    return text(program.settings, "språk") or "nb"


def _called_in(program: Program, source: str, ref: str) -> str:
    target = mentioned(program, source).get(ref, "")
    if target in program.nodes:
        # The title is taken as it stands, since two titles may name each other.
        return without_stop(plain(title(program.nodes[target])))
    return in_prose(program, target, BOKMAL) if target else ref
