"""Forms that have drifted: translated, with letterheads and page marks, with worn texts and misspelt labels.

Keeps out: forms in order (`layouts_tables.py`, `layouts_lines.py`, `layouts_fields.py`).
"""

from tests.corpus import wordml as x
from tests.corpus.form import GUIDANCE, ROMAN, Form
from tests.corpus.package import Document
from tests.corpus.quirks import wear

PRINTED = {
    "es": {
        "title": "Cuestionario sobre la aplicación de las recomendaciones",
        "front": "Información sobre la presentación",
        "country": "Nombre del país:",
        "date": "Fecha de presentación:",
        "contact": (
            "Persona de contacto",
            "Cargo y organización",
            "Dirección",
            "Teléfono",
            "Fax",
            "Correo electrónico",
        ),
        "consent": "¿Puede publicarse el presente cuestionario en el sitio web tal como se ha recibido?",
        "issue": "Cuestión",
        "recommendation": "Recomendación {letter})",
        "action": "¿Se ha adoptado alguna medida?",
        "comments": "Observaciones:",
        "general": "Observaciones generales:",
        "words": ("Sí", "No"),
    },
    "fr": {
        "title": "Questionnaire sur l’application des recommandations",
        "front": "Renseignements sur la réponse",
        "country": "Nom du pays :",
        "date": "Date de la réponse :",
        "contact": (
            "Personne à contacter",
            "Titre et organisation",
            "Adresse",
            "Téléphone",
            "Télécopie",
            "Courriel",
        ),
        "consent": "Le présent questionnaire peut-il être affiché sur le site Web tel quel ?",
        "issue": "Thème",
        "recommendation": "Recommandation {letter})",
        "action": "Des mesures ont-elles été prises ?",
        "comments": "Observations :",
        "general": "Observations générales :",
        "words": ("Oui", "Non"),
    },
    "ru": {
        "title": "Вопросник об осуществлении рекомендаций",
        "front": "Сведения о представлении",
        "country": "Название страны:",
        "date": "Дата представления:",
        "contact": (
            "Контактное лицо",
            "Должность и организация",
            "Адрес",
            "Телефон",
            "Факс",
            "Эл. почта",
        ),
        "consent": "Может ли вопросник быть размещен на веб-сайте в полученном виде?",
        "issue": "Вопрос",
        "recommendation": "Рекомендация {letter})",
        "action": "Были ли приняты какие-либо меры?",
        "comments": "Комментарии:",
        "general": "Общие замечания:",
        "words": ("Да", "Нет"),
    },
}


def translated(form: Form, doc: Document) -> None:
    """The form in Spanish, French or Russian: a table to begin with, then a small table for each recommendation."""
    printed, truth = PRINTED[form.language], form.truth
    doc.add(x.plain(printed["title"], style="Heading1"), x.plain(printed["front"], "<w:b/>"))
    values = zip(printed["contact"], truth.contact.values(), strict=True)
    rows = [
        x.row(x.cell(x.plain(label)), x.cell(form.value(value)))
        for label, value in ((printed["country"], truth.respondent), (printed["date"], truth.date), *values)
    ]
    doc.add(x.table(rows, (3500, 5500)), x.par(), x.plain(printed["consent"]))
    doc.add(x.par(form.consent_line(words=printed["words"])))
    for number, title, keys in form.issues():
        doc.add(x.plain(f"{printed['issue']} {ROMAN[number]}. {title}", "<w:b/>"))
        for key in keys:
            doc.add(x.plain(printed["recommendation"].format(letter=key[-1]), "<w:b/>"), x.plain(form.text_of(key)))
            yes, no = form.action(key, printed["words"], in_cell=True)
            sides = (x.cell(x.par(side.runs), shade=side.shade) for side in (yes, no))
            doc.add(x.table([x.row(x.cell(x.plain(printed["action"])), *sides)], (5000, 2000, 2000)))
            doc.add(x.plain(printed["comments"]), form.ink.block(form.typed(key)))
    doc.add(x.plain(printed["general"]), form.ink.block(truth.general))


def letterhead(form: Form, doc: Document) -> None:
    """A header, a footer and page marks in the text, guidance in the middle, the return address at the very end."""
    truth = form.truth
    doc.header = "Ministry of the Sea – Department of International Relations – Ref. 114/2031"
    doc.footer = "Reply to the questionnaire of the Conference – for official use"
    doc.add(x.plain("Implementation of the recommendations", style="Heading1"))
    labels = ("Contact person:", "Title and Organization:", "Address:", "Telephone:", "Fax:", "E-mail:")
    values = zip(labels, truth.contact.values(), strict=True)
    for label, value in (("Name of country:", truth.respondent), ("Date of submission:", truth.date), *values):
        doc.add(form.ink.beside(x.run(label, "<w:b/>"), value))
    doc.add(x.par(x.run("Publishing on the website (as received):     ") + form.consent_line()))
    page = 1
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Issue {ROMAN[number]}", "<w:b/>"), x.plain(title, "<w:b/>"))
        for key in keys:
            choice = x.row(x.cell(x.plain("Any action taken")), x.cell(x.par(form.action_line(key))))
            text = x.row(x.cell(x.plain("Comments:")), x.cell(form.ink.block(form.typed(key))))
            doc.add(x.plain(f"Recommendation ({key[-1]})"), x.plain(form.text_of(key)))
            doc.add(x.table([choice, text], (2500, 6500)))
            if key[-1] == "b":
                page += 1
                doc.add(x.plain(f"Page {page} of 5" if number < 3 else f"- {page} -"))
        if number == 1:
            doc.add(x.plain("Guidance note for completing the questionnaire:", "<w:i/>"))
            doc.add(*(x.plain(line, style="ListBullet") for line in GUIDANCE))
    doc.add(x.plain("PLEASE RETURN THIS QUESTIONNAIRE TO:"), x.plain("Office of the Conference"))
    doc.add(x.plain("Pier 4, P.O. Box 9, Portavel"), x.plain("Fax: +99 4 555 0100"))
    doc.add(x.plain("E-mail: office@conference.example"), x.plain("Page 5 of 5"))


def worn(form: Form, doc: Document) -> None:
    """Recommendations cut short, glued together, reworded or in capitals, in tables of two columns."""
    truth = form.truth
    doc.add(x.plain("implementation of recomendations - reply", "<w:b/>"))
    rows = [("COUNTRY", truth.respondent), ("DATE OF SUBMISSION", truth.date)]
    labels = ("CONTACT PERSON", "TITLE AND ORGANIZATION", "ADDRESS", "TELEPHONE", "FAX", "E-MAIL")
    rows += zip(labels, truth.contact.values(), strict=True)
    filled = [x.row(x.cell(x.plain(label)), x.cell(form.value(value))) for label, value in rows]
    question = x.cell(x.plain("CAN THIS FORM BE POSTED ON THE WEBSITE?"))
    filled.append(x.row(question, x.cell(x.par(form.consent_line(" / ")))))
    doc.add(x.table(filled, (3500, 5500)), x.par())
    turn = form.rng.randrange(5)
    for number, title, keys in form.issues():
        doc.add(x.plain(f"ISSUE {ROMAN[number]} - {title.upper()}", "<w:b/>"))
        for position, key in enumerate(keys, start=1):
            turn += 1
            label = x.run(f"Recommendation{position if turn % 2 else f' {position}'}", "<w:b/>")
            rows = [x.row(x.cell(x.par(label)), x.cell(x.plain(wear(form.text_of(key), turn))))]
            rows.append(x.row(x.cell(x.plain("ANY ACTION TAKEN")), x.cell(x.par(form.action_line(key, " / ")))))
            rows.append(x.row(x.cell(x.plain("COMMENTS")), x.cell(form.ink.block(form.typed(key)))))
            doc.add(x.table(rows, (2500, 6500)), x.par())
    rows = [x.row(x.cell(x.plain("GENERAL COMMENTS")), x.cell(form.ink.block(truth.general)))]
    doc.add(x.table(rows, (2500, 6500)))


ACTIONS = ("Any acton taken:", "Any additional action taken:", "Any action taken ?", "Any actions taken so far:")
COMMENTS = ("Coments:", "Comments (max. 200 words):", "Please elaborate:......", "Comment :", "Pleaseelaborate:")


def misspelt(form: Form, doc: Document) -> None:
    """Labels misspelt and reworded, the answers first and the respondent last, a contact block of three rows."""
    truth = form.truth
    doc.add(x.plain("QUESTIONAIRE ON THE IMPLEMENTATION OF RECOMMENDATIONS", "<w:b/>"))
    turn = form.rng.randrange(5)
    for number, title, keys in form.issues():
        doc.add(x.plain(f"Isue {ROMAN[number]} : {title}", "<w:b/>"))
        for key in keys:
            turn += 1
            doc.add(x.plain(f"Recomendation ({key[-1]})" if turn % 3 else f"Recommandation {key[-1]})"))
            doc.add(x.plain(form.text_of(key), "<w:i/>"))
            doc.add(x.par(x.run(f"{ACTIONS[turn % 4]}     ") + form.action_line(key)))
            doc.add(form.ink.beside(x.run(COMMENTS[turn % 5]), form.typed(key)))
    doc.add(x.plain("Information for folow-up purposes", "<w:b/>"))
    rows = [("Name of contry", truth.respondent), ("Date of submision", truth.date)]
    rows += [("Contact persons", truth.contact["name"]), ("Tel/Mobile", truth.contact["telephone"])]
    rows += [("E - mail", truth.contact["email"])]
    filled = [x.row(x.cell(x.plain(label)), x.cell(form.value(value))) for label, value in rows]
    doc.add(x.table(filled, (3500, 5500)))
