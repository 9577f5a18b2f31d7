"""Sentences whose verbs look like nouns, and whose nouns look like verbs, are read so that each clause has its verb.

Keeps out: what drafts make of them (test_draft.py).
"""

import re

import pytest

from pipeline.note.drafting.readings import read
from pipeline.note.drafting.tagging import words_of
from tests.note.drafting.mixed_sentences import mixed
from tests.note.drafting.test_draft import BORLAND, SUBMITTED, draft

FINITE = re.compile("V.[ZBD]|VM0")


def finite(sentence: str) -> list[str]:
    """The words that are read as finite verbs."""
    return [word.text for word in read(sentence) if FINITE.fullmatch(word.tag)]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Boats are opened while harbour masters staff the control rooms.", ["are", "staff"]),
        ("The law covers the agencies that resource a hotline.", ["covers", "resource"]),
        ("The institute pilots projects where the Government collects records.", ["pilots", "collects"]),
        ("Port units exchange records so that one office can monitor routes.", ["exchange", "can"]),
        ("Although the Coast Guard schedules two exercises, we should design ropes.", ["schedules", "should"]),
        ("The list names a unit that will sentence smugglers.", ["names", "will"]),
        ("Customs needs to support pilots, and the office plans to publish notes.", ["needs", "plans"]),
        ("If the unit tests lamps, it has the ropes burned.", ["tests", "has"]),
        ("We publish lists since we have opened the port.", ["publish", "have"]),
        ("In Duna the pilots light the lamps.", ["light"]),
        ("Each year our agency hosts a seminar in which pilots from abroad take part.", ["hosts", "take"]),
        ("What we need is training.", ["need", "is"]),
        ("We hope it will help the pilots see the lamps.", ["hope", "will"]),
        ("They know how to train dogs.", ["know"]),
        ("The pilots said “we trade ropes” and lit the lamps.", ["said", "lit"]),
        ("Ropes free of charge are sent where necessary.", ["are"]),
    ],
)
def test_each_clause_has_its_verb(sentence, verbs):
    assert finite(sentence) == verbs


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("The General Directorate keeps pre-export notifications.", ["notifications"]),
        ("The courts have fined repeat offenders.", ["courts", "offenders"]),
        ("The pilots were told when the drug control unit handled test results.", ["pilots", "results"]),
    ],
)
def test_nouns_stay_nouns(sentence, nouns):
    assert [word.text for word in read(sentence) if word.tag == "NN2"] == nouns


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Lamps",
        "Training courses for port officers",
        "Joint patrols with Duna, support for pilots and control measures.",
        "The lamps are lit, and the pilots see them.",
        "Seizures: 14 lamps; ropes: none.",
        "(a) Lamps; (b) ropes.",
        "“We trade ropes.”",
    ],
)
def test_what_the_tagger_has_right_or_what_is_no_sentence_stays(sentence):
    assert read(sentence) == words_of(sentence)


def test_of_many_sentences_mixed_at_random_few_are_told_wrong_without_a_word():
    # bench/mixed_sentences.py has many more. Before sentences were read by clauses nine in a hundred were.
    wrong = 0
    for seed in range(400):
        text, told = mixed(seed)
        made = draft(text, BORLAND, 0, SUBMITTED)
        wrong += not made.doubts and re.fullmatch(told, made.text) is None
    assert wrong <= 14
