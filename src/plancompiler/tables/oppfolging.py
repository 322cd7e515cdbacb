"""Follow-up: which goals are followed up, by what, and what is said where nothing does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plancompiler.cells import (
    EMPTY,
    cell,
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
    targets,
    told,
    untold,
)
from plancompiler.followup import FollowUp, chain, coverage, follow_up
from plancompiler.measures import own_work, without_owner
from plancompiler.node import Fields, Node, text, texts
from plancompiler.program import Program, above, below, links_to, outer
from plancompiler.table import Cell, Mention, Note, Rows, Table, counted
from plancompiler.taken_up import taken_up
from plancompiler.translate import Translator
from plancompiler.wording import KIND_WORDS, kind_words

# The forms of financing that there is money in already.
_PAID = frozenset({"innenfor rammen", "i budsjett", "ekstern"})


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
        heading(program, answer.node, words),
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


def _said(program: Program, answer: FollowUp, words: Translator) -> str:
    """Return the answer in words. What is followed up elsewhere is seen to be, or only said to be, and by whom."""
    if answer.answer != "følges opp i annen plan eller dokument" or answer.by:
        return words(answer.answer)
    own = {answer.node, program.nodes[answer.node].plan}
    if any(place.source in own for place in answer.places):
        return words("planen sier at noe annet skal følge det opp")
    return words("en annen plan sier at noe annet skal følge det opp")


def _doers(program: Program, node: str, by: tuple[str, ...], words: Translator) -> Cell:
    """Return what follows a node up; those that do so as a set, by standing beside it, are counted and not named."""
    together = {link.source for link in links_to(program, node, "bidrar_til") if link.basis == "gruppe"}
    sets: dict[tuple[str, str], list[str]] = {}
    for name in by:
        own = "" if name in together else name
        sets.setdefault((own or outer(program, name), program.nodes[name].kind), []).append(name)
    return tuple(
        mention
        for (holder, kind), members in sets.items()
        for mention in (
            names(program, members, words)
            if len(members) == 1
            else (Mention(_set(program, holder, kind, len(members), words), holder),)
        )
    )


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
    goals, *others = (_counted(program, kind, found, words) for kind, found in counts.items())
    said = [Note(text) for text in (goals and goals + _meant(program, answers, words), " ".join(filter(None, others)))]
    said = [note for note in said if note.text]
    lacking = [answer.node for answer in answers if answer.answer == "ingen oppfølging"]
    if lacking:
        text = words("Uten oppfølging: {count}. Ingenting står under dem, og planene sier ikke hvorfor.")
        said.append(Note(text.format(count=counted(len(lacking))), few(program, lacking, words)))
    elif answers and not any(answer.answer == "bare foreslått" for answer in answers):
        said.append(Note(words("Ingen av dem står uten både oppfølging og forklaring.")))
    said.extend(_left_over(program, answers, words))
    said.extend(_work(program, counted_plans, words))
    return (*said, *(untold(program, words) if said else ()))


def _left_over(program: Program, answers: Iterable[FollowUp], words: Translator) -> Iterator[Note]:
    """Yield the goals that the plans which follow theirs up have not taken up, or that those plans are not here."""
    found = [one for one in (taken_up(program, plan) for plan in plans_in_order(program)) if one is not None]
    asked, left = sum(len(one.asked) for one in found), [name for one in found for name in one.left]
    if left:
        text = words("Ingen plan har tatt opp {count} av {all} mål som andre planer skal følge opp:")
        yield Note(text.format(count=counted(len(left)), all=counted(asked)), few(program, left, words))
    elif asked:
        yield Note(words("Alle mål som andre planer skal følge opp, er tatt opp i en av dem."))
    elif any(_said_of(answer) == "følges opp i annen plan eller dokument" for answer in answers):
        yield Note(
            words(
                "Planene og dokumentene som skal følge opp målene, er ikke lagt inn her. Du kan ikke se om de gjør det."
            )
        )


def _work(program: Program, plans: Iterable[str], words: Translator) -> Iterator[Note]:
    """Yield how many measures say who, by when and for what money."""
    work = [node for plan in plans for node in own_work(program, plan, "virkemiddel")]
    numbers = {
        "all": len(work),
        "who": len(work) - len(without_owner(program, work)),
        "when": sum(bool(node.text("frist") or node.text("periode")) for node in work),
        "money": sum(_is_paid(program, node) for node in work),
    }
    said = words("{all} {work}: {who} med ansvarlig, {when} med egen frist eller periode, {money} med finansiering.")
    called = kind_words(program, "", "virkemiddel", words)[len(work) != 1].lower()
    if work:
        yield Note(said.format(work=called, **{key: counted(number) for key, number in numbers.items()}))


def _is_paid(program: Program, node: Node) -> bool:
    """Tell whether a measure, or the nearest above it that tells, says that there is money for it."""
    holders = (node, *above(program, node.name))
    teller = next((holder for holder in holders if "finansiering" in holder.fields), node)
    forms = (teller.text("finansiering"), *(text(one, "form") for one in teller.records("finansiering")))
    return not _PAID.isdisjoint(forms)


def _said_of(answer: FollowUp) -> str:
    """Return what is counted of an answer; what is seen to be done in another plan is not only said to be."""
    elsewhere = answer.answer == "følges opp i annen plan eller dokument"
    return "seen" if elsewhere and answer.by else answer.answer


def _counted(program: Program, kind: str, found: Counter[str], words: Translator) -> str:
    """Return a sentence that says what follows up the nodes of a kind, as «31 av 54 mål har noe under seg, …»."""
    if not found:
        return ""
    every = (
        ("fulgt opp her", words("{count} har noe under seg i planen")),
        ("seen", words("{count} har noe i en annen plan")),
        (
            "følges opp i annen plan eller dokument",
            words("{count} peker bare videre til en annen plan eller et dokument"),
        ),
        ("valgt bort med grunn", words("{count} er valgt bort med en grunn")),
        ("bare foreslått", words("{count} har bare forslag under seg")),
        ("ingen oppfølging", words("{count} er uten oppfølging")),
    )
    one, many = (word.lower() for word in kind_words(program, "", kind, words))
    whole = words("{count} av {all} {kinds}").format(count="{count}", all=counted(found.total()), kinds=many)
    first, *rest = ((found[key], text) for key, text in every if found[key])
    begun = first[1].format(count=f"1 {one}" if found.total() == 1 else whole.format(count=counted(first[0])))
    return f"{', '.join([begun, *(text.format(count=counted(number)) for number, text in rest)])}."


def _meant(program: Program, answers: Iterable[FollowUp], words: Translator) -> str:
    """Return what standing under a goal comes to: the kinds that do, and that it says nothing of what is done."""
    by = [
        program.nodes[name]
        for one in answers
        if one.answer == "fulgt opp her" and program.nodes[one.node].kind == "mål"
        for name in one.by
    ]
    if not by:
        return ""
    kinds = (kind for kind in KIND_WORDS if any(node.kind == kind for node in by))
    shown = series([kind_words(program, "", kind, words)[1].lower() for kind in kinds], words)
    said = words("Det er {kinds} som står under målet eller bidrar til det.").format(kinds=shown)
    # Where the plans tell how far something has come, the count still does not.
    silent = words("Tallet sier ikke om det er gjort.")
    if not any("status" in node.fields for node in by):
        silent = words("Om det er gjort, sier planene ikke.")
    return f" {said} {silent}"


def _notes(program: Program, words: Translator) -> tuple[Note, ...]:
    """Name the plans that have nothing in the table, and say why."""
    rows = {program.nodes[answer.node].plan for answer in coverage(program)}
    absent = [plan for plan in plans_in_order(program) if plan not in rows and any(below(program, plan))]
    return tuple(Note(_absent(program, plan, words)) for plan in absent)


def _absent(program: Program, plan: str, words: Translator) -> str:
    name = names(program, (plan,), words)[0].text
    if chain(program, plan) == ("mål",):
        return words("{plan} er ikke med.").format(plan=name) + " " + words("Planen har ikke punkter under målene.")
    return words("{plan} er ikke med. Planen har ingen punkter som skal følges opp av andre.").format(plan=name)


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
        "Hva som følger opp hvert mål i planene her, og hva planen sier skal følge det opp et annet sted. Der planen "
        "lar et mål ligge, står grunnen."
    ),
    rows=_rows,
    notes=_notes,
    answer=_answer,
)
