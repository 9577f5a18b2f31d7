"""Sentences mixed at random from subjects, verbs in many forms, objects and clauses, with what their draft has to say.

Used by the tests and by bench/mixed_sentences.py. Keeps out: the words (`mixed_vocabulary.yaml`).
"""

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_WORDS = yaml.safe_load(Path(__file__).with_name("mixed_vocabulary.yaml").read_text(encoding="utf-8"))
_ONE, _SEVERAL, _WE = "one", "several", "we"
_MODALS = {"will": "would", "can": "could", "should": "should", "may": "might"}
_INTENDING = {"plan": "planned", "continue": "continued", "need": "needed"}
_ACTIVE = (
    *("present",) * 6,
    *("perfect",) * 2,
    *("past",) * 2,
    *("going on", "been going on", "denied", "not yet", "must", *_MODALS, *_INTENDING),
)
# What a verb in a form stands for in a sentence, and a pattern of what a draft makes of it.
_FORMS = {
    "present": ("{adverb}{present}", "{adverb}{past}"),
    "past": ("{adverb}{past}", "(?:{adverb}{past}|had {adverb}{participle})"),
    "perfect": ("{has} {adverb}{participle}", "had {adverb}{participle}"),
    "not yet": ("{has} not {participle}", "had not {participle}"),
    "going on": ("{is_} {adverb}{ing}", "{was} {adverb}{ing}"),
    "been going on": ("{has} been {ing}", "had been {ing}"),
    "denied": ("{does} not {plain}", "did not {plain}"),
    "must": ("must {plain}", "(?:had to|must) {plain}"),
}
_INTENDS = ("{form}{s} to {plain}", "{intended} to {plain}")
_MAY = ("{form} {adverb}{plain}", "{would} {adverb}{plain}")
# What agrees with a subject; "we" is told as "it".
_AGREEING = {
    _ONE: {"has": "has", "is_": "is", "does": "does", "s": "s", "was": "was"},
    _SEVERAL: {"has": "have", "is_": "are", "does": "do", "s": "", "was": "were"},
    _WE: {"has": "have", "is_": "are", "does": "do", "s": "", "was": "was"},
}
_PASSIVES = {
    "is": ("are", "were"),
    "has been": ("have been", "had been"),
    "was": ("were", "(?:were|had been)"),
    "is being": ("are being", "were being"),
    "will be": ("will be", "would be"),
    "can be": ("can be", "could be"),
    "must be": ("must be", "(?:had to|must) be"),
    "should be": ("should be", "should be"),
    "is not": ("are not", "were not"),
}
# What a clause begins with, and the form of its verb.
_CLAUSES = (
    *(("because", "present"), ("when", "present"), ("if", "present"), ("where", "present"), ("while", "present")),
    *(("although", "present"), ("as", "perfect"), ("so that", "can"), ("after", "past"), ("unless", "present")),
    *(("whenever", "present"), ("since", "perfect")),
)
_BEFORE = ("when", "if", "where", "while", "although", "because")


@dataclass(frozen=True)
class Part:
    """A stretch of a sentence, and a pattern of what a draft may make of it."""

    text: str
    told: str

    def __add__(self, other: "Part") -> "Part":
        return Part(self.text + other.text, self.told + other.told)


def same(text: str) -> Part:
    """A stretch that stays as it is."""
    return Part(text, re.escape(text))


@dataclass(frozen=True)
class Subject:
    """A subject, and whether it is one, several, or "we"."""

    part: Part
    number: str


@dataclass(frozen=True)
class Forms:
    """The forms of a verb."""

    plain: str
    third: str
    past: str
    participle: str
    ing: str


@cache
def forms(verb: str) -> Forms:
    """The forms of a verb of the vocabulary."""
    ies = bool(re.search("[^aeiou]y$", verb))
    third = f"{verb[:-1]}ies" if ies else verb + ("es" if re.search("(?:s|sh|ch|x|z)$", verb) else "s")
    regular = f"{verb}d" if verb.endswith("e") else f"{verb[:-1]}ied" if ies else f"{verb}ed"
    past, participle, *ing = _WORDS["irregular"].get(verb, f"{regular} {regular}").split()
    return Forms(verb, third, past, participle, ing[0] if ing else re.sub("(?<!e)e$", "", verb) + "ing")


def _listed(key: str) -> list[str]:
    return [one.strip() for one in _WORDS[key].split(",")]


def _told_subject(text: str) -> Part:
    own = re.fullmatch("our (.*)", text)
    return Part(text, f"(?:its|the) {re.escape(own[1])}") if own else same(text)


class Mixer:
    """One random sentence after another."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def one_of(self, key: str) -> str:
        """A word or phrase of the vocabulary."""
        return self.random.choice(_listed(key))

    def often(self, share: float) -> bool:
        """True in this share of cases."""
        return self.random.random() < share

    def subject(self) -> Subject:
        """A subject."""
        if self.often(0.2):
            return Subject(Part("we", "(?:it|Borland)"), _WE)
        number = _ONE if self.often(0.5) else _SEVERAL
        return Subject(_told_subject(self.one_of(number)), number)

    def verb_and_object(self) -> tuple[Forms, Part]:
        """A verb, and something that is done to."""
        kind = self.random.choice(list(_WORDS["kinds"].values()))
        return forms(self.random.choice(kind["verbs"].split())), same(
            self.random.choice([one.strip() for one in kind["objects"].split(",")])
        )

    def predicate(self, number: str, form: str) -> Part:
        """A verb with its object, in this form."""
        verb, thing = self.verb_and_object()
        adverb = f"{self.one_of('adverbs')} " if self.often(0.15) else ""
        text, told = _FORMS.get(form) or (_INTENDS if form in _INTENDING else _MAY)
        words = vars(verb) | _AGREEING[number] | {"adverb": adverb, "form": form}
        words |= {"present": verb.third if number == _ONE else verb.plain}
        words |= {"would": _MODALS.get(form), "intended": _INTENDING.get(form)}
        made = Part(text.format(**words), told.format(**words))
        return made + same(" ") + thing

    def more_verbs(self, number: str, form: str) -> Part:
        """One or two more verbs, joined to one in this form."""
        made, count = Part("", ""), self.random.choice((1, 1, 2))
        for place in range(count):
            verb, thing = self.verb_and_object()
            present = verb.third if number == _ONE else verb.plain
            text = {"present": present, "perfect": verb.participle, "past": verb.past}.get(form, verb.plain)
            told = {
                "present": verb.past,
                "perfect": f"(?:had )?{verb.participle}",
                "past": f"(?:{verb.past}|(?:had )?{verb.participle})",
            }.get(form, verb.plain)
            made += same(" and " if place + 1 == count else ", ") + Part(text, told) + same(" ") + thing
        return made

    def passive(self) -> tuple[Part, str]:
        """A clause that says what is done to something, and the form of its verb."""
        verb, thing = self.verb_and_object()
        form = self.random.choice(("is", *_PASSIVES))
        if thing.text in _listed("single"):
            form = "will be"
        text, told = _PASSIVES[form]
        made = Part(f" {text} {verb.participle}", f" {told} {verb.participle}")
        if self.often(0.3):
            made += same(" by ") + _told_subject(self.one_of(self.random.choice((_ONE, _SEVERAL))))
        return thing + made, form

    def clause(self, form: str = "", *, plain: bool = False) -> Part:
        """A clause, in this form of the verb or any; `plain`: with a subject that acts and one verb."""
        if not plain and self.often(0.22):
            made, form = self.passive()
        else:
            subject, form = self.subject(), form or self.random.choice(_ACTIVE)
            made = subject.part + same(" ") + self.predicate(subject.number, form)
            if not plain and form in ("present", "perfect", "past", "will", "can") and self.often(0.22):
                made += self.more_verbs(subject.number, form)
        if self.often(0.45):
            made += same(" " + self.one_of("past_endings" if form in ("past", "was") else "endings"))
        return made

    def about(self) -> Part:
        """A clause about a noun."""
        noun = self.one_of("about")
        number = _ONE if noun.split()[0] in ("a", "an") else _SEVERAL
        begins, told = self.random.choice(list(_WORDS["listing"].items()))
        form = self.random.choice(("present", "present", "perfect", "can", "will", "past"))
        return Part(begins, told) + same(f" {noun} ") + self.predicate(number, form)

    def sentence(self) -> Part:
        """A sentence without its capital and full stop."""
        made, drawn = self.clause(), self.random.random()
        if drawn < 0.15:
            word, form = self.random.choice(_CLAUSES)
            made += same(f" {word} ") + self.clause(form, plain=True)
        elif drawn < 0.22:
            made = same(f"{self.random.choice(_BEFORE)} ") + self.clause("present", plain=True) + same(", ") + made
        elif drawn < 0.40:
            made += same(self.random.choice((", and ", ", and ", "; ", ", but ", " and "))) + self.clause()
        elif drawn < 0.50:
            made = self.about()
        if self.often(0.2):
            made = same(f"{self.one_of('openings')}, ") + made
        return made


def mixed(seed: int) -> tuple[str, str]:
    """An answer of one sentence or two, and the pattern of its draft for Borland."""
    mixer = Mixer(seed)
    made = mixer.sentence()
    text = made.text[0].upper() + made.text[1:] + "."
    if mixer.often(0.4) and not re.search(r"\bwe\b", made.text.split(",")[0]):
        return text, rf"Borland reported that (?i:{made.told})\."
    return f"The lamps are lit. {text}", rf"Borland reported that the lamps were lit\. (?i:{made.told})\."
