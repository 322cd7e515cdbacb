"""What authors settle about rules: departures stated in a plan, and levels in the settings."""

from __future__ import annotations

from collections.abc import Mapping

from plancompiler.report import Finding
from workspaces import findings

PLAN = """\
plan: eksempel
tittel: Kommunedelplan for oppvekst
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2038
status: på høring
saksgang:
  - steg: planprogram fastsatt
    organ: Kommunestyret
    dato: 2025-06-12
    sak: PS 31/25
  - steg: høring
    periode: 2026-02-02–2026-03-09
"""
DEPARTURE = """\
avvik:
  - regel: consultation-too-short
    forklaring: |
      Kortet ned etter avtale
      med rådene.
"""
RULE = "consultation-too-short"
RULES = frozenset((RULE, "unused-deviation", "not-a-rule", "unknown-rule", "unknown-key", "impossible-date"))


def found(files: str | Mapping[str, str | bytes], language: str = "nb") -> list[Finding]:
    """Return what is found of what is tested here; other rules have a word to say of such small plans."""
    return [one for one in findings(files, language) if one.code in RULES]


def test_a_stated_departure_turns_the_warning_into_a_note_with_the_reason() -> None:
    (warning,) = found(PLAN)
    assert (warning.code, warning.severity) == (RULE, "warning")
    (note,) = found(PLAN + DEPARTURE)
    assert (note.code, note.severity, note.message, note.where) == (RULE, "info", warning.message, warning.where)
    assert note.help == "Planen forklarer det slik: Kortet ned etter avtale med rådene."
    (english,) = found(PLAN + DEPARTURE, "en")
    assert english.help.endswith(": Kortet ned etter avtale med rådene.")


def test_a_departure_holds_for_that_plan_and_its_parts_alone() -> None:
    other = PLAN.replace("plan: eksempel", "plan: annen")
    both = found({"plans/eksempel.yaml": PLAN + DEPARTURE, "plans/annen.yaml": other})
    assert [(one.where.path, one.severity) for one in both] == [
        ("plans/annen.yaml", "warning"),
        ("plans/eksempel.yaml", "info"),
    ]
    whole = "figurer:\n  - id: g1\n    tittel: Befolkning\n    alt: ikke beskrevet\n"
    excused = "avvik:\n  - regel: picture-not-described\n    forklaring: Bildene kommer.\n"
    parts = {"plans/eksempel.yaml": PLAN + excused, "plans/del.yaml": "del_av: eksempel\n" + whole}
    assert [one.severity for one in findings(parts) if one.code == "picture-not-described"] == ["info"]
    assert "unused-deviation" not in {one.code for one in findings(parts)}


def test_a_departure_from_what_finds_nothing_is_a_tip() -> None:
    long_enough = PLAN.replace("03-09", "03-16")
    for rule, help in (
        (RULE, "Ta ut avviket"),
        ("consultation-too-shrt", f"Mente du «{RULE}»?"),
        ("helt-ukjent-kode-som-ingen-har", "Skriv koden"),
        ("unknown-reference", "Rett det funnet peker på"),
    ):
        (tip,) = found(long_enough + DEPARTURE.replace(RULE, rule))
        assert (tip.code, tip.severity) == ("unused-deviation", "info")
        assert tip.help.startswith(help)


def test_a_rule_whose_ground_could_not_be_read_is_not_said_to_find_nothing() -> None:
    unread = (PLAN + DEPARTURE).replace("2026-02-02–2026-03-09", "2026-02-02–2026-02-31")
    assert {one.code for one in found(unread)} == {"impossible-date"}


def test_settings_give_rules_their_levels() -> None:
    def at(level: str) -> list[str]:
        settings = f"arbeidsområde: Nordvik\nregler:\n  {RULE}: {level}\n"
        return [one.severity for one in found({"plancompiler.yaml": settings, "plans/eksempel.yaml": PLAN})]

    assert [at(level) for level in ("feil", "advarsel", "tips", "av")] == [["error"], ["warning"], ["info"], []]


def test_settings_of_what_is_no_rule_do_nothing_and_are_said() -> None:
    settings = "arbeidsområde: Nordvik\nregler:\n  unknown-key: av\n  consultation-to-short: av\n"
    broken = PLAN + "tull: x\n"
    all_of_it = found({"plancompiler.yaml": settings, "plans/eksempel.yaml": broken})
    assert {one.code for one in all_of_it} == {"not-a-rule", "unknown-rule", "unknown-key", RULE}
    assert [(one.where.line, one.code) for one in all_of_it if one.where.path == "plancompiler.yaml"] == [
        (3, "not-a-rule"),
        (4, "unknown-rule"),
    ]
