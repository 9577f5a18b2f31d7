"""Forms made of paragraphs: dotted lines, values after a tab, bare numbers, or no labels at all.

Keeps out: forms of tables (`layouts_tables.py`), of fields and boxes (`layouts_fields.py`), worn and translated ones.
"""

from collections.abc import Callable

from tests.corpus import wordml as x
from tests.corpus.form import DOTS, GUIDANCE, ROMAN, Form
from tests.corpus.package import LETTERED, Document


def dots(form: Form, doc: Document) -> None:
    """Labels without colons, values in lines of dots; "Yes / No" below its question; no question on publication."""
    truth = form.truth
    doc.add(
        x.plain(
            "QUESTIONNAIRE ON THE IMPLEMENTATION OF THE RECOMMENDATIONS ADOPTED BY THE FIFTH CONFERENCE OF LIGHTHOUSE "
            "AND FERRY AUTHORITIES, HELD IN HIGHBRIDGE, 8 TO 11 OCTOBER 2029"
        ),
        x.plain("Submission information"),
    )
    for label, value in (("Name of country", truth.respondent), ("Date of submission", truth.date)):
        doc.add(x.plain(label), *(x.plain(line) for line in form.on_dots(value).split("\n")))
    doc.add(x.plain("Information for follow-up purposes"))
    labels = ("Contact person", "Title and Organization", "Address", "Telephone", "Fax", "E-mail")
    for label, value in zip(labels, truth.contact.values(), strict=True):
        doc.add(x.plain(label), *(x.plain(line) for line in form.on_dots(value).split("\n")))
    doc.add(x.plain("PLEASE RETURN THIS QUESTIONNAIRE TO:"), x.plain("Office of the Conference, P.O. Box 9, Portavel"))
    doc.add(x.plain("Fax: +99 4 555 0100"), x.plain("E-mail: office@conference.example"))
    doc.add(x.plain("by 30 May2031"), *(x.plain(line, style="ListBullet") for line in GUIDANCE))
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}"), x.plain(title))
        for key in keys:
            doc.add(x.plain(f"Recommendation ({key[-1]})"), x.plain(form.text_of(key)))
            doc.add(x.plain("Any action taken?"), x.par(form.action_line(key, " / ", ("Yes", "No"))))
            _elaborate(form, doc, form.typed(key))
    doc.add(x.plain("General comments"))
    _on_lines(form, doc, form.truth.general)


def _elaborate(form: Form, doc: Document, text: str) -> None:
    doc.add(x.plain("Please elaborate:" + ("" if text else DOTS)))
    _on_lines(form, doc, text)


def _on_lines(form: Form, doc: Document, text: str) -> None:
    """An answer over rows of dots: some of the dots are left before and behind it."""
    if text and "over_dots" in form.ink.quirks:
        lines = [x.par(line.runs, line.style) for line in form.ink.lines(text)]
        lines[0] = lines[0].replace("<w:r>", x.run("......") + "<w:r>", 1)
        lines[-1] = lines[-1].removesuffix("</w:p>") + x.run("....................") + "</w:p>"
        doc.add(*lines)
    elif text:
        doc.add(form.ink.block(text))
    doc.add(x.plain(DOTS), x.plain(DOTS))


def tabbed(form: Form, doc: Document) -> None:
    """Labels without colons and the value behind a tab; the letters of recommendations are Word's own numbers."""
    truth = form.truth
    doc.add(x.plain("Questionnaire", style="Title"))
    labels = ("Contact person", "Title and organization", "Address", "Telephone", "Fax", "E-mail")
    values = zip(labels, truth.contact.values(), strict=True)
    for label, value in (("Name of country", truth.respondent), ("Date of submission", truth.date), *values):
        doc.add(form.ink.beside(x.run(label), value, "\t") if value else x.plain(label + "\t"))
    doc.add(x.par(x.run("Publication on the website\t") + form.consent_line("\t\t")))
    for number, title, keys in form.issues():
        doc.add(x.par(), x.plain(f"Issue {number}\t{title}", "<w:b/>"))
        # Word counts its own list, so a recommendation may not be missing from this layout.
        for key in keys:
            doc.add(x.par(x.run(form.text_of(key), "<w:i/>"), numbered=LETTERED + number))
            doc.add(x.par(x.run("Any action taken\t") + form.action_line(key, "\t\t")))
            doc.add(form.ink.beside(x.run("Comments"), form.typed(key), "\t"))
    doc.add(x.par(), form.ink.beside(x.run("General comments"), truth.general, "\t"))


def unlabelled(form: Form, doc: Document) -> None:
    """Nothing but the text of each recommendation in bold, a line to mark and lines for the answer."""
    truth = form.truth
    doc.add(x.plain("Conference of Lighthouse and Ferry Authorities", style="Title"))
    doc.add(form.ink.beside(x.run("Reply of:"), truth.respondent), form.ink.beside(x.run("Date:"), truth.date))
    for label, value in (("Contact:", truth.contact["name"]), ("E-mail:", truth.contact["email"])):
        doc.add(form.ink.beside(x.run(label), value))
    for _, _, keys in form.issues():
        for key in keys:
            doc.add(x.par(), x.plain(form.text_of(key), "<w:b/>"))
            doc.add(x.par(form.action_line(key)), form.ink.block(form.typed(key)))


def _front(form: Form, doc: Document) -> None:
    truth = form.truth
    doc.add(x.plain("Survey on the recommendations of the Fifth Conference", style="Heading1"))
    labels = ("Responding country or organization:", "Completed on (dd/mm/yyyy):", "Completed by:", "Position:")
    values = (truth.respondent, truth.date, truth.contact["name"], truth.contact["title"])
    for label, value in zip(labels, values, strict=True):
        doc.add(form.ink.beside(x.run(label, "<w:b/>"), value))
    for label, key in (("Telephone:", "telephone"), ("E-mail:", "email")):
        doc.add(form.ink.beside(x.run(label, "<w:b/>"), truth.contact[key]))
    doc.add(x.par(x.run("Permission to publish this reply:     ") + form.consent_line()))


def _back(form: Form, doc: Document) -> None:
    doc.add(form.ink.beside(x.run("Any other comments:", "<w:b/>"), form.truth.general))


def running(form: Form, doc: Document) -> None:
    """Recommendation 1 to Recommendation 8, numbered on over the issues."""
    _front(form, doc)
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}. {title}", style="Heading2"))
        for key in keys:
            doc.add(x.plain(f"Recommendation {_position(key)}", "<w:b/>"), x.plain(form.text_of(key)))
            doc.add(x.par(x.run("Any action taken?     ") + form.action_line(key)), x.plain("Comments:"))
            doc.add(form.ink.block(form.typed(key)))
    _back(form, doc)


def _small_table(form: Form, key: str, labels: tuple[str, str]) -> str:
    choice = x.row(x.cell(x.plain(labels[0])), x.cell(x.par(form.action_line(key))))
    text = x.row(x.cell(x.plain(labels[1])), x.cell(form.ink.block(form.typed(key))))
    return x.table([choice, text], (2500, 6500))


def letters(form: Form, doc: Document) -> None:
    """A bare "(a)" before each recommendation, beginning again in each issue; answers in a small table."""
    _front(form, doc)
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {number}: {title}", "<w:b/>"))
        for key in keys:
            doc.add(x.plain(f"({key[-1]}) {form.text_of(key)}"))
            doc.add(_small_table(form, key, ("Action taken:", "Comments:")), x.par())
    _back(form, doc)


def numerals(form: Form, doc: Document) -> None:
    """Issues "I.", "II.", recommendations "1.", "2." beginning again, all in paragraphs."""
    _front(form, doc)
    for number, title, keys in form.issues():
        doc.add(x.plain(f"{ROMAN[number]}. {title}", "<w:b/><w:caps/>"))
        for key in keys:
            position = "abc".index(key[-1]) + 1
            doc.add(x.plain(f"{position}.\t{form.text_of(key)}"))
            doc.add(x.par(x.run("Action taken:     ") + form.action_line(key)))
            doc.add(form.ink.beside(x.run("Details:", "<w:i/>"), form.typed(key)))
    _back(form, doc)


def _combined(write_label: Callable[[str], str]) -> Callable[[Form, Document], None]:
    def write(form: Form, doc: Document) -> None:
        _front(form, doc)
        for _, _, keys in form.issues():
            for key in keys:
                doc.add(x.par(x.run(f"{write_label(key)} ", "<w:b/>") + x.run(form.text_of(key))))
                doc.add(_small_table(form, key, ("Has action been taken?", "If yes, please describe:")), x.par())
        _back(form, doc)

    return write


# No headings of issues: the label alone says which issue is meant.
combined_bracket = _combined(lambda key: f"{key[0]}({key[-1]})")
combined_point = _combined(lambda key: key)


def _position(key: str) -> int:
    return ("1.a", "1.b", "1.c", "2.a", "2.b", "3.a", "3.b", "3.c").index(key) + 1
