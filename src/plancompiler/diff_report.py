"""What a report of a comparison says around its changes: its title, what it comes to, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import series
from plancompiler.change import LEVELS, Comparison, Consequence, Level, Side, of_level
from plancompiler.model.kind import KINDS
from plancompiler.shown_change import ShownChange, plans_touched
from plancompiler.shown_dates import shown_date
from plancompiler.translate import Translator

MOST_FIRST: tuple[Level, ...] = LEVELS[::-1]
_MEANS = {
    "forpliktelse": "Skal, bør, kan, ikke, et tall, en frist, ansvar eller en kobling er endret, eller noe er tatt ut.",
    "innhold": "Ordlyden eller innholdet er et annet, uten at programmet ser at det binder mer eller mindre.",
    "redaksjonell": "Tegnsetting, skrivemåte, navn, nummer og rekkefølge.",
    "oppsett": "Filene er skrevet på en annen måte, men planene sier det samme.",
}

# What a number of changes of a level do; editorial ones are something.
_DONE = {
    "forpliktelse": "endrer forpliktelsen",
    "innhold": "endrer innholdet",
    "oppsett": "gjelder bare oppsettet",
}
# More plans than these are counted.
_MOST_PLANS = 3
# Findings are told of with the checks, not with what the changes lead to.
_FINDINGS = frozenset({"nytt_funn", "løst_funn"})


def title(comparison: Comparison, words: Translator) -> str:
    """Return what the report is called, with the plans it is about."""
    plans = plans_touched(comparison)
    if comparison.editions:
        return words("Hva som er endret fra {old} til {new}").format(
            old=comparison.base.label, new=comparison.head.label
        )
    if not plans:
        return words("Hva utkastet endrer")
    if len(plans) > _MOST_PLANS:
        return words("Hva utkastet endrer i {count} planer").format(count=len(plans))
    return words("Hva utkastet endrer: {plans}").format(plans=series(plans, words))


def counts(comparison: Comparison, words: Translator) -> str:
    """Return how many changes there are of each level, and how much is as it was."""
    unchanged = _unchanged(comparison, words)
    number = len(comparison.changes)
    if not number:
        partly, whole = "Det som lot seg lese, sier det samme som før.", "Planene sier det samme som før."
        return f"{words(partly if comparison.unread else whole)} {unchanged}"
    every = words("{count} endring" if number == 1 else "{count} endringer").format(count=number)
    found = [(level, len(of_level(comparison.changes, level))) for level in MOST_FIRST]
    levels = [f"{count} {_done(level, count, words)}" for level, count in found if count]
    opening = f"{words('Ikke alt lot seg lese.')} " if comparison.unread else ""
    return f"{opening}{every}: {series(levels, words)}. {unchanged}"


def directions(shown: tuple[ShownChange, ...], words: Translator) -> str:
    """Return which of the changes bind less or more than before, by their numbers, and what that is judged by, or "".

    Without the latter a reader takes the numbers for all there is.
    """
    weaker = [str(one.number) for one in shown if one.direction == "svekket"]
    stricter = [str(one.number) for one in shown if one.direction == "skjerpet"]
    lines = (
        words("Mindre forpliktende: punkt {numbers}.").format(numbers=series(weaker, words)) if weaker else "",
        words("Mer forpliktende: punkt {numbers}.").format(numbers=series(stricter, words)) if stricter else "",
        words("Bare frister, måltall, status, finansiering og ord som «skal» og «alle» er vurdert.")
        if weaker or stricter
        else "",
    )
    return " ".join(line for line in lines if line)


def consequences(comparison: Comparison) -> tuple[Consequence, ...]:
    """Return what the changes lead to in the plans themselves, the bad before the good."""
    return tuple(one for one in comparison.consequences if one.type not in _FINDINGS)


def not_led_to(comparison: Comparison, words: Translator) -> str:
    """Return what the changes do not lead to, of that which a reader must know."""
    types = {one.type for one in comparison.consequences if not one.good}
    lines = (
        "" if "uten_oppfølging" in types else words("Ingen mål har mistet oppfølgingen sin."),
        "" if "brutt_lenke" in types else words("Ingen koblinger er brutt."),
    )
    return " ".join(line for line in lines if line)


def checks(comparison: Comparison, words: Translator) -> str:
    """Return what a checker finds in the plans now that it did not before, and the other way, as counts."""
    new = [one.severity for one in comparison.new_findings]
    errors, warnings, solved = new.count("error"), new.count("warning"), len(comparison.solved_findings)
    said = (
        words("{count} ny feil" if errors == 1 else "{count} nye feil").format(count=errors),
        words("{count} ny advarsel" if warnings == 1 else "{count} nye advarsler").format(count=warnings),
        words("ett tidligere funn er borte" if solved == 1 else "{count} tidligere funn er borte").format(count=solved)
        if solved
        else "",
    )
    return ", ".join(line for line in said if line) + "."


def unread(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield what could not be read and so not compared: the revision, and the file or the field."""
    for one in comparison.unread:
        yield one.side, " · ".join(part for part in (one.path, one.id, one.field) if part)


def sides(comparison: Comparison, words: Translator) -> str:
    """Return which two were compared, and as they stood when."""
    if comparison.editions:
        return words("Begge planene er sammenlignet slik de står i filene nå, også det som ikke er vedtatt.")
    base, head = (_side(side, words) for side in (comparison.base, comparison.head))
    return words("Sammenlignet: {base} og {head}.").format(base=base, head=head)


def columns(comparison: Comparison, words: Translator) -> tuple[str, str]:
    """Return the headings over what stood and what stands; of two plans neither need be in force today."""
    if comparison.editions:
        return words("Før"), words("Nå")
    return words("Slik er det i dag"), words("Slik blir det")


def meaning(level: Level, words: Translator) -> str:
    """Return what is among the changes of a level, in a sentence."""
    return words(_MEANS[level])


def reading_aid(words: Translator) -> str:
    """Return what a report of changes is, and what it is not."""
    return words(
        "Dette er lesehjelp laget av et program. Det vurderer ikke om endringene krever ny høring eller nytt vedtak."
    )


def _unchanged(comparison: Comparison, words: Translator) -> str:
    """Return how much is as it was, in the plans that something is changed in; in all, where it is in none."""
    plans = len(plans_touched(comparison))
    if not plans:
        same = comparison.unchanged
        return words("{count} punkt er uendret." if same == 1 else "{count} punkter er uendret.").format(count=same)
    same = sum(one.unchanged for one in comparison.tallies if one.kind in KINDS)
    if plans == 1 or comparison.editions:
        single, several = "{count} punkt i planen er uendret.", "{count} punkter i planen er uendret."
    else:
        single, several = "{count} punkt i disse planene er uendret.", "{count} punkter i disse planene er uendret."
    return words(single if same == 1 else several).format(count=same)


def _side(side: Side, words: Translator) -> str:
    commit = side.commit[:7]
    known = ", ".join(dict.fromkeys(part for part in (side.label, commit) if part))
    if side.day:
        day = shown_date(side.day, words.language, words)
        return words("utgaven fra {day} ({known})").format(day=day, known=known)
    return f"{side.label} ({commit})" if commit and commit != side.label[:7] else side.label


def _done(level: Level, count: int, words: Translator) -> str:
    if level == "redaksjonell":
        return words("er redaksjonell" if count == 1 else "er redaksjonelle")
    return words(_DONE[level])
