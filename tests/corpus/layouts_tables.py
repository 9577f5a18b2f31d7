"""Forms made of tables: label and value rows, big matrices, merged cells, tables within tables.

Keeps out: forms of paragraphs (`layouts_lines.py`), of boxes (`layouts_fields.py`), worn and translated ones.
"""

from tests.corpus import wordml as x
from tests.corpus.form import GUIDANCE, ROMAN, Form
from tests.corpus.package import Document

BLANK = ("", "")
HALF = (4500, 4500)


def _heading(text: str, span: int) -> str:
    return x.row(x.cell(x.plain(text, "<w:b/>"), span, shade="D9E2F3"))


def _field(form: Form, label: str, value: str) -> str:
    return x.row(x.cell(x.plain(label)), x.cell(form.value(value)))


def cells(form: Form, doc: Document) -> None:
    """Label and value rows; YES and NO in their own cells; "Recommendation 1" begins again in each issue."""
    truth = form.truth
    doc.add(
        x.plain("Implementations of the recommendations", "<w:b/>"),
        x.plain("adopted by the Fifth Conference of Lighthouse and Ferry Authorities, held in Highbridge"),
        x.plain("QUESTIONNAIRE", "<w:b/>"),
    )
    rows = [_heading("Submission Information", 2)]
    rows += [_field(form, "Name of country:", truth.respondent), _field(form, "Date of submission:", truth.date)]
    rows += [_heading("Information for follow-up purposes", 2)]
    labels = ("Contact person", "Title and Organization", "Address", "Telephone", "Fax", "E-Mail")
    rows += [_field(form, label, value) for label, value in zip(labels, truth.contact.values(), strict=True)]
    yes, no = form.consent(in_cell=True)
    question = "May this questionnaire be posted as received on the website of the Conference?"
    rows += [_heading("Publishing on the website of the Conference", 2), x.row(x.cell(x.plain(question), 2))]
    rows += [x.row(x.cell(x.par(yes.runs), shade=yes.shade), x.cell(x.par(no.runs), shade=no.shade))]
    doc.add(x.table(rows, HALF), x.par(), x.plain("PLEASE RETURN THIS QUESTIONNAIRE (WORD VERSION) TO:"))
    doc.add(x.plain("Office of the Conference"), x.plain("E-mail: office@conference.example"))
    doc.add(x.plain("Guidance Note for completing the questionnaire on implementation of recommendations", "<w:b/>"))
    doc.add(*(x.plain(line, style="ListBullet") for line in GUIDANCE))
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}", "<w:b/>"), x.plain(title, "<w:b/>"))
        for key in keys:
            yes, no = form.action(key, in_cell=True)
            position = "abc".index(key[-1]) + 1
            rows = [x.row(x.cell(x.plain(f"Recommendation {position}")), x.cell(x.plain(form.text_of(key)), 2))]
            rows.append(
                x.row(
                    x.cell(x.plain("Any action taken")),
                    x.cell(x.par(yes.runs), shade=yes.shade),
                    x.cell(x.par(no.runs), shade=no.shade),
                )
            )
            rows.append(x.row(x.cell(x.plain("Comments:")), x.cell(form.ink.block(form.typed(key)), 2)))
            doc.add(x.table(rows, (3000, 3000, 3000)), x.par())
    rows = [x.row(x.cell(x.plain("General comments:")), x.cell(form.ink.block(truth.general)))]
    doc.add(x.table(rows, (3000, 6000)))


def _plain_front(form: Form, doc: Document) -> None:
    truth = form.truth
    doc.add(x.plain("Follow-up to recommendations: table of replies", style="Heading1"))
    rows = [_field(form, "State or organization replying", truth.respondent), _field(form, "Date", truth.date)]
    labels = ("Name of contact person", "Function", "Postal address", "Tel.", "Fax", "E-mail")
    rows += [_field(form, label, value) for label, value in zip(labels, truth.contact.values(), strict=True)]
    question = "Do you agree that this table is placed on the public website? (Yes/No)"
    rows.append(x.row(x.cell(x.plain(question)), x.cell(x.par(form.consent_line(" / ", ("Yes", "No"))))))
    doc.add(x.table(rows, (3500, 5500)), x.par())


def matrix_of_three(form: Form, doc: Document) -> None:
    """One big table: recommendation, action taken, comments; an issue is a row across."""
    _plain_front(form, doc)
    heads = ("Recommendation", "Action taken (Yes/No)", "Comments")
    rows = [x.row(*(x.cell(x.plain(head, "<w:b/>"), shade="D9D9D9") for head in heads), heading=True)]
    for number, title, keys in form.issues():
        rows.append(x.row(x.cell(x.plain(f"Issue {number}. {title}", "<w:i/>"), 3)))
        for key in keys:
            asked = x.cell(x.plain(f"({key[-1]}) {form.text_of(key)}"))
            choice = x.cell(x.par(form.action_line(key, " / ", ("Yes", "No"))))
            rows.append(x.row(asked, choice, x.cell(form.ink.block(form.typed(key)))))
    doc.add(x.table(rows, (3400, 1400, 4200)), x.par(), x.plain("General remarks:"))
    doc.add(form.ink.block(form.truth.general))


def matrix_of_four(form: Form, doc: Document) -> None:
    """One big table with a column of numbers; the statement on the whole is its last row."""
    _plain_front(form, doc)
    heads = ("No.", "Recommendation", "Measures taken? Yes or No", "Details, including obstacles")
    rows = [x.row(*(x.cell(x.plain(head, "<w:b/>")) for head in heads), heading=True)]
    count = 0
    for number, title, keys in form.issues():
        rows.append(x.row(x.cell(x.plain(f"{ROMAN[number]}. {title}", "<w:b/>"), 4, shade="EDEDED")))
        for key in keys:
            count += 1
            choice = x.par(form.action_line(key, "   ", ("Yes", "No")))
            details = form.ink.block(form.typed(key))
            rows.append(x.row(*map(x.cell, (x.plain(f"{count}."), x.plain(form.text_of(key)), choice, details))))
    rows.append(x.row(x.cell(x.plain("Any other comments"), 2), x.cell(form.ink.block(form.truth.general), 2)))
    doc.add(x.table(rows, (700, 3000, 1500, 3800)))


def columns(form: Form, doc: Document) -> None:
    """A matrix with a YES and a NO column under a joined head; only the sign stands in them."""
    truth = form.truth
    doc.add(x.plain("Conference of Lighthouse and Ferry Authorities"), x.plain("Matrix of implementation", "<w:b/>"))
    rows = [_field(form, "Submitted by (country):", truth.respondent), _field(form, "Submitted on:", truth.date)]
    labels = ("Contact person:", "Title and organization:", "Address:", "Telephone:", "Fax:", "Email:")
    rows += [_field(form, label, value) for label, value in zip(labels, truth.contact.values(), strict=True)]
    doc.add(x.table(rows, HALF), x.par())
    heads = ("Ref.", "Text of the recommendation", "Any action taken", "Please elaborate")
    bold = [x.plain(head, "<w:b/>") for head in heads]
    rows = [
        x.row(
            x.cell(bold[0], merge="restart"),
            x.cell(bold[1], merge="restart"),
            x.cell(bold[2], 2),
            x.cell(bold[3], merge="restart"),
        ),
        x.row(
            x.cell(merge="continue"),
            x.cell(merge="continue"),
            x.cell(x.plain("YES")),
            x.cell(x.plain("NO")),
            x.cell(merge="continue"),
        ),
    ]
    for number, title, keys in form.issues():
        rows.append(x.row(x.cell(x.plain(f"Issue {number}"), 1), x.cell(x.plain(title, "<w:b/>"), 4)))
        for key in keys:
            yes, no = form.action(key, BLANK)
            signs = (x.cell(x.par(yes.runs)), x.cell(x.par(no.runs)))
            label = f"{number} ({key[-1]})"
            text = x.cell(form.ink.block(form.typed(key)))
            rows.append(x.row(x.cell(x.plain(label)), x.cell(x.plain(form.text_of(key))), *signs, text))
    doc.add(x.table(rows, (800, 3200, 700, 700, 3600)), x.par())
    rows = [x.row(x.cell(x.plain("May the matrix be published?")), x.cell(x.plain("YES")), x.cell(x.plain("NO")))]
    yes, no = form.consent(BLANK)
    rows.append(x.row(x.cell(), x.cell(x.par(yes.runs)), x.cell(x.par(no.runs))))
    doc.add(x.table(rows, (5000, 2000, 2000)))


def merged(form: Form, doc: Document) -> None:
    """A table for each recommendation, its cells joined across; labels and answers share a cell."""
    truth = form.truth
    doc.add(x.plain("QUESTIONNAIRE ON THE IMPLEMENTATION OF RECOMMENDATIONS", "<w:b/>"))
    rows = [x.row(x.cell(form.ink.beside(x.run("Name of country:"), truth.respondent), 2))]
    rows.append(x.row(x.cell(form.ink.beside(x.run("Date of submission:"), truth.date), 2)))
    labels = ("Contact person:", "Title and Organization:", "Address:", "Telephone:", "Fax:", "E-mail:")
    block = [
        x.cell(form.ink.beside(x.run(label), text)) for label, text in zip(labels, truth.contact.values(), strict=True)
    ]
    rows += [x.row(left, right) for left, right in zip(block[::2], block[1::2], strict=True)]
    question = "The completed questionnaire may be posted on the website: "
    rows.append(x.row(x.cell(x.par(x.run(question) + form.consent_line()), 2)))
    doc.add(x.table(rows, HALF), x.par())
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}: {title}", style="Heading2"))
        for key in keys:
            joined = form.ink.beside(x.run("Comments:", "<w:i/>"), form.typed(key))
            choice = x.run("Any action taken?     ") + form.action_line(key)
            label = x.run(f"Recommendation ({key[-1]}): ", "<w:b/>")
            rows = [x.row(x.cell(x.par(label + x.run(form.text_of(key))), 2)), x.row(x.cell(x.par(choice), 2))]
            doc.add(x.table([*rows, x.row(x.cell(joined, 2))], HALF), x.par())


def nested(form: Form, doc: Document) -> None:
    """A table for each issue whose right-hand cells hold tables of their own."""
    truth = form.truth
    inner = [_field(form, "Country:", truth.respondent), _field(form, "Date of submission:", truth.date)]
    labels = ("Officer responsible:", "Title:", "Address:", "Telephone:", "Fax:", "E-mail:")
    people = [_field(form, label, value) for label, value in zip(labels, truth.contact.values(), strict=True)]
    doc.add(x.plain("Implementation of recommendations", style="Title"))
    small = (2000, 3500)
    doc.add(
        x.table(
            [
                x.row(x.cell(x.plain("A. Submission")), x.cell(x.table(inner, small))),
                x.row(x.cell(x.plain("B. Contact for follow-up")), x.cell(x.table(people, small))),
            ],
            (3000, 6000),
        )
    )
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {number}. {title}", "<w:b/>"))
        rows = []
        for key in keys:
            yes, no = form.action(key, ("Yes", "No"), in_cell=True)
            choice = x.row(
                x.cell(x.plain("Action taken:")),
                x.cell(x.par(yes.runs), shade=yes.shade),
                x.cell(x.par(no.runs), shade=no.shade),
            )
            text = x.row(x.cell(x.plain("Comments:")), x.cell(form.ink.block(form.typed(key)), 2))
            label = x.plain(f"Recommendation ({key[-1]})", "<w:b/>") + x.plain(form.text_of(key))
            rows.append(x.row(x.cell(label), x.cell(x.table([choice, text], (1500, 1500, 1500)))))
        doc.add(x.table(rows, (4300, 4700)))
    answer = x.row(x.cell(x.plain("Additional information (general):")), x.cell(form.ink.block(truth.general)))
    doc.add(x.par(), x.table([answer], (3000, 6000)))
