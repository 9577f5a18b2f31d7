"""E-mails whose message is the reply, mixed at random: greetings, fields, answers, wrapping, quotes and signatures.

A seed and a language give a message and what a person reads in it. Keeps out: the words (`mixed_words.py`,
`mixed_front_words.yaml`), and messages that carry a form.
"""

import random
import textwrap
from collections.abc import Callable
from email.message import EmailMessage

from pipeline.reading.form.opening_word import opening_word
from tests.corpus.content import KEYS, TITLES
from tests.corpus.mixed import TITLED
from tests.corpus.mixed_tables import Said, Table

GREETINGS = {
    "en": ("Dear colleagues,", "Please find our replies below."),
    "fr": ("Madame, Monsieur,", "Veuillez trouver nos réponses ci-dessous."),
    "es": ("Estimados colegas:", "A continuación figuran nuestras respuestas."),
    "ru": ("Уважаемые коллеги!", "Направляем наши ответы."),
}
CLOSINGS = {"en": "Best regards,", "fr": "Cordialement,", "es": "Atentamente,", "ru": "С уважением,"}
WROTE = {
    "en": "On 10 March 2031 at 09:12, Office of the Conference <office@conference.example> wrote:",
    "fr": "Le 10 mars 2031 à 09:12, Office of the Conference <office@conference.example> a écrit :",
    "es": "El 10 de marzo de 2031 a las 9:12, Office of the Conference <office@conference.example> escribió:",
    "ru": "10 марта 2031 г., в 09:12, Office of the Conference <office@conference.example> написал(а):",
}
HEADER = {
    "en": ("-----Original Message-----", "From: ", "Sent: 10 March 2031 09:12", "To: ", "Subject: Questionnaire"),
    "fr": ("-----Message d'origine-----", "De : ", "Envoyé : 10 mars 2031 09:12", "À : ", "Objet : Questionnaire"),
    "es": ("-----Mensaje original-----", "De: ", "Enviado: 10 de marzo de 2031 9:12", "Para: ", "Asunto: Cuestionario"),
    "ru": ("-----Исходное сообщение-----", "От: ", "Отправлено: 10 марта 2031 г. 9:12", "Кому: ", "Тема: Вопросник"),
}
CHARSETS = {"en": "iso-8859-1", "fr": "iso-8859-15", "es": "windows-1252", "ru": "koi8-r"}


class Mail(Table):
    """A message that is being written."""

    def __init__(self, language: str, rng: random.Random) -> None:
        super().__init__(language, rng)
        self.mark = rng.choice(("words", "words", "capitals", "boxes"))
        self.said = self.replies[0]
        for key, (mark, text) in self.said.answers.items():
            if mark == "no" and opening_word(text):  # "No. Yes, in part" says both
                self.said.answers[key] = (mark, "")
        self.titles = rng.choice(list(TITLED))
        self.lead, self.request = rng.choice(self.words.leads), rng.choice(self.words.requests)

    def asked(self, key: str) -> str:
        return f"{self.printed(key)} {self.text(key)}"

    def title(self, issue: int) -> str:
        return TITLED[self.titles](self.words, issue, TITLES[self.language][issue - 1])

    def marks(self, key: str) -> str:
        mark = self.said.answers[key][0]
        yes, no = self.words.yes, self.words.no
        if self.mark == "boxes":
            return f"[{'x' if mark == 'yes' else ' '}] {yes}   [{'x' if mark == 'no' else ' '}] {no}"
        word = {"yes": yes, "no": no, "": ""}[mark]
        return word.upper() if self.mark == "capitals" else word

    def fields(self) -> list[str]:
        return [f"{self.head(kind)} {self.value(self.said, kind)}".rstrip() for kind in self.heads]

    def head(self, kind: str) -> str:
        return self.heads[kind] if self.heads[kind].endswith("?") else f"{self.heads[kind]}:"

    def blank(self) -> list[str]:
        """The questionnaire as it was sent."""
        lines = list(map(self.head, self.heads))
        for issue in (1, 2, 3):
            lines += ["", self.title(issue)]
            for key in KEYS:
                if key[0] == str(issue):
                    yes_no = f"[ ] {self.words.yes}   [ ] {self.words.no}"
                    lines += ["", self.asked(key), f"{self.lead}{yes_no}", *([self.request] if self.request else [])]
        return lines


def _issues(mail: Mail) -> list[tuple[str, list[str]]]:
    return [(mail.title(issue), [key for key in KEYS if key[0] == str(issue)]) for issue in (1, 2, 3)]


def _as_form(mail: Mail) -> list[str]:
    """The form filled in, a line below the other."""
    lines = []
    for title, keys in _issues(mail):
        lines += ["", title]
        for key in keys:
            request = [mail.request] if mail.request else []
            lines += ["", mail.asked(key), f"{mail.lead}{mail.marks(key)}".rstrip(), *request]
            lines += mail.said.answers[key][1].split("\n")
    return lines


def _led(word: str, text: str) -> str:
    """An answer with the word it begins with; "No. 2030" could be a number."""
    return f"{word} – {text}" if text[:1].isdigit() else f"{word}. {text}".rstrip()


def _answers_only(mail: Mail) -> list[str]:
    """No more than labels and answers: "1(a) Yes. We did."."""
    lines = []
    between = mail.rng.choice((" ", ": ", " – "))
    label = mail.rng.choice((mail.printed, lambda key: key))
    for key in KEYS:
        mark, text = mail.said.answers[key]
        word = {"yes": mail.words.yes, "no": mail.words.no, "": ""}[mark]
        if mark:
            first, *others = text.split("\n")
            lines += ["", f"{label(key).rstrip('.')}{between}{_led(word, first)}", *others]
    return lines


def _quoted(mail: Mail) -> list[str]:
    """The questions as quotes, the answers below them."""
    lines = []
    for title, keys in _issues(mail):
        lines += ["", f"> {title}"]
        for key in keys:
            lines += [">", f"> {mail.asked(key)}"]
            mark, text = mail.said.answers[key]
            if mark:
                word = {"yes": mail.words.yes, "no": mail.words.no}[mark]
                lines += ["", *_led(word, text).split("\n"), ""]
    return lines


WAYS: dict[str, Callable[[Mail], list[str]]] = {"form": _as_form, "answers only": _answers_only, "quoted": _quoted}


def _wrapped(lines: list[str], width: int) -> list[str]:
    """Lines as a mail program wraps them; quotes keep their sign."""
    wrapped = []
    for line in lines:
        sign = line[: len(line) - len(line.lstrip("> "))] if line.startswith(">") else ""
        parts = textwrap.wrap(line[len(sign) :], width - len(sign), break_long_words=False, break_on_hyphens=False)
        wrapped += [f"{sign}{part}" for part in parts] if len(line) > width else [line]
    return wrapped


def _below(mail: Mail, history: str) -> list[str]:
    """What a mail program leaves of the message that is answered."""
    if history == "quoted":
        return ["", WROTE[mail.language], "", *(f"> {line}".rstrip() for line in mail.blank())]
    if history == "header":
        first, sender, sent, to, subject = HEADER[mail.language]
        head = [first, f"{sender}Office of the Conference", sent, f"{to}Ada Lampkeeper", subject]
        return ["", *head, "", *mail.blank()]
    return []


def mixed_mail(seed: int, language: str) -> tuple[bytes, list[Said], dict[str, str]]:
    """A message, what it says, and what was drawn for it."""
    rng = random.Random(f"mail {seed} {language}")
    mail = Mail(language, rng)
    way, history = rng.choice(list(WAYS)), rng.choice(("", "", "quoted", "header"))
    signature = rng.choice(("none", "closing", "block"))
    greeting = list(GREETINGS[language]) if rng.random() < 0.6 else []
    lines = [*greeting, *([""] if greeting else []), *mail.fields(), *WAYS[way](mail)]
    if signature != "none":
        lines += ["", CLOSINGS[language], "Eve Tidewater"]
    if signature == "block":
        lines += ["-- ", "Port Authority of Osmark", "Tel. +999 1 555 0199"]
    lines += _below(mail, history)
    width = rng.choice((0, 72, 76))
    message = EmailMessage()
    message["From"], message["To"] = "Eve Tidewater <eve@lamps.example>", "office@conference.example"
    message["Date"], message["Subject"] = "Mon, 12 May 2031 10:00:00 +0200", "Questionnaire"
    text = "\n".join(_wrapped(lines, width) if width else lines) + "\n"
    charset = rng.choice(("utf-8", CHARSETS[language]))
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        charset = "utf-8"
    message.set_content(text, charset=charset, cte=rng.choice(("quoted-printable", "base64")))
    drawn = {"shape": way, "history": history, "signature": signature, "width": str(width), "mark": mail.mark}
    drawn |= {"label": mail.label, "titles": mail.titles, "greeting": str(bool(greeting)), "charset": charset}
    return message.as_bytes(), [mail.said], drawn
