"""Printed labels found in paragraphs, in whatever case, spacing and punctuation. Keeps out: what belongs to them."""

import pytest

from pipeline.reading.form.labels import (
    find_label,
    heading,
    is_page_mark,
    keyword_label,
    loose_label,
)
from pipeline.reading.form.numbered import bare_label, numbered_label, recommendation_label
from pipeline.text.numerals import as_number


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("Name of country:", "country", ""),
        ("Name of country", "country", ""),
        ("NAME OF COUNTRY: Alba", "country", "Alba"),
        ("Name ofcountry: Alba", "country", "Alba"),
        ("Name # of № country: Alba", "country", "Alba"),
        ("Date of submıssıon: 20 May 2031", "submitted_on", "20 May 2031"),
        ("Date of ſubmission: 20 May 2031", "submitted_on", "20 May 2031"),
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
        ("Status ( ) Yes (X) No", "action", "( ) Yes (X) No"),
        ("Answer [ ] Yes [x] No", "comment", "[ ] Yes [x] No"),
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
        "Facilities: 4",
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


@pytest.mark.parametrize("text", ["Recommendation 1/b", "Rec. 1-b", "Recommendation 1 (b)", "Recommendation 1.b:"])
def test_a_label_may_have_the_number_of_its_issue(text):
    found = numbered_label("recommendation", text)
    assert (found.issue, found.label, found.rest) == (1, "b", "")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Issue 2, recommendation (b): Lit.", "Lit."),
        ("Issue II – Recommendation (b)", ""),
        ("Issue 2 (b): Lit.", "Lit."),
        ("Recommendation (b) under issue 2: Lit.", "Lit."),
        ("Recommendation (b) (Issue II) Lit.", "Lit."),
        ("Rec. (b) of the issue 2, lit.", "lit."),
        ("Recommandation b) du thème 2 : Lit.", "Lit."),
    ],
)
def test_the_issue_of_a_recommendation_may_stand_beside_it_in_words(text, rest):
    found = recommendation_label(text)
    assert (found.issue, found.label, found.rest) == (2, "b", rest)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Recommendation (b): Under issue 2 we lit the quay.", "Under issue 2 we lit the quay."),
        ("Recommendation (b). Issue 2 is closed.", "Issue 2 is closed."),
    ],
)
def test_an_issue_that_an_answer_speaks_of_is_none_of_its_label(text, rest):
    found = recommendation_label(text)
    assert (found.issue, found.label, found.rest) == (None, "b", rest)


@pytest.mark.parametrize("text", ["Issue 2", "Issue 2: Safety of small harbours", "Issue 2. Recommendations", "Lit."])
def test_the_heading_of_an_issue_is_no_label_of_a_recommendation(text):
    assert recommendation_label(text) is None


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
    ("text", "kind", "rest"),
    [
        ("Coments: We lit them.", "comment", "We lit them."),
        ("Any acton taken", "action", ""),
        ("Any acton taken YES NO", "action", "YES NO"),
        ("Adress: Pier 4", "contact_address", "Pier 4"),
        ("Name of contry:", "country", ""),
        ("Comments (max. 200 words):", "comment", ""),
        ("Any action taken by your Government since 2029? Yes", "action", "Yes"),
        ("Any action taken (Yes/No)", "action", "(Yes/No)"),
        ("Name of country\tAlba", "country", "Alba"),
        ("Nombre del país: Alba", "country", "Alba"),
        ("¿Se ha adoptado alguna medida? Sí No", "action", "Sí No"),
        ("Sírvase explicar:", "comment", ""),
        ("Nom du pays : Alba", "country", "Alba"),
        ("Mesures prises : oui", "action", "oui"),
        ("Veuillez préciser :", "comment", ""),
        ("Название страны: Альба", "country", "Альба"),
        ("Были ли приняты меры? Да", "action", "Да"),
        ("Комментарии:", "comment", ""),
        ("Any other comments:", "general", ""),
    ],
)
def test_labels_misspelt_explained_or_in_other_languages_are_found(text, kind, rest):
    found = find_label(text)
    assert (found.kind, found.rest) == (kind, rest)


@pytest.mark.parametrize(
    ("text", "issue", "label"),
    [
        ("Recommendation 1(a)", 1, "a"),
        ("Recommendation 1.a", 1, "a"),
        ("Rec. 2.3", 2, "3"),
        ("Recommendation No. 3", None, "3"),
        ("Recomendation (b)", None, "b"),
        ("Recomendación a)", None, "a"),
        ("Recommandation n° 2", None, "2"),
        ("Рекомендация 4", None, "4"),
    ],
)
def test_labels_of_recommendations_drift(text, issue, label):
    found = numbered_label("recommendation", text)
    assert (found.issue, found.label) == (issue, label)


@pytest.mark.parametrize(("text", "number"), [("Isue II", 2), ("Tema 3", 3), ("Thème I", 1), ("Вопрос II", 2)])
def test_labels_of_issues_drift(text, number):
    assert as_number(numbered_label("issue", text).label) == number


@pytest.mark.parametrize(
    ("text", "issue", "label"),
    [("(a)", None, "a"), ("a)", None, "a"), ("1.", None, "1"), ("12", None, "12"), ("1(a)", 1, "a"), ("2.b", 2, "b")],
)
def test_a_label_may_stand_without_its_word(text, issue, label):
    found = bare_label(text)
    assert (found.issue, found.label) == (issue, label)


@pytest.mark.parametrize("text", ["a", "2031", "(abc)", "No.", "1.2.3", "(a) Lamps."])
def test_other_short_texts_are_no_bare_label(text):
    assert bare_label(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("State or organization replying:", "country"),
        ("Responding country or organization: Alba", "country"),
        ("Completed on (dd/mm/yyyy): 12.05.2031", "submitted_on"),
        ("E-mail address of the officer: a@example.org", "contact_email"),
        ("Has any measure been adopted?", "action"),
        ("Please describe the action taken, with figures:", "comment"),
        ("Permission to publish this reply: YES NO", "consent"),
    ],
)
def test_a_label_in_no_list_is_told_by_its_words(text, kind):
    kinds = frozenset(("country", "submitted_on", "contact_email", "action", "comment", "consent"))
    assert keyword_label(text, kinds, False).kind == kind


@pytest.mark.parametrize(
    "text", ["We took action in 2030", "The country is large.", "In short: lamps", "x" * 200 + ": state"]
)
def test_what_is_not_shaped_like_a_label_is_none(text):
    assert keyword_label(text, frozenset(("country", "action")), False) is None


def test_a_field_may_have_its_value_behind_it_with_nothing_between():
    assert loose_label("Name of country Alba").rest == "Alba"
    assert loose_label("Country Alba") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recommendation", "recommendation"),
        ("Text of the recommendation", "recommendation"),
        ("No.", "no"),
        ("YES", "yes"),
        ("Action taken (Yes/No)", "action"),
        ("Details, including obstacles", "comment"),
        ("Comments", "comment"),
        ("We lit the lamps of all ports and of the school.", None),
        ("", None),
    ],
)
def test_headings_of_columns_are_told(text, kind):
    assert heading(text) == kind


@pytest.mark.parametrize("text", ["Page 2 of 5", "page 3", "- 4 -", "2 / 5", "Página 2 de 5", "Стр. 2 из 5", "Page __"])
def test_page_marks_are_told(text):
    assert is_page_mark(text)


@pytest.mark.parametrize("text", ["Page 2 of the law", "2031", "14 lamps", ""])
def test_other_lines_are_no_page_marks(text):
    assert not is_page_mark(text)
