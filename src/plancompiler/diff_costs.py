"""What the plans of a comparison say that they cost before and after: the exact amounts of one kind, added."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plancompiler.change import Change, Comparison
from plancompiler.measures import own_work
from plancompiler.node import records, text
from plancompiler.phrase import kind_phrase
from plancompiler.program import Program
from plancompiler.translate import Translator
from plancompiler.values import numbers
from plancompiler.values.problem import Problem
from plancompiler.wording import KIND_WORDS

_MONEY: Mapping[str, Decimal] = {
    "kr": Decimal(1), "kroner": Decimal(1), "tusen kr": Decimal(10**3), "mill. kr": Decimal(10**6),
    "millioner kr": Decimal(10**6), "millionar kr": Decimal(10**6), "mrd. kr": Decimal(10**9),
}  # fmt: skip
_MILLION = Decimal(10**6)


@dataclass(frozen=True, slots=True)
class _Sums:
    """The sum of the exact amounts of each kind, and whether there were others."""

    exact: Mapping[str, Decimal]
    left_out: bool

    def of(self, kind: str) -> Decimal:
        return self.exact.get(kind, Decimal(0))


def costs(comparison: Comparison, words: Translator) -> tuple[str, ...]:
    """Return the sum of each kind of cost before and after, in a sentence, of the kinds whose sum is another.

    Kinds are never added to each other. What is said with «ca.» or as a range has no sum, and that it is left out is
    said, as is how many say nothing of what they cost.
    """
    if not any(change.field.startswith("kostnader") or _holds(change) for change in comparison.changes):
        return ()
    old, new = _plans(comparison)
    if not old or not new:
        return ()
    before, after = _sums(comparison.before, old), _sums(comparison.after, new)
    kinds = [kind for kind in dict.fromkeys((*after.exact, *before.exact)) if before.of(kind) != after.of(kind)]
    found = [_sentence(before.of(kind), after.of(kind), kind, words) for kind in kinds]
    if found and (before.left_out or after.left_out):
        found.append(words("Beløp som er omtrentlige eller et spenn, er ikke lagt sammen."))
    silent = _without_costs(comparison.after, new)
    if found and silent:
        one, many = _called(comparison.after, new, words)
        what = one if silent == 1 else many
        found.append(words("{count} {what} oppgir ingen kostnad.").format(count=silent, what=what))
    return tuple(found)


def _sentence(before: Decimal, after: Decimal, kind: str, words: Translator) -> str:
    old, new = _amount(before, kind), _amount(after, kind)
    if not before:
        return words("Kostnader som er oppgitt, i alt: {new} nå, ingen før.").format(new=new)
    if not after:
        return words("Kostnader som er oppgitt, i alt: {old} før, ingen nå.").format(old=old)
    apart = f"{'+' if after > before else '−'}{_amount(abs(after - before), kind)}"
    said = words("Kostnader som er oppgitt, i alt: {old} før, {new} nå ({apart}).")
    return said.format(old=old, new=new, apart=apart)


def _holds(change: Change) -> bool:
    """Tell whether something that came or went says what it costs."""
    waiting = [change.item] if change.type in ("lagt_til", "fjernet") else []
    while waiting:
        item = waiting.pop()
        if "kostnader" in item.fields:
            return True
        waiting += item.below
    return False


def _plans(comparison: Comparison) -> tuple[frozenset[str], frozenset[str]]:
    """Return the plans that something is changed in, before and after."""
    items = [item for change in comparison.changes for item in (change.item, change.was) if item is not None]
    names = {item.plan for item in items}
    both = (frozenset(names & program.plans.keys()) for program in (comparison.before, comparison.after))
    old, new = both
    if comparison.editions:
        # Both programs have both plans: the first is the one that nothing is new in.
        new = frozenset(change.item.plan for change in comparison.changes if change.type != "fjernet") & new
        old = old - new
    return old, new


def _sums(program: Program, plans: Collection[str]) -> _Sums:
    exact: dict[str, Decimal] = {}
    left_out = False
    for value in _amounts(program, plans):
        try:
            number = numbers.parse(value)
        except Problem:
            left_out = True
            continue
        if number.low != number.high or number.qualifier:
            left_out = True
            continue
        kind = "kr" if number.unit in _MONEY else number.unit
        exact[kind] = exact.get(kind, Decimal(0)) + number.low * _MONEY.get(number.unit, Decimal(1))
    return _Sums(exact, left_out)


def _amounts(program: Program, plans: Collection[str]) -> Iterator[str]:
    for plan in plans:
        yield from (text(one, "verdi") for one in program.plans[plan].records("kostnader") if text(one, "verdi"))
    for node in program.nodes.values():
        if node.plan in plans and node.name not in program.quoted:
            yield from (text(one, "verdi") for one in records(node.fields, "kostnader") if text(one, "verdi"))


def _without_costs(program: Program, plans: Collection[str]) -> int:
    work = (node for plan in plans for node in own_work(program, plan, "virkemiddel"))
    return sum(1 for node in work if not node.records("kostnader"))


def _called(program: Program, plans: Collection[str], words: Translator) -> tuple[str, str]:
    """Return what one and several measures are called: by the plan where there is one."""
    kind = "virkemiddel"
    if len(plans) == 1:
        return kind_phrase(program, next(iter(plans)), kind, words)
    return words(KIND_WORDS[kind][0]).lower(), words.plural(KIND_WORDS[kind][1]).lower()


def _amount(value: Decimal, kind: str) -> str:
    if kind == "kr" and value >= _MILLION and value % (_MILLION / 100) == 0:
        return f"{_digits(value / _MILLION)} mill. kr"
    return f"{_digits(value)} {kind}".strip()


def _digits(value: Decimal) -> str:
    plain = f"{value:,f}"
    whole, _, rest = plain.partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", " ") + (f",{rest}" if rest else "")
