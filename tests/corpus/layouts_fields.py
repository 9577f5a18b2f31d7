"""Forms made of boxes to fill: framed cells, floating text boxes, content controls, legacy form fields.

Keeps out: plain tables (`layouts_tables.py`) and plain paragraphs (`layouts_lines.py`).
"""

from tests.corpus import wordml as x
from tests.corpus.content import CONTACT
from tests.corpus.form import ROMAN, Form
from tests.corpus.package import Document

WIDE = (9000,)
EMPTY = "Click or tap here to enter text."


def _box(paragraphs: str) -> str:
    return x.table([x.row(x.cell(paragraphs))], WIDE)


def boxes(form: Form, doc: Document) -> None:
    """Questions as paragraphs, each followed by a framed box of one cell."""
    truth = form.truth
    doc.add(x.plain("Questionnaire on lights and ferries", style="Heading1"))
    doc.add(x.plain("Name of the country or organization:"), _box(form.value(truth.respondent)))
    doc.add(x.plain("Date of submission:"), _box(form.value(truth.date)))
    doc.add(x.plain("Contact person (name):"), _box(form.value(truth.contact["name"])))
    doc.add(x.plain("Title and organization:"), _box(form.value(truth.contact["title"])))
    doc.add(x.plain("E-mail address:"), _box(form.value(truth.contact["email"])))
    doc.add(x.plain("May the reply be published on the website?"), _box(x.par(form.consent_line())))
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}", style="Heading2"), x.plain(title, style="Heading2"))
        for key in keys:
            doc.add(x.par(x.run(f"Recommendation ({key[-1]}). ", "<w:b/>") + x.run(form.text_of(key))))
            doc.add(x.plain("Has any action been taken?"), _box(x.par(form.action_line(key))))
            doc.add(x.plain("Please describe the action taken, with figures:"))
            doc.add(_box(form.ink.block(form.typed(key))))
    doc.add(x.plain("Do you wish to add anything of a general nature?"), _box(form.ink.block(truth.general)))


def _float(form: Form, text: str) -> str:
    height = 300_000 + 200_000 * sum(1 + len(line) // 85 for line in text.split("\n"))
    return x.text_box(form.ink.block(text), form.next_box(), height)


def text_boxes(form: Form, doc: Document) -> None:
    """Country, date and answers in floating text boxes; the choices and the contact stand in the text."""
    truth = form.truth
    doc.add(x.plain("QUESTIONNAIRE", style="Title"), x.plain("Name of country:"), _float(form, truth.respondent))
    doc.add(x.plain("Date of submission:"), _float(form, truth.date))
    labels = ("Contact person:", "Title and Organization:", "Address:", "Telephone:", "Fax:", "E-mail:")
    for label, value in zip(labels, truth.contact.values(), strict=True):
        doc.add(form.ink.beside(x.run(label), value))
    doc.add(x.plain("May this form be posted on the website as received?"), x.par(form.consent_line()))
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}. {title}", "<w:b/>"))
        for key in keys:
            doc.add(x.plain(f"Recommendation ({key[-1]})", "<w:b/>"), x.plain(form.text_of(key)))
            doc.add(x.par(x.run("Any action taken?     ") + form.action_line(key)), x.plain("Comments:"))
            doc.add(_float(form, form.typed(key)))
    doc.add(x.plain("General comments:"), _float(form, truth.general))


def controls(form: Form, doc: Document) -> None:
    """Content controls on runs, paragraphs and cells; an empty one shows its grey words."""
    truth = form.truth
    doc.add(x.plain("Questionnaire on the implementation of recommendations", style="Heading1"))
    doc.add(x.par(x.run("Name of country: ") + _control(form, "Country", truth.respondent)))
    shown = x.run(truth.date) if truth.date else x.placeholder("Click or tap to enter a date.")
    kind = '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/></w:date>'
    doc.add(x.par(x.run("Date of submission: ") + x.control(shown, "Date", not truth.date, kind)))
    labels = ("Contact person", "Title and Organization", "Address", "Telephone", "Fax", "E-mail")
    rows = []
    for label, value in zip(labels, truth.contact.values(), strict=True):
        filled = form.value(value) if value else x.par(x.placeholder(EMPTY))
        rows.append(x.row(x.cell(x.plain(label)), x.control(x.cell(filled), label, not value)))
    doc.add(x.table(rows, (3000, 6000)), x.par())
    doc.add(x.par(x.run("Publication on the website:     ") + form.consent_line()))
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {number}. {title}", style="Heading2"))
        for key in keys:
            doc.add(x.par(x.run(f"Recommendation ({key[-1]}) ", "<w:b/>") + x.run(form.text_of(key))))
            doc.add(x.par(x.run("Any action taken:     ") + form.action_line(key)), x.plain("Comments:"))
            text = form.typed(key)
            filled = form.ink.block(text) if text else x.par(x.placeholder(EMPTY))
            doc.add(x.control(filled, f"Comments {key}", not text))
    filled = form.ink.block(truth.general) if truth.general else x.par(x.placeholder(EMPTY))
    doc.add(x.plain("General comments:"), x.control(filled, "General", not truth.general))


def _control(form: Form, title: str, value: str) -> str:
    runs = x.run("\v").join(form.value_runs(value)) if value else x.placeholder(EMPTY)
    return x.control(runs, title, not value)


def legacy(form: Form, doc: Document) -> None:
    """Grey form fields of old Word; an empty one holds five wide spaces, a long one runs over several paragraphs."""
    truth = form.truth
    doc.add(x.plain("QUESTIONNAIRE", "<w:b/>"))
    rows = [_field_row("Name of country:", form.value_runs(truth.respondent))]
    rows.append(_field_row("Date of submission:", [x.run(truth.date)] if truth.date else []))
    labels = ("Contact person", "Title and Organization", "Address", "Telephone", "Fax", "E-Mail")
    for label, key in zip(labels, CONTACT, strict=True):
        value = truth.contact[key]
        rows.append(_field_row(label, [x.run(line) for line in value.split("\n")] if value else []))
    doc.add(x.table(rows, (3000, 6000)), x.par())
    doc.add(x.par(x.run("May this form be posted on the website?     ") + form.consent_line()))
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}", "<w:b/>"), x.plain(title, "<w:b/>"))
        for key in keys:
            doc.add(x.plain(f"Recommendation ({key[-1]})", "<w:b/>"), x.plain(form.text_of(key)))
            doc.add(x.par(x.run("Any action taken     ") + form.action_line(key)))
            lines = form.ink.lines(form.typed(key))
            fields = x.text_field([line.runs for line in lines])
            styles = [line.style for line in lines] or [""]
            doc.add(x.plain("Comments:"), *map(x.par, fields, styles))


def _field_row(label: str, lines: list[str]) -> str:
    return x.row(x.cell(x.plain(label)), x.cell("".join(map(x.par, x.text_field(lines)))))
