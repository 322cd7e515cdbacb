"""Each fault that the sources of the five plans have, planted in the plan as it stands: found where it is, only then.

The plans are read and never written. A fault is one text put for another; where it should be found is the line of a
text, so that a plan may grow without a line number here being wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from plancompiler.link import link
from plancompiler.lint import lint
from plancompiler.report import Finding, report
from plancompiler.settled import settled
from plancompiler.translate import translator
from plancompiler.unit import Unit, compile_unit
from plancompiler.workspace import built_in

ROOT = Path(__file__).parent.parent
PLANS = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "plans").rglob("*.yaml")}

INDRE_OSTFOLD = "plans/indre-ostfold-2020/"
SOR_VARANGER = "plans/sor-varanger-helse-2030.yaml"
HALDEN = "plans/halden-helse-2034/"
BAERUM = "plans/baerum-samfunnsdel-2035/"
OSTFOLD = "plans/ostfold-velferdspilot-2019.yaml"
REGISTERS = "plans/registre/"
# The registers each plan needs; with those of other plans there is more to look for and nothing more to find.
_NEEDED = {
    INDRE_OSTFOLD: ("indre-ostfold", "nasjonale"),
    SOR_VARANGER: ("sor-varanger", "nasjonale"),
    HALDEN: ("halden", "nasjonale"),
    BAERUM: ("baerum", "nasjonale"),
    OSTFOLD: ("ostfold", "nasjonale"),
}

# The longest text of another goal that one finds in Halden's, where goal 3 stands twice in the source.
_STRATEGIES_OF_2 = PLANS[f"{HALDEN}mal-2.yaml"].partition("strategier:\n")[2].replace("id: m2.", "id: m3.igjen.")
_GOAL_3_3 = PLANS[f"{INDRE_OSTFOLD}h3.yaml"].partition("  - id: h3.d3\n")


class Fault(NamedTuple):
    """A text in a file and what is put for it; the code that should be found, and a text on the line it is found on.

    `at` is looked for in the planted file, or in the file that `where` names; the first place it stands counts.
    """

    name: str
    file: str
    old: str
    new: str
    code: str
    at: str
    where: str = ""


FAULTS = (
    Fault(
        "the strategies of goal 2 stand again under goal 3",
        f"{HALDEN}mal-3.yaml",
        "strategier:\n",
        f"strategier:\n{_STRATEGIES_OF_2}",
        "repeated-block",
        "id: m3.igjen.s1",
    ),
    Fault(
        "a chapter stands twice",
        SOR_VARANGER,
        "  - id: overordnede-mal\n",
        PLANS[SOR_VARANGER]
        .partition("kapitler:\n")[2]
        .partition("  - id: overordnede-mal\n")[0]
        .replace("id: innledning", "id: innledning-igjen")
        + "  - id: overordnede-mal\n",
        "repeated-block",
        "id: innledning-igjen",
    ),
    Fault(
        "a measure contributes to itself",
        f"{INDRE_OSTFOLD}h3.yaml",
        "bidrar_til: h3.d3",
        "bidrar_til: h3.d1.v1",
        "circular-link",
        "bidrar_til: h3.d1.v1",
    ),
    Fault(
        "a part of a plan stands under itself",
        f"{INDRE_OSTFOLD}h3.yaml",
        "under: h3\n",
        "under: h3.d1\n",
        "circular-link",
        "under: h3.d1",
    ),
    Fault(
        "a goal contributes to its own measure",
        f"{INDRE_OSTFOLD}plan.yaml",
        "  - id: h4\n",
        "  - id: h4\n    bidrar_til: h4.d1\n",
        "contributes-to-own-part",
        "bidrar_til: h4.d1",
    ),
    Fault("a comma in a number", SOR_VARANGER, "nummer: 5.6", "nummer: 5,6", "printed-number-comma", "nummer: 5,6"),
    Fault("an old number", SOR_VARANGER, "nummer: 5.8", "nummer: 6.8", "printed-number-misplaced", "nummer: 6.8"),
    Fault("4,5", f"{HALDEN}plan.yaml", "nummer: 4\n", "nummer: 4,5\n", "printed-number-comma", "nummer: 4,5"),
    Fault("month 22", OSTFOLD, "frist: 2018-09-19", "frist: 26.22.2020", "impossible-date", "frist: 26.22.2020"),
    Fault("day first", OSTFOLD, "frist: 2018-04-27", "frist: 27.4.18", "date-format", "frist: 27.4.18"),
    Fault("a question mark for a time", OSTFOLD, "frist: 2018-10-18", "frist: '?'", "date-format", "frist: '?'"),
    Fault(
        "two footnotes 1 on one point",
        f"{INDRE_OSTFOLD}h6-14.yaml",
        "    fotnoter:\n",
        "    fotnoter:\n      1: Den kulturelle grunnmuren.\n",
        "duplicate-key",
        "1: Slik [[eu-vanndirektiv",
    ),
    Fault(
        "a mark with no footnote",
        f"{INDRE_OSTFOLD}h1.yaml",
        "          grunnmuren».\n",
        "          grunnmuren»[^1].\n",
        "footnote-undefined",
        "grunnmuren»[^1]",
    ),
    Fault(
        "an empty bullet",
        f"{HALDEN}plan.yaml",
        "      - Del 1 Strategi\n",
        "      -\n      - Del 1 Strategi\n",
        "placeholder-text",
        "      -\n",
    ),
    Fault(
        "a list and its heading disagree",
        f"{BAERUM}plan.yaml",
        "      2. [[h2]]\n",
        "      2. Samfunnet er i balanse og er mangfoldig og grønt\n",
        "list-differs-from-titles",
        "2. Samfunnet er i balanse",
    ),
    Fault(
        "12 said, 13 listed",
        SOR_VARANGER,
        "Planen har 13 mål",
        "Planen har 12 mål",
        "stated-count-differs",
        "har 12 mål",
    ),
    Fault(
        "an id used twice",
        f"{INDRE_OSTFOLD}h1.yaml",
        "id: h1.d1.v2",
        "id: h1.d1.v1",
        "duplicate-id",
        "id: h1.d1.v1\n        tekst: |\n          Begynne",
    ),
    Fault(
        "a misspelt actor",
        f"{INDRE_OSTFOLD}h9.yaml",
        "Hjemmetjenestene",
        "Hjemetjenestene",
        "unknown-actor",
        "Hjemetjenestene",
    ),
    Fault("no such UN target", f"{HALDEN}plan.yaml", "fn: 3\n", "fn: 3.10\n", "unknown-un-target", "fn: 3.10"),
    Fault(
        "a goal that others point at is gone",
        f"{INDRE_OSTFOLD}h3.yaml",
        _GOAL_3_3[1] + _GOAL_3_3[2],
        "",
        "unknown-reference",
        "bidrar_til: h3.d3",
    ),
    Fault(
        "the superior plan is unknown",
        SOR_VARANGER,
        "overordnet: [sv-samfunnsdel-2014,",
        "overordnet: [sv-samfunnsdel-2041,",
        "unknown-reference",
        "sv-samfunnsdel-2041",
    ),
    Fault(
        "the number is not the UN goal's",
        f"{INDRE_OSTFOLD}plan.yaml",
        "bærekraftsmål: 7\n",
        "bærekraftsmål: 10\n",
        "number-is-not-un-goal",
        "bærekraftsmål: 10",
    ),
    Fault(
        "two measures with nearly the same words",
        SOR_VARANGER,
        "Bygge opp et system for ledelse, og for å gjøre kvaliteten bedre.",
        "Utvikle helse, omsorg og velferd, og organisere hele sektoren på nytt.",
        "near-duplicate-measure",
        "id: i-gang.v1",
    ),
    Fault(
        "the end before the beginning",
        SOR_VARANGER,
        "periode: 2020–2030",
        "periode: 2030–2020",
        "period-reversed",
        "2030–2020",
    ),
    Fault(
        "other years in the title",
        f"{HALDEN}plan.yaml",
        "2022–2034, del 1",
        "2022–2035, del 1",
        "title-period-differs",
        "2022–2035",
    ),
    Fault(
        "an abbreviation nobody explains",
        f"{HALDEN}mal-3.yaml",
        "Halden skal få levende byrom.",
        "Halden skal få levende byrom med LPK.",
        "undefined-abbreviation",
        "byrom med LPK",
    ),
    Fault(
        "no such figure",
        SOR_VARANGER,
        "Hele rehabiliteringspyramiden",
        "Figur 2, pyramiden,",
        "unknown-figure",
        "Figur 2",
    ),
    Fault(
        "a document that another has come instead of",
        f"{REGISTERS}nasjonale.yaml",
        "    nummer: Meld. St. 26 (2014–2015)\n",
        "    nummer: Meld. St. 26 (2014–2015)\n    erstattet_av: meld-st-9-2023-24\n"
        "  - id: meld-st-9-2023-24\n    tittel: Nasjonal helse- og samhandlingsplan\n    type: stortingsmelding\n"
        "    nummer: Meld. St. 9 (2023–2024)\n",
        "cited-superseded",
        "  - meld-st-26-2014-15",
        SOR_VARANGER,
    ),
    Fault(
        "a white paper without its year",
        f"{BAERUM}plan.yaml",
        "[[perspektivmeldingen|Perspektivmeldingen]] sier",
        "Meld. St. 14 ( ) sier",
        "cited-without-number",
        "Meld. St. 14 ( ) sier",
    ),
    Fault(
        "a UN goal misspelt",
        f"{HALDEN}plan.yaml",
        "Liv under vann",
        "Liv undre vann",
        "un-goal-name-differs",
        "Liv undre vann",
    ),
    Fault(
        "a word divided",
        f"{HALDEN}mal-3.yaml",
        "Halden skal få levende",
        "Halden skal ut- vikle",
        "pdf-remains",
        "ut- vikle",
    ),
    Fault(
        "two goals with one title",
        f"{HALDEN}plan.yaml",
        "Aktivt liv – hele livet",
        "Mestre eget  liv",
        "same-title-twice",
        "Mestre eget  liv",
    ),
    Fault("a number twice", f"{HALDEN}plan.yaml", "nummer: 5\n", "nummer: 4.\n", "printed-number-twice", "nummer: 4."),
    Fault("an old municipality number", SOR_VARANGER, "kommune: 5605", "kommune: 5444", "unknown-municipality", "5444"),
)


@cache
def unit(path: str, text: str) -> Unit:
    """Return a file as it is read; those without a fault are read once for all faults."""
    return compile_unit(path, text.encode())


def findings(files: Mapping[str, str], plan: str, code: str) -> list[Finding]:
    """Return the findings of a code in the files of a plan, which are linked with its registers alone."""
    needed = (plan, *(f"{REGISTERS}{name}.yaml" for name in _NEEDED[plan]))
    units = tuple(unit(path, files[path]) for path in sorted(files) if path.startswith(needed))
    program, linked = link(units, built_in())
    every = (*(one for each in units for one in each.diagnostics), *linked, *lint(program))
    sources = {each.source.path: each.source for each in units}
    found = report([one for one in settled(program, every) if one.code == code], sources, translator("nb"), {})
    return [one for one in found if one.where.path.startswith(plan)]


@cache
def as_it_is(plan: str, code: str) -> list[Finding]:
    return findings(PLANS, plan, code)


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_the_fault_is_found_where_it_is_and_the_plan_is_without_it(fault: Fault) -> None:
    assert fault.old in PLANS[fault.file]
    files = PLANS | {fault.file: PLANS[fault.file].replace(fault.old, fault.new, 1)}
    where = fault.where or fault.file
    plan = where if where in (SOR_VARANGER, OSTFOLD) else f"{where.rpartition('/')[0]}/"
    before, at, _ = files[where].partition(fault.at)
    assert at
    assert (where, before.count("\n") + 1) in [
        (one.where.path, one.where.line) for one in findings(files, plan, fault.code)
    ]
    assert not as_it_is(plan, fault.code)
