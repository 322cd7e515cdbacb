"""What the changes lead to elsewhere: goals that nobody follows up, UN goals won and lost, links that break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plancompiler.change import Change, Consequence, ConsequenceType
from plancompiler.diff.binding_words import binding_words, sort_of
from plancompiler.diff.compared import Compared
from plancompiler.diff.describe import name_of
from plancompiler.diff.findings_changed import Found
from plancompiler.diff.matching import is_lost
from plancompiler.diff.records import Records
from plancompiler.followup import FollowUp, follow_up, is_point, measures, set_aside
from plancompiler.model.kind import STRUCTURE
from plancompiler.phrase import node_phrase
from plancompiler.program import Program, above_in, below, links_from
from plancompiler.translate import Translator
from plancompiler.un_use import un_name, un_order, uses_of

_BROKEN = frozenset({"unknown-reference", "retired-reference", "unknown-plan", "unknown-under"})
# What the consequences above say of a node in better words.
_SAID = frozenset({"goal-not-followed-up", "excerpt-not-followed-up", "goal-without-measure"})
_SUPERIOR = "superior-goal-not-taken-up"
_GOOD: frozenset[ConsequenceType] = frozenset({"fn_vunnet", "løst_funn"})


def consequences(
    both: Compared,
    changes: Iterable[Change],
    findings: tuple[tuple[Found, ...], tuple[Found, ...]],
    words: Translator,
    *,
    editions: bool = False,
) -> tuple[Consequence, ...]:
    """Return what the changes lead to, the bad before the good.

    Of two `editions` of a plan both are there to be pointed at, so that no link breaks.
    """
    followed = tuple(_follow_up(both, frozenset(_served(both, changes)), words))
    said = frozenset(one.id for one in followed)
    lost = () if editions else _lost_ids(both, words)
    found = (*lost, *followed, *_un_goals(both, words, editions=editions), *_of_findings(findings, said, words))
    return tuple(sorted(found, key=lambda one: one.good))


def _served(both: Compared, changes: Iterable[Change]) -> Iterator[str]:
    """Yield the names before the change of what changed measures were under and contributed to."""
    program = both.before.edition.program
    for change in changes:
        waiting = [change.was] if change.was is not None else []
        while waiting:
            item = waiting.pop()
            waiting += item.below
            aims = [item.id, *(link.target for link in links_from(program, item.id, "bidrar_til"))]
            for aim in aims:
                yield aim
                yield from above_in(program.parents, aim)


def _follow_up(both: Compared, served: frozenset[str], words: Translator) -> Iterator[Consequence]:
    """Yield the goals that were followed up and are not, and those left without any measure that binds."""
    old, new = both.before.edition.program, both.after.edition.program
    for key, record in both.after.by_key.items():
        if record.group != "node" or record.kind not in STRUCTURE or key not in both.pairs.before:
            continue
        was = both.was(key)
        # Where only words are others, no goal has lost its follow-up, but maybe its measure that binds.
        if not _is_rearranged(both.after, record.plan) and was.name not in served:
            continue
        first, second = follow_up(old, was.name), follow_up(new, record.name)
        if first is None or second is None:
            continue
        shown = node_phrase(new, new.nodes[record.name], words, first=True)
        if second.answer in ("ingen oppfølging", "bare foreslått") and first.answer not in (
            second.answer,
            "ingen oppfølging",
        ):
            said = (
                words("{what} har ikke lenger noe som følger det opp.")
                if second.answer == "ingen oppfølging"
                else words("{what} følges nå bare opp av det som er foreslått, utsatt eller stanset.")
            )
            yield Consequence(
                "uten_oppfølging",
                record.name,
                _answered(first, words),
                _answered(second, words),
                said.format(what=shown),
            )
        elif was.name in served and (
            record.kind == "delmål" or (record.kind == "mål" and not _has_subgoals(new, record.name))
        ):
            yield from _binding(both, was.name, record.name, shown, words)


def _has_subgoals(program: Program, name: str) -> bool:
    return any(node.kind == "delmål" for node in below(program, name))


def _answered(answer: FollowUp, words: Translator) -> str:
    return words(answer.answer)


def _binding(both: Compared, old: str, new: str, shown: str, words: Translator) -> Iterator[Consequence]:
    before = _binding_measures(both.before.edition.program, old)
    after = _binding_measures(both.after.edition.program, new)
    if before and not after:
        said = words("{what} har ikke lenger noe virkemiddel med «skal» eller «må».").format(what=shown)
        yield Consequence("uten_oppfølging", new, str(before), "0", said)


def _binding_measures(program: Program, name: str) -> int:
    """Return how many measures of a goal say that something shall or must be done."""
    return sum(
        1
        for measure in measures(program, name)
        if not set_aside(program, measure)
        and _binds(program.nodes[measure].text("tittel")) + _binds(program.nodes[measure].text("tekst"))
    )


def _binds(text: str) -> int:
    return sum(1 for word in binding_words(text.casefold()) if sort_of(word) == ("modal", 4))


def _lost_ids(both: Compared, words: Translator) -> Iterator[Consequence]:
    """Yield what has another id, and does not say which it had."""
    for key, was in both.pairs.before.items():
        old, new = both.before.by_key[was], both.after.by_key[key]
        if is_lost(old, new):
            said = words(
                "Gamle lenker til {what} virker ikke lenger. Skriv «tidligere_id: {old}» der, eller gi ny id med "
                "«planc rename»."
            )
            shown = name_of(both.after, new.name, words)
            yield Consequence("brutt_lenke", new.name, old.name, new.name, said.format(what=shown, old=old.local))


_Ties = Mapping[str, tuple[frozenset[str], frozenset[str]]]


def _un_goals(both: Compared, words: Translator, *, editions: bool) -> Iterator[Consequence]:
    """Yield the UN goals and targets that got their first or lost their last, of anything or of measures.

    Of two `editions`, those that one of the two alone has something for: what other plans have is not asked.
    """
    program = both.after.edition.program
    before, after = _ties(both.before), _ties(both.after)
    if before == after:
        return
    rest = _ties(both.after, others=True)
    before, after = _joined(before, rest), _joined(after, rest)
    order = un_order(program)
    for goal in sorted(before.keys() | after.keys(), key=lambda name: (order.get(name, len(order)), name)):
        old, new = before.get(goal, _NONE), after.get(goal, _NONE)
        number = name_of(both.after, goal, words)
        name = un_name(program, goal, words.language)
        shown = f"{number}, «{name}»" if name else number
        what = next((index for index in (0, 1) if bool(old[index]) != bool(new[index])), None)
        if what is None:
            continue
        kind: ConsequenceType = "fn_mistet" if old[what] else "fn_vunnet"
        if editions:
            said = _of_editions(both, kind, shown, words, measures_alone=what == 1)
        else:
            said = _of_workspace(kind, words, measures_alone=what == 1).format(goal=f"{shown}," if name else shown)
        yield Consequence(kind, goal, _count(old, words), _count(new, words), said, good=kind in _GOOD)


def _of_workspace(kind: ConsequenceType, words: Translator, *, measures_alone: bool) -> str:
    if measures_alone:
        lost, won = words("{goal} har ikke lenger noe virkemiddel."), words("{goal} har fått sitt første virkemiddel.")
    else:
        lost = words("{goal} har ikke lenger noe mål eller virkemiddel.")
        won = words("{goal} har fått sitt første mål eller virkemiddel.")
    return lost if kind == "fn_mistet" else won


def _of_editions(both: Compared, kind: ConsequenceType, goal: str, words: Translator, *, measures_alone: bool) -> str:
    if measures_alone:
        said = words("«{one}» har virkemidler knyttet til {goal}. Det har ikke «{other}».")
    else:
        said = words("«{one}» har mål eller virkemidler knyttet til {goal}. Det har ikke «{other}».")
    sides = both.before.edition.side.label, both.after.edition.side.label
    one, other = sides if kind == "fn_mistet" else sides[::-1]
    return said.format(one=one, goal=goal, other=other)


_NONE: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _ties(side: Records, *, others: bool = False) -> _Ties:
    """Return what each UN goal and target is tied to, and the measures among that; a mention in prose ties nothing.

    Of the plans that were rearranged, or of the others, which are tied to the same before and after.
    """
    program = side.edition.program
    found: dict[str, tuple[set[str], set[str]]] = {}
    names = (record.name for record in side.by_key.values() if record.group == "node")
    for name in names:
        node = program.nodes[name]
        if _is_rearranged(side, node.plan) is others or name in program.quoted:
            continue
        for use in uses_of(program, name):
            if use.how == "nevnt":
                continue
            every, done = found.setdefault(use.goal, (set(), set()))
            every.add(name)
            if node.kind == "virkemiddel" and not is_point(program, name):
                done.add(name)
    return {goal: (frozenset(every), frozenset(done)) for goal, (every, done) in found.items()}


def _joined(one: _Ties, other: _Ties) -> _Ties:
    return {
        goal: (
            one.get(goal, _NONE)[0] | other.get(goal, _NONE)[0],
            one.get(goal, _NONE)[1] | other.get(goal, _NONE)[1],
        )
        for goal in (*one, *other)
    }


def _is_rearranged(side: Records, plan: str) -> bool:
    return side.edition.rearranged is None or plan in side.edition.rearranged


def _count(ties: tuple[frozenset[str], frozenset[str]], words: Translator) -> str:
    return words("{n} knyttet til det, av dem {m} virkemidler").format(n=len(ties[0]), m=len(ties[1]))


def _of_findings(
    findings: tuple[tuple[Found, ...], tuple[Found, ...]], said: frozenset[str], words: Translator
) -> Iterator[Consequence]:
    new, solved = findings
    severities = {"error": words("feil"), "warning": words("advarsel"), "info": words("tips")}
    for one in new:
        if one.id in said and one.finding.code in _SAID:
            continue
        kind: ConsequenceType = "nytt_funn"
        if one.finding.code in _BROKEN:
            kind = "brutt_lenke"
        elif one.finding.code == _SUPERIOR:
            kind = "uten_oppfølging"
        where = one.id or one.finding.where.path
        shown = severities[one.finding.severity]
        yield Consequence(kind, where, "", shown, _sentence(one.finding.message), one.finding.code)
    for one in solved:
        where = one.id or one.finding.where.path
        shown = severities[one.finding.severity]
        yield Consequence("løst_funn", where, shown, "", _sentence(one.finding.message), one.finding.code, good=True)


def _sentence(message: str) -> str:
    return message if message[-1:] in ".!?" else f"{message}."
