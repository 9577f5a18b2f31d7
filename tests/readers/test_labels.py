"""Printed labels found in paragraphs, in whatever case, spacing and punctuation. Keeps out: what belongs to them."""

import pytest

from pipeline.readers.labels import as_number, find_label, likeness, numbered_label, words_of


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("Name of country:", "country", ""),
        ("Name of country", "country", ""),
        ("NAME OF COUNTRY: Alba", "country", "Alba"),
        ("Name ofcountry: Alba", "country", "Alba"),
        ("Report of the Government of: Alba", "country", "Alba"),
        ("Member State: Alba", "country", "Alba"),
        ("Date of submission:20 May 2031", "submitted_on", "20 May 2031"),
        ("Date ofsubmission", "submitted_on", ""),
        ("Completed on: 20/05/2031", "submitted_on", "20/05/2031"),
        ("Contact person", "contact_name", ""),
        ("Title and Organization", "contact_title", ""),
        ("Title and organisation: Harbour master", "contact_title", "Harbour master"),
        ("Address: Pier 4, Albaville", "contact_address", "Pier 4, Albaville"),
        ("Telephone:", "contact_telephone", ""),
        ("E-Mail:", "contact_email", ""),
        ("Email: mara@example.org", "contact_email", "mara@example.org"),
        ("e‑mail", "contact_email", ""),
        ("Publishing on the UNODC website", "consent", ""),
        ("PLEASE RETURN THIS QUESTIONNAIRE (WORD VERSION) TO:", "return", "TO:"),
        ("Guidance Note for completing the questionnaire", "guidance", "for completing the questionnaire"),
        ("Any action taken?", "action", ""),
        ("Any action taken YES NO", "action", "YES NO"),
        ("Any additional action taken: Yes / No", "action", "Yes / No"),
        ("Any action taken ☒ YES ☐ NO", "action", "☒ YES ☐ NO"),
        ("Comments:", "comment", ""),
        ("Comments: We lit the lamps.", "comment", "We lit the lamps."),
        ("Please elaborate:.........", "comment", ""),
        ("Please elaborate…", "comment", ""),
        ("If yes, please elaborate: We lit them.", "comment", "We lit them."),
        ("General comments: none", "general", "none"),
        ("GENERAL STATEMENT", "general", ""),
    ],
)
def test_a_label_is_found_with_the_text_behind_it(text, kind, rest):
    found = find_label(text)
    assert (found.kind, found.rest) == (kind, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "....",
        "Alba",
        "Country roads were lit.",
        "Comments from all ports were collected.",
        "Address books were printed.",
        "Details of the lamps are kept in Albaville.",
        "Titles of the charts follow.",
        "Dates of the tides are printed.",
        "Commentary: lamps",
        "We have comments: none",
        "General comments were made at the meeting",
        "Facsimile: 4",
    ],
)
def test_an_ordinary_sentence_is_no_label(text):
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("Recommendation (a)", "a", ""),
        ("Recommendation 1", "1", ""),
        ("RECOMMENDATION A:", "a", ""),
        ("Recommendation a)", "a", ""),
        ("Recommendation1", "1", ""),
        ("Recommendation (b): Ports should be lit.", "b", "Ports should be lit."),
        ("Recommendation 12 – Ports should be lit.", "12", "Ports should be lit."),
        ("Recommendation (iv)", "iv", ""),
        ("Recommendation (ab)", "ab", ""),
        ("  Recommendation\u00a02.", "2", ""),
    ],
)
def test_the_label_of_a_recommendation_is_found_with_the_text_behind_it(text, label, rest):
    found = numbered_label("recommendation", text)
    assert (found.issue, found.label, found.rest) == (None, label, rest)


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("Issue I", "i", ""),
        ("ISSUE II: Safety of small harbours", "ii", "Safety of small harbours"),
        ("Issue 1. Safety of small harbours", "1", "Safety of small harbours"),
        ("Issue IV – Cargo", "iv", "Cargo"),
    ],
)
def test_the_number_of_an_issue_is_found_with_the_title_behind_it(text, label, rest):
    found = numbered_label("issue", text)
    assert (found.label, found.rest) == (label, rest)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("recommendation", "Recommendations"),
        ("recommendation", "Recommendations:"),
        ("recommendation", "Recommendations adopted by the meeting"),
        ("recommendation", "Recommendation"),
        ("recommendation", "Recommendation text"),
        ("recommendation", "The recommendation (a)"),
        ("issue", "Issues"),
        ("issue", "Issue"),
        ("issue", "Issued 2"),
        ("issue", "Recommendation (a)"),
    ],
)
def test_a_word_alone_or_in_the_plural_is_no_numbered_label(kind, text):
    assert numbered_label(kind, text) is None


@pytest.mark.parametrize(
    ("label", "number"),
    [("1", 1), ("12", 12), ("i", 1), ("ii", 2), ("iv", 4), ("v", 5), ("ix", 9), ("xiv", 14), ("xl", 40), ("lix", 59)],
)
def test_arabic_and_roman_numbers_are_read(label, number):
    assert as_number(label) == number


@pytest.mark.parametrize("label", ["a", "s", "is", "xa"])
def test_other_letters_are_no_number(label):
    assert as_number(label) is None


def test_words_are_compared_without_case_order_and_punctuation():
    assert words_of("Light EVERY lamp, every night!") == {"light", "every", "lamp", "night"}
    assert likeness(words_of("Light the lamps."), words_of("the lamps: light")) == 1


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("light the lamps", "light the pier", 2 / 3),
        ("light", "light the lamps", 1 / 3),
        ("light", "pier", 0),
        ("", "", 0),
    ],
)
def test_likeness_is_the_share_of_words_in_common(one, other, share):
    assert likeness(words_of(one), words_of(other)) == pytest.approx(share)
    assert likeness(words_of(other), words_of(one)) == pytest.approx(share)
