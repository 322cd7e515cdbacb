"""What the measures of plans say of who, by when and for what money, summed up in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plancompiler.cells import NAMED, few, told
from plancompiler.inherit import language
from plancompiler.measures import financing_forms, without_owner
from plancompiler.node import Document, Node
from plancompiler.program import Program, above
from plancompiler.schedule import days, goes_on, plan_days
from plancompiler.summed import how_many, past_plans
from plancompiler.table import Note, counted
from plancompiler.translate import Translator
from plancompiler.values.dates import ALWAYS
from plancompiler.wording import kind_words

# The forms of financing that there is money in already.
_PAID = frozenset({"innenfor rammen", "i budsjett", "ekstern"})


def work_notes(program: Program, work: Sequence[Node], words: Translator, day: str) -> Iterator[Note]:
    """Yield how many measures say who, by when and for what money, and how many are of plans whose period is over.

    Those that lack one of them are named where they are few.
    """
    if not work:
        return
    without = (
        (words("Uten ansvarlig: {count}."), without_owner(program, work)),
        (words("Uten egen frist eller periode: {count}."), [node for node in work if not _has_time(node)]),
        (words("Uten finansiering: {count}."), [node for node in work if not _is_paid(program, node)]),
    )
    who, when, money = (counted(len(work) - len(lacking)) for _, lacking in without)
    said = words("{all} {work}: {who} med ansvarlig, {when} med egen frist eller periode, {money} med finansiering.")
    called, plans = common_words(program, work, "virkemiddel", words)[len(work) != 1], {node.plan for node in work}
    if len(told(program)) > 1:
        called = words("{kinds} i {plan}").format(kinds=called, plan=how_many(plans, words))
    line = said.format(all=counted(len(work)), work=called, who=who, when=when, money=money)
    parts = (line, _by_plan(program, work, words), _over(program, work, words, day), _undated(program, work, words))
    yield Note(" ".join(part for part in parts if part))
    for sentence, lacking in without:
        if 0 < len(lacking) <= NAMED and len(lacking) < len(work):
            names = [node.name for node in lacking]
            yield Note(sentence.format(count=counted(len(lacking))), few(program, names, words))


def common_words(program: Program, nodes: Iterable[Node], kind: str, words: Translator) -> tuple[str, str]:
    """Return what one and several of a kind are called: what their plans do when they agree, else what all share.

    A plan in another language than the sentence has no word for it.
    """
    plans = {node.plan for node in nodes if node.kind == kind}
    own = {kind_words(program, plan, kind, words) for plan in plans}
    shared = len(own) == 1 and all(language(program, plan) == words.language for plan in plans)
    one, many = own.pop() if shared else kind_words(program, "", kind, words)
    return one.lower(), many.lower()


def _has_time(node: Node) -> bool:
    return bool(node.text("frist") or node.text("periode"))


def _by_plan(program: Program, work: Iterable[Node], words: Translator) -> str:
    """Return of how many measures it is the plan as a whole that says there is money."""
    count = sum(_is_paid(program, node) and _who_tells(program, node) is program.plans[node.plan] for node in work)
    said = words("For {count} av dem er det planen som helhet som sier det.").format(count=counted(count))
    return said if count else ""


def _undated(program: Program, work: Sequence[Node], words: Translator) -> str:
    """Return how many measures have a deadline that is no day: it recurs, or is the plan's whole period."""
    count = sum(not node.text("periode") and _is_undated(program, node) for node in work)
    said = words("{count} {work} har en frist som er løpende, gjentatt eller hele planperioden.")
    called = common_words(program, work, "virkemiddel", words)[count != 1]
    return said.format(count=counted(count), work=called) if count else ""


def _is_undated(program: Program, node: Node) -> bool:
    written, plan = node.text("frist"), plan_days(program, node.plan)
    # A part of the plan's period has days of its own.
    return goes_on(written) and days(written, plan) in (ALWAYS, plan)


def _over(program: Program, work: Sequence[Node], words: Translator, day: str) -> str:
    """Return how many measures stand in plans whose period is over, where others stand beside them."""
    past = past_plans(program, {node.plan for node in work}, day)
    count = sum(node.plan in past for node in work)
    if not count or count == len(work):
        return ""
    if len(past) == 1:
        return words("{count} av dem står i en plan der perioden er over.").format(count=counted(count))
    return words("{count} av dem står i planer der perioden er over.").format(count=counted(count))


def _is_paid(program: Program, node: Node) -> bool:
    """Tell whether there is money for a measure, says the one who tells how it is paid."""
    teller = _who_tells(program, node)
    return teller is not None and not _PAID.isdisjoint(financing_forms(teller.fields))


def _who_tells(program: Program, node: Node) -> Node | Document | None:
    """Return what tells how a measure is paid: itself, the nearest above it, or the header for the plan as a whole."""
    holders: tuple[Node | Document, ...] = (node, *above(program, node.name), program.plans[node.plan])
    return next((holder for holder in holders if "finansiering" in holder.fields), None)
