"""Words that are kept, removed and added: nothing is lost, and a sentence written anew is shown whole."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompiler.wordmarks import excerpt, marked, parted, pieces

WORDS = st.sampled_from(
    [
        "kommunen",
        "skal ",
        "bør ",
        "ikke",
        ",",
        ". ",
        "! A",
        "12,5 %",
        "§ 11-4",
        "«ny»",
        "\n",
        "\n\n- ",
        "  ",
        "Æ",
        "e-post ",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=60)


def sides(before: str, after: str) -> tuple[str, str]:
    runs = marked(before, after)
    old, new = ("".join(run.text for run in runs if run.kind in ("kept", own)) for own in ("removed", "added"))
    return old, new


@given(TEXTS, TEXTS)
def test_what_is_kept_and_removed_is_the_old_text_and_what_is_kept_and_added_the_new(before: str, after: str) -> None:
    assert sides(before, after) == (before, after)


@given(TEXTS, TEXTS)
def test_no_two_runs_of_a_kind_stand_beside_each_other_and_none_is_empty(before: str, after: str) -> None:
    runs = marked(before, after)
    assert all(one.kind != other.kind for one, other in pairwise(runs))
    assert all(run.text and "".join(parted(run.text)) == run.text for run in runs)


@given(TEXTS)
def test_a_text_that_is_as_it_was_has_nothing_marked(text: str) -> None:
    assert all(run.kind == "kept" for run in marked(text, text))


def shown(before: str, after: str) -> str:
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[run.kind].format(run.text) for run in marked(before, after))


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("Kommunen skal lage mat.", "Kommunen bør lage mat.", "Kommunen [-skal -]{+bør +}lage mat."),
        ("Utslippene går ned 55 %.", "Utslippene går ned 60,5 %.", "Utslippene går ned [-55 -]{+60,5 +}%."),
        ("Vi følger § 11-4 i loven.", "Vi følger § 11-5 i loven.", "Vi følger § [-11-4 -]{+11-5 +}i loven."),
        ("Alle skal med.", "Ikke alle skal med.", "[-Alle -]{+Ikke alle +}skal med."),
    ],
)
def test_words_are_marked_whole(before: str, after: str, says: str) -> None:
    assert shown(before, after) == says


def test_a_sentence_written_anew_is_shown_whole_between_those_that_are_not() -> None:
    first, last = "Kommunen skal lage en plan. ", "Jf. Meld. St. 15 om dette."
    before = first + "Den skal være ferdig i 2020. " + last
    after = first + "Kommunestyret vedtar hvert år et helt annet budsjett for skolene. " + last
    gone, new = "Den skal være ferdig i 2020. ", "Kommunestyret vedtar hvert år et helt annet budsjett for skolene. "
    assert shown(before, after) == f"{first}[-{gone}-]{{+{new}+}}{last}"


def test_a_new_sentence_leaves_its_neighbours_alone() -> None:
    assert shown("En skole. To skoler.", "En skole. Ingen barnehage. To skoler.") == (
        "En skole. {+Ingen barnehage. +}To skoler."
    )


def test_an_excerpt_keeps_what_is_changed_and_its_neighbours() -> None:
    kept = " ".join(f"Setning {number} står her." for number in range(20))
    runs = excerpt(marked(f"Vi skal. {kept} Slutt.", f"Vi bør. {kept} Ende."))
    text = "".join(run.text for run in runs)
    assert "skal" in text and "bør" in text and "Ende" in text and " … " in text
    assert "Setning 0" in text and "Setning 19" in text and "Setning 10" not in text


@pytest.mark.parametrize("sentence", [14, 100_000])
@pytest.mark.parametrize("share", [0, 10, 2, 1])
def test_three_thousand_words_do_not_take_the_square(sentence: int, share: int) -> None:
    chance = random.Random(1)
    words = [f"ord{number}" for number in range(800)] + ["og", "i", "skal", "til"] * 60
    old = [chance.choice(words) + ("." if number % sentence == sentence - 1 else "") for number in range(3000)]
    new = list(old)
    for place in chance.sample(range(3000), 3000 // share if share else 3):
        new[place] = chance.choice(words)
    start = time.process_time()
    marked(" ".join(old), " ".join(new))
    assert time.process_time() - start < 8, "0.1 s where this was written; the figure itself is in bench/"


@pytest.mark.parametrize("piece", ["a ", "A. ", "[ ", "a b ", "1.", "\n", "- a\n", "« "])
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    start = time.process_time()
    marked(piece * 20_000 + "x", piece * 19_000 + "y" + piece * 500)
    assert time.process_time() - start < 12


@pytest.mark.parametrize(
    ("before", "after", "heard"),
    [
        ("Arbeid", "Arbeid og vekst", "Arbeid +og vekst"),
        ("Flere læreplasser.", "Flere læreplasser i kommunen.", "Flere læreplasser +i kommunen."),
        ("Arbeid", "Arbeid, vekst", "Arbeid +, vekst"),
        ("Bygge.", "Rive.", "-Bygge +Rive."),
        ("Bygge hus nå.", "Bygge nå.", "Bygge -hus nå."),
    ],
)
def test_what_is_said_of_a_mark_never_runs_into_the_word_before(before: str, after: str, heard: str) -> None:
    signs = {"kept": "", "removed": "-", "added": "+"}
    found = pieces(marked(before, after))
    said = (
        f"{one.lead}{one.hidden if signs[one.kind] else ''}{signs[one.kind]}{one.words}{one.space}" for one in found
    )
    assert "".join(said) == heard


@given(st.text("ab ,.\n", max_size=30), st.text("ab ,.\n", max_size=30))
def test_before_every_mark_is_a_space(before: str, after: str) -> None:
    said = ""
    for one in pieces(marked(before, after)):
        said += one.lead
        if one.kind != "kept":
            said += one.hidden
            assert not said or said[-1].isspace()
            assert one.words == one.words.strip() != ""
        said += one.words + one.space
