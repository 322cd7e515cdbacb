"""A plan's own words for its kinds, in a site of another language: one sentence has one language."""

from __future__ import annotations

import re

import pytest

from plancompiler.emit import Output
from plancompiler.phrase import kind_phrase, node_phrase
from plancompiler.translate import BOKMAL, translator
from plancompiler.views.kind_counts import kinds_counted
from plancompiler.views.page import Here
from plancompiler.wording import called, kind_words, level_words, list_heading
from site_pages import site
from workspaces import workspace

HEAD = "plan: p\ntittel: P\ntype: temaplan\nkommune: 0301\nstatus: vedtatt\nmålstruktur: [mål, strategi]\n"
GOALS = "mål: [{id: a, tittel: A, strategier: [{id: s, tekst: S.}, {id: t, tekst: T.}]}, {id: b, tittel: B}]\n"


@pytest.mark.parametrize(
    ("spoken", "written", "nb", "nn", "en"),
    [
        ("nn", "[Strategi, Strategiar]", "Strategier", "Strategiar", "Strategies"),
        ("nb", "[Hovedmål, Hovedmål]", "Hovedmål", "Hovudmål", "Main goals"),
        ("nb", "Tiltak", "Tiltak", "Tiltak", "Measures"),
        ("nb", "[tiltak, tiltak]", "tiltak", "Tiltak", "Measures"),
        ("nn", "[Satsingsområde, Satsingsområde]", "Satsingsområder", "Satsingsområde", "Priority areas"),
        ("en", "[Focus area, Focus areas]", "Fokusområder", "Fokusområde", "Focus areas"),
        ("nn", "{eintal: Oppgåve, fleirtal: Oppgåver, overskrift: Slik gjer vi det}", "Oppgaver", "Oppgåver", "Tasks"),
        ("nn", "[Veg, Vegar]", "Vegar", "Vegar", "Vegar"),
        ("nn", "{eintal: Veg, fleirtal: Vegar, nb: {entall: Vei, flertall: Veier}}", "Veier", "Vegar", "Vegar"),
        ("nb", "{entall: Vei, flertall: Veier, en: {entall: Road, flertall: Roads}}", "Veier", "Veier", "Roads"),
        ("se", "[Bargu, Barggut]", "Barggut", "Barggut", "Barggut"),
    ],
)
def test_a_plans_own_word_is_said_in_the_readers_language(spoken: str, written: str, nb: str, nn: str, en: str) -> None:
    program = workspace(f"{HEAD}språk: {spoken}\nbetegnelser: {{strategi: {written}}}\n{GOALS}").program
    found = [kind_words(program, "p", "strategi", translator(language))[1] for language in ("nb", "nn", "en")]
    assert found == [nb, nn, en]


def test_the_plans_own_heading_stays_as_it_is() -> None:
    own = "betegnelser: {strategi: {entall: Strategi, flertall: Strategiar, overskrift: Slik gjer vi det}}\n"
    program = workspace(f"{HEAD}språk: nn\n{own}{GOALS}").program
    assert list_heading(program, "p", "strategi", translator("nb")) == "Slik gjer vi det"


def test_levels_and_inner_kinds_are_said_in_the_readers_language_too() -> None:
    own = "betegnelser: {effektmål: Formål, virkemiddel: {entall: Tiltak, under: [Oppgave, Oppgaver]}}\n"
    inner = "virkemidler: [{id: v, tekst: V., virkemidler: [{id: w, tekst: W.}]}]"
    program = workspace(f"{HEAD}språk: nb\n{own}mål: [{{id: a, tittel: A, nivå: effektmål, {inner}}}]\n").program
    goal, inmost = program.nodes["p/a"], program.nodes["p/w"]
    assert level_words(program, goal, translator("nn")) == ("Føremål", "Føremål")
    assert level_words(program, goal, translator("en")) == ("Purpose", "Purposes")
    assert [called(program, inmost, translator(one)) for one in ("nb", "nn", "en")] == ["Oppgave", "Oppgåve", "Task"]


def test_a_level_without_a_word_of_the_plans_has_its_plural() -> None:
    program = workspace(f"{HEAD}språk: nb\nmål: [{{id: a, tittel: A, nivå: effektmål}}]\n").program
    words = level_words(program, program.nodes["p/a"], translator("en"))
    assert words == ("Outcome goal", "Outcome goals")


@pytest.mark.parametrize(
    ("language", "none", "most"),
    [
        ("nb", "Ingen strategier er knyttet til målet.", "Uten strategier: 1 av 2 mål."),
        ("nn", "Ingen strategiar er knytte til målet.", "Utan strategiar: 1 av 2 mål."),
        ("en", "No strategies are tied to the goal.", "Without strategies: 1 of 2 goals."),
    ],
)
def test_a_sentence_of_the_site_is_in_one_language(language: str, none: str, most: str) -> None:
    own = "betegnelser: {strategi: [Strategi, Strategiar]}\n"
    pages = site(workspace(f"{HEAD}språk: nn\n{own}{GOALS}").program, language, translator(language))
    text = " ".join(pages["p/index.html"].text.split())
    assert none in text and most in text


def test_what_is_called_in_a_message_is_the_plans_unless_a_language_is_asked_for() -> None:
    program = workspace(f"{HEAD}språk: nn\nbetegnelser: {{strategi: [Strategi, Strategiar]}}\n{GOALS}").program
    assert kind_phrase(program, "p", "strategi") == ("strategi", "strategiar")
    assert kind_phrase(program, "p", "strategi", translator("nb")) == ("strategi", "strategier")
    assert node_phrase(program, program.nodes["p/s"], translator("en"), first=True) == "Strategy «S.»"


def test_a_heading_in_the_plans_own_words_is_marked_with_its_language_and_a_known_word_is_not() -> None:
    own = "betegnelser: {strategi: {entall: Strategi, flertall: Strategiar, overskrift: Slik gjer vi det}}"
    program = workspace(f"{HEAD}språk: nn\n{own}\n{GOALS}").program
    heading = re.compile(r'class="list-heading"( lang="nn")?>Slik gjer vi det<')
    for language, marked in (("nb", ' lang="nn"'), ("nn", None)):
        html = site(program, language, translator(language))["p/a.html"].html
        found = heading.search(html)
        assert found is not None and found[1] == marked
    for written in ("[Tiltak, Tiltak]", "[Strategi, Strategiar]"):
        program = workspace(f"{HEAD}språk: nn\nbetegnelser: {{strategi: {written}}}\n{GOALS}").program
        assert 'class="list-heading" lang' not in site(program)["p/a.html"].html


def test_a_heading_of_the_plans_is_no_word_to_count_with() -> None:
    own = "betegnelser: {visjon: Visjonen vår}\nvisjoner: [{id: v, tittel: V}]\n"
    program = workspace(f"{HEAD}språk: nb\n{own}").program
    here = Here(program, Output("nb", BOKMAL), "p/index.html", "p")
    assert kinds_counted(here, ["p/v"]) == "1\N{NO-BREAK SPACE}visjon"


def test_what_is_the_plans_on_a_page_of_another_language_is_marked_with_its_own() -> None:
    """The list of what is on the page, and the reason for a UN goal, as all other words of a plan are."""
    long = "strategier: [{id: s, tittel: Strategien, tekst: Lang.}, {id: t, tittel: Den andre, tekst: Lang.}]"
    why = "bærekraftsmål: [{fn: 3, vekt: hoved, begrunnelse: God helse.}]"
    program = workspace(f"{HEAD}språk: nn\nmål: [{{id: a, tittel: A, {why}, {long}}}]\n").program
    for language, marked in (("nb", ' lang="nn"'), ("nn", "")):
        html = site(program, language, translator(language))["p/a.html"].html
        assert f'<a href="#s"{marked}>' in html
        assert ('<span lang="nn">God helse.</span>' in html) == bool(marked) and "God helse." in html
