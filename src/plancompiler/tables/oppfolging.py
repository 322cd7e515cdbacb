"""Follow-up: which goals are followed up, by what, and what is said where nothing does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from plancompiler.cells import (
    EMPTY,
    NAMED,
    alternatives,
    cell,
    draft_mark,
    few,
    heading,
    kind,
    names,
    plain_text,
    plain_title,
    plan_cells,
    plan_columns,
    plans_in_order,
    series,
    shown,
    targets,
    told,
    untold,
)
from plancompiler.followup import FollowUp, chain, coverage, follow_up, served_as_whole
from plancompiler.measures import own_work
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Fields, Node, text, texts
from plancompiler.procedure import stage
from plancompiler.program import Program, below, links_from, links_to, outer
from plancompiler.sector import with_sector
from plancompiler.summed import quoted_apart, summed
from plancompiler.table import Cell, Mention, Note, Rows, Table, counted
from plancompiler.taken_up import taken_up
from plancompiler.translate import Translator
from plancompiler.wording import KIND_WORDS, kind_words
from plancompiler.work_notes import common_words, work_notes


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(
        map(words, ("Punkt", "Type", "Oppfølging", "Følges opp av", "Skal følge det opp, sier planen", "Begrunnelse"))
    )
    rows = tuple(row for plan in plans_in_order(program) for row in _of_plan(program, plan, words))
    return Rows((*columns, *plan_columns(words)), rows, above=(len(columns),))


def _of_plan(program: Program, plan: str, words: Translator) -> Iterator[tuple[Cell, ...]]:
    answers = (follow_up(program, node.name) for node in below(program, plan))
    yield from (_row(program, answer, words) for answer in answers if answer is not None)
    yield from _themes(program, plan, words)


def _row(program: Program, answer: FollowUp, words: Translator) -> tuple[Cell, ...]:
    by = answer.by or answer.proposed
    all_of_it = cell(words("planens øvrige mål og strategier samlet"))
    return (
        _heading(program, answer.node, words),
        kind(program, answer.node, words),
        cell(_said(program, answer, words)),
        all_of_it if answer.as_whole else _doers(program, answer.node, by, words),
        targets(program, answer.places, words),
        # Where another plan says why, the reason is followed by the plan that gives it.
        tuple(
            mention
            for reason in answer.reasons
            for mention in (
                Mention(plain_text(program, reason.plan, reason.text)),
                *names(program, (reason.plan,) if reason.plan != program.nodes[answer.node].plan else (), words),
            )
        ),
        *plan_cells(program, program.nodes[answer.node].plan, words),
    )


def _heading(program: Program, name: str, words: Translator) -> Cell:
    """Return the title of a node, with what it stands in after it where another of the plan bears the same title."""
    node = program.nodes[name]
    return (Mention(with_sector(program, node, heading(program, name, words)[0].text), name),)


def _said(program: Program, answer: FollowUp, words: Translator) -> str:
    """Return the answer in words. What is followed up elsewhere is seen to be, or only said to be, and by whom."""
    if answer.by:
        return _but_not_by(program, answer, _as_set(program, answer, words), words)
    if answer.answer != "følges opp i annen plan eller dokument":
        return words(answer.answer)
    own = {answer.node, program.nodes[answer.node].plan}
    if any(place.source in own for place in answer.places):
        return words("planen sier at noe annet skal følge det opp")
    return words("en annen plan sier at noe annet skal følge det opp")


def _as_set(program: Program, answer: FollowUp, words: Translator) -> str:
    """Return the answer, and where its own plan does it only by what is for all of what the goal stands in."""
    area = _area_of_set(program, answer)
    if area is None:
        return words(answer.answer)
    said = words("{answer}, gjennom det som gjelder hele «{place}»")
    return said.format(answer=words(answer.answer), place=plain_title(program, area))


def _area_of_set(program: Program, answer: FollowUp) -> Node | None:
    """Return the area whose set of measures or strategies is all that follows a node up in its own plan."""
    plan = program.nodes[answer.node].plan
    own = [name for name in answer.by if program.nodes[name].plan == plan]
    holders = {outer(program, name) for name in own}
    if not own or len(holders) != 1 or not set(own) <= _together(program, answer.node):
        return None
    holder = program.nodes.get(holders.pop())
    return holder if holder is not None and holder.kind == "område" else None


def _together(program: Program, node: str) -> set[str]:
    """Return what serves a node as one of a set, by standing beside it."""
    return {link.source for link in links_to(program, node, "bidrar_til") if link.basis == "gruppe"}


def _but_not_by(program: Program, answer: FollowUp, said: str, words: Translator) -> str:
    """Return that something is followed up, and by which other plans it is not, since they say so."""
    own = program.nodes[answer.node].plan
    others = (reason.plan for reason in answer.reasons if reason.plan != own)
    silent = [plan for plan in dict.fromkeys(others) if stage(program, program.plans[plan]) != "ended"]
    if not silent:
        return said
    plans = series([names(program, (plan,), words)[0].text for plan in silent], words)
    return words("{answer}, men ikke av {plans}").format(answer=said, plans=plans)


def _doers(program: Program, node: str, by: tuple[str, ...], words: Translator) -> Cell:
    """Return what follows a node up; those that do so as a set, by standing beside it, are counted and not named."""
    together = _together(program, node)
    sets: dict[tuple[str, str], list[str]] = {}
    for name in by:
        own = "" if name in together else name
        sets.setdefault((own or outer(program, name), program.nodes[name].kind), []).append(name)
    return tuple(
        mention
        for (holder, kind), members in sets.items()
        for mention in (
            (_doer(program, node, members[0], words),)
            if len(members) == 1
            else (Mention(_set(program, holder, kind, len(members), words), holder),)
        )
    )


def _doer(program: Program, node: str, name: str, words: Translator) -> Mention:
    """Return what follows a node up, by name: what is told apart as in the rows, and with its plan if it is another."""
    by, plan = program.nodes[name], program.nodes[name].plan
    said = with_sector(program, by, names(program, (name,), words)[0].text)
    if plan == program.nodes[node].plan:
        return Mention(said, name)
    inside = ", ".join(part for part in (shown(program, plan, words), draft_mark(program, plan, words)) if part)
    return Mention(f"{said} ({inside})", name)


def _set(program: Program, holder: str, kind: str, count: int, words: Translator) -> str:
    node = program.nodes[holder]
    many = kind_words(program, node.plan, kind, words)[1].lower()
    return words("{count} {kind} for {place}").format(count=count, kind=many, place=plain_title(program, node))


def _answer(program: Program, words: Translator, day: str) -> tuple[Note, ...]:
    """Say how many there are of each answer, of goals before other kinds, and name those that have none."""
    counted_plans = told(program)
    answers = [answer for answer in coverage(program) if program.nodes[answer.node].plan in counted_plans]
    kinds = dict.fromkeys(("mål", "delmål", *KIND_WORDS))
    counts = {kind: Counter(_said_of(one) for one in answers if program.nodes[one.node].kind == kind) for kind in kinds}
    goals, *others = (_counted(program, kind, found, answers, words) for kind, found in counts.items())
    said = [Note(text) for text in (goals and goals + _undone(program, answers, words), " ".join(filter(None, others)))]
    said = [note for note in said if note.text]
    lacking = [answer.node for answer in answers if answer.answer == "ingen oppfølging"]
    if lacking:
        text = words("Uten oppfølging: {count}. Ingenting står under dem, og planene sier ikke hvorfor.")
        said.append(Note(text.format(count=counted(len(lacking))), few(program, lacking, words)))
    elif answers and not any(answer.answer == "bare foreslått" for answer in answers):
        said.append(Note(words("Alle som er talt med, har oppfølging eller en forklaring.")))
    said.extend(_in_sets(program, answers, words))
    said.extend(_left_over(program, answers, words))
    work = [node for plan in counted_plans for node in own_work(program, plan, "virkemiddel")]
    said.extend(work_notes(program, work, words, day))
    of = {*(program.nodes[answer.node].plan for answer in answers), *(node.plan for node in work)}
    if not said:
        return ()
    apart = (*quoted_apart(program, counted_plans, words), *_quoted_alone(program, counted_plans, words))
    return (*said, *summed(program, of, words, day), *apart, *untold(program, words, day))


def _quoted_alone(program: Program, plans: Collection[str], words: Translator) -> Iterator[Note]:
    """Yield which goals that plans have from others nothing in these plans is tied to."""
    every = (node for plan in plans_in_order(program) if plan in plans for node in below(program, plan))
    goals = [node for node in every if node.kind == "mål" and node.name in program.quoted]
    alone = [goal.name for goal in goals if not served_as_whole(program, goal) and not _has_something(program, goal)]
    if alone:
        said = words("Gjengitte mål som ingenting i planen er knyttet til: {count}.").format(count=counted(len(alone)))
        yield Note(said, few(program, alone, words))


def _has_something(program: Program, goal: Node) -> bool:
    """Tell whether anything of the plan's own stands under a goal, or contributes to it."""
    own = (node.name for node in below(program, goal.name) if node.kind in STRUCTURE)
    tied = (link.source for link in links_to(program, goal.name, "bidrar_til") if link.source in program.nodes)
    return any(name not in program.quoted for name in (*own, *tied))


def _in_sets(program: Program, answers: Iterable[FollowUp], words: Translator) -> Iterator[Note]:
    """Yield which goals their own plan follows up only with what is for several of them together."""
    goals = (answer for answer in answers if program.nodes[answer.node].kind == "mål")
    found = [
        answer.node for answer in goals if _area_of_set(program, answer) is not None and _is_shared(program, answer)
    ]
    if found:
        text = words(
            "Mål som i sin egen plan bare følges opp av det som gjelder hele området: {count}. Det står ikke hvilke "
            "av målene det tjener."
        )
        yield Note(text.format(count=counted(len(found))), few(program, found, words, NAMED))


def _is_shared(program: Program, answer: FollowUp) -> bool:
    """Tell whether what follows a goal up as one of a set does so for another goal too."""
    links = (link for name in answer.by for link in links_from(program, name, "bidrar_til") if link.basis == "gruppe")
    return any(link.target != answer.node and program.nodes[link.target].kind == "mål" for link in links)


def _left_over(program: Program, answers: Iterable[FollowUp], words: Translator) -> Iterator[Note]:
    """Yield how far other plans have taken up the goals that they should, and which goals nobody here can tell of."""
    found = [one for one in (taken_up(program, plan) for plan in plans_in_order(program)) if one is not None]
    asked = sum(len(one.asked) for one in found)
    if not asked:
        if any(_said_of(answer) == "følges opp i annen plan eller dokument" for answer in answers):
            yield Note(
                words(
                    "Planene og dokumentene som skal følge opp målene, er ikke lagt inn her. Du kan ikke se om de gjør "
                    "det."
                )
            )
        return
    left = [name for one in found for name in one.left]
    declined = [name for one in found for name in one.declined]
    unseen = [answer.node for answer in answers if _is_unseen(program, answer)]
    every = asked + len(unseen)
    taken = asked - len(left) - len(declined)
    if taken == every:
        yield Note(words("Alle mål som andre planer skal følge opp, er tatt opp i en av dem."))
    else:
        text = words("{count} av {all} mål som andre planer skal følge opp, er tatt opp i en av dem.")
        yield Note(text.format(count=counted(taken), all=counted(every)))
    for text, names_of in (
        (words("Mål som ingen plan har tatt opp: {count}."), left),
        (words("Mål som er valgt bort i planen som skulle følge dem opp: {count}."), declined),
        (
            words("Mål som skal følges opp av noe som ikke er lagt inn her: {count}. Du kan ikke se om det er gjort."),
            unseen,
        ),
    ):
        if names_of:
            yield Note(text.format(count=counted(len(names_of))), few(program, names_of, words))


def _is_unseen(program: Program, answer: FollowUp) -> bool:
    """Tell whether a goal is to be followed up by what is not here, and nothing of another plan here does so."""
    node = program.nodes[answer.node]
    seen = any(program.nodes[name].plan != node.plan for name in answer.by)
    return node.kind == "mål" and not seen and any(not _is_here(program, place.target) for place in answer.places)


def _is_here(program: Program, name: str) -> bool:
    """Tell whether a place is something that can be read here: a node, a plan with nodes, or a document that is one."""
    twins = (link.target for link in links_from(program, name, "plan"))
    return any(place in program.nodes or place in program.children for place in (name, *twins))


def _said_of(answer: FollowUp) -> str:
    """Return what is counted of an answer; what is seen to be done in another plan is not only said to be."""
    elsewhere = answer.answer == "følges opp i annen plan eller dokument"
    return "seen" if elsewhere and answer.by else answer.answer


def _counted(program: Program, kind: str, found: Counter[str], answers: Iterable[FollowUp], words: Translator) -> str:
    """Return a sentence that says what follows up the nodes of a kind, as «31 av 54 mål har delmål eller tiltak, …»."""
    if not found:
        return ""
    mine = [answer for answer in answers if program.nodes[answer.node].kind == kind]
    every = (
        ("fulgt opp her", words("{count} har {followers}")),
        ("seen", words("{count} har {followers} i en annen plan")),
        (
            "følges opp i annen plan eller dokument",
            words("{count} peker bare videre til en annen plan eller et dokument"),
        ),
        ("valgt bort med grunn", words("{count} er valgt bort med en grunn")),
        ("bare foreslått", words("{count} har bare forslag")),
        ("ingen oppfølging", words("{count} er uten oppfølging")),
    )
    one, many = common_words(program, (program.nodes[answer.node] for answer in mine), kind, words)
    whole = words("{count} av {all} {kinds}").format(count="{count}", all=counted(found.total()), kinds=many)
    said: list[str] = []
    for key, part in every:
        # The first says how many there are in all, and the others only how many of them.
        count = counted(found[key])
        count = count if said else f"1 {one}" if found.total() == 1 else whole.format(count=count)
        if found[key]:
            said.append(part.format(count=count, followers=_followers(program, mine, key, words)))
    return f"{', '.join(said)}."


def _followers(program: Program, answers: Iterable[FollowUp], said: str, words: Translator) -> str:
    """Return the kinds of what follows up those nodes of which that is said, as «delmål eller tiltak»."""
    by = [
        (program.nodes[one.node].plan, program.nodes[name])
        for one in answers
        if _said_of(one) == said
        for name in one.by
    ]
    # What the plan itself has is what makes it followed up here.
    nodes = [node for plan, node in by if (node.plan == plan) == (said == "fulgt opp her")]
    kinds = {node.kind for node in nodes}
    return alternatives([common_words(program, nodes, kind, words)[1] for kind in KIND_WORDS if kind in kinds], words)


def _undone(program: Program, answers: Iterable[FollowUp], words: Translator) -> str:
    """Return that following up a goal here is not the same as having done something about it."""
    by = [
        program.nodes[name]
        for one in answers
        if one.answer == "fulgt opp her" and program.nodes[one.node].kind == "mål"
        for name in one.by
    ]
    if not by:
        return ""
    # Where the plans tell how far something has come, the count still does not.
    if any("status" in node.fields for node in by):
        return " " + words("Tallet sier ikke om det er gjort.")
    return " " + words("Om det er gjort, sier planene ikke.")


def _notes(program: Program, words: Translator) -> tuple[Note, ...]:
    """Name the plans that have nothing in the table, and say why."""
    rows = {program.nodes[answer.node].plan for answer in coverage(program)}
    absent = [plan for plan in plans_in_order(program) if plan not in rows and any(below(program, plan))]
    only_goals = [plan for plan in absent if chain(program, plan) == ("mål",)]
    others = [plan for plan in absent if plan not in only_goals]
    said = (
        (words("Ikke med fordi planen ikke har punkter under målene:"), only_goals),
        (words("Ikke med fordi planen ikke har punkter som skal følges opp av andre:"), others),
    )
    return tuple(Note(text, names(program, plans, words)) for text, plans in said if plans)


def _themes(program: Program, plan: str, words: Translator) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each theme that a plan says it leaves alone."""
    for record in program.plans[plan].records("følger_ikke_opp"):
        if text(record, "tema"):
            yield (
                cell(plain_text(program, plan, text(record, "tema"))),
                cell(words("Tema")),
                cell(words("valgt bort med grunn")),
                EMPTY,
                _places(program, plan, record, words),
                cell(plain_text(program, plan, text(record, "begrunnelse"))),
                *plan_cells(program, plan, words),
            )


def _places(program: Program, plan: str, record: Fields, words: Translator) -> Cell:
    known = (*program.plans, *program.entries)
    return tuple(
        names(program, (place,), words)[0] if place in known else Mention(plain_text(program, plan, place))
        for place in texts(record, "følges_opp_i")
        if place
    )


TABLE = Table(
    name="oppfolging",
    title="Oppfølging: hvilke mål følges opp?",
    about=(
        "Hva som følger opp hvert mål i planene her, og hva planen sier skal følge det opp et annet sted. Der et "
        "mål er valgt bort, står grunnen."
    ),
    rows=_rows,
    notes=_notes,
    answer=_answer,
)
