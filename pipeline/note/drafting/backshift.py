"""Finite verbs of the present become past, as reported speech has them (docs/rules.md, "Drafts").

Perfect becomes past perfect, will would, can could, may might, must had to. Behind "reported that" what is past becomes
past perfect, as in the published note; in later sentences it stays. Keeps out: pronouns (`person.py`), and the first
words of a draft (`opening.py`).
"""

from pipeline.note.drafting.changes import Change
from pipeline.note.drafting.tagging import Verb, Word, before, instead
from pipeline.note.drafting.verb_forms import lemma, participle, past
from pipeline.note.wording import WORDING

RULE = "back-shift"
# What a past form is taken for sometimes.
_MISTAKEN = ("AJ0", "VVN")
_MODALS = WORDING["modals"]
_ASKING = frozenset(WORDING["askings"].split())
_NEEDED = frozenset(WORDING["needed"].split())
_INSIDE_PERFECT = frozenset(WORDING["inside_perfect"].split())
_FORMS = {"is": "was", "am": "was", "have": "had", "has": "had", "do": "did", "does": "did"}


def back_shifted(
    sentence: str, words: tuple[Word, ...], verbs: list[Verb], *, first: bool
) -> tuple[list[Change], list[str]]:
    """Changes that put the verbs into the past, and words that only an editor can shift.

    `first`: the sentence stands behind "reported that".
    """
    found, doubts, joined_to = [], [], ""
    aside = _asides(words, verbs)
    ours = asks = False  # whether the subject is the respondent, who is "it"; whether something is asked for
    for verb in verbs:
        word = words[verb.at]
        if verb.dependent and asks and word.tag in ("VVB", "VVI", "VBI"):
            continue  # what is asked for: "recommended that ports share data"
        if verb.dependent and word.tag in ("VVB", "VVI") and _is_needed(words, verb.at):
            continue
        if verb.dependent and word.small == "be":
            continue  # "insists that staff be vetted"
        if not verb.dependent:
            asks = lemma(word.text) in _ASKING
        if not verb.joined:
            subject = before(words, verb.at)
            about_us = _is_about_us(words, subject)
            ours, own = (ours, about_us) if verb.dependent else (about_us, about_us)
        else:
            own = ours and not verb.dependent and words[before(words, verb.at)].tag == "CJC"
        if not verb.present:
            used_to = word.small == "used" and words[verb.at + 1 : verb.at + 2] and words[verb.at + 1].tag == "TO0"
            if first and not verb.dependent and word.tag in ("VVD", "VBD", *_MISTAKEN) and not used_to:
                # "Seized and destroyed" has one "had".
                alone = verb.joined and joined_to == "VVD" and word.tag == "VVD"
                if verb in aside:
                    continue
                if word.tag == "VBD" and (inside := _inside_perfect(words, verb.at)):
                    found.append(instead(sentence, word, "had", RULE))
                    found.append(instead(sentence, inside, f"{inside.text} been", RULE))
                    continue
                adverb = words[verb.at - 1] if verb.at > 1 and words[verb.at - 1].tag == "AV0" else None
                if adverb and not alone and not verb.joined and words[verb.at - 2].tag[:2] in ("NN", "NP", "PN"):
                    # "It also had trained" is no English.
                    found.append(instead(sentence, adverb, f"had {adverb.text}", RULE))
                    found.append(instead(sentence, word, participle(word.text), RULE))
                    continue
                found.append(instead(sentence, word, ("" if alone else "had ") + participle(word.text), RULE))
            elif first and not verb.dependent and word.small == "did" and _is_done(words, verb.at):
                found.append(instead(sentence, word, "had done", RULE))
            elif word.small == "were" and own:
                found.append(instead(sentence, word, "was", RULE))
        elif word.tag == "VM0":
            negated = verb.at + 1 < len(words) and words[verb.at + 1].small == "not"
            if word.small == "must" and negated:
                doubts.append("must not")
            elif word.small == "need" and not _needs_not(words, verb.at):
                found.append(instead(sentence, word, "needed", RULE))
            elif word.small == "shall" and own:  # in a law it orders, and stays
                found.append(instead(sentence, word, "would", RULE))
            elif word.small in _MODALS:
                found.append(instead(sentence, word, _MODALS[word.small], RULE))
        else:
            found.append(instead(sentence, word, _past_of(word, own), RULE))
        joined_to = joined_to if verb.dependent else word.tag
    return found, doubts


def _inside_perfect(words: tuple[Word, ...], at: int) -> Word | None:
    """What stands behind "was" and stays before "been": "was not affected" becomes "had not been affected"."""
    following = words[at + 1] if at + 1 < len(words) else None
    return following if following and following.small in _INSIDE_PERFECT and not following.quoted else None


def _is_done(words: tuple[Word, ...], at: int) -> bool:
    """Whether "did" is no help to another verb: "did so", "did this twice"."""
    return at + 1 < len(words) and words[at + 1].small in ("so", "this", "that", "it")


def _asides(words: tuple[Word, ...], verbs: list[Verb]) -> list[Verb]:
    """What may be a participle behind a comma: "a meeting, called the Day of Lamps, took place"; one verb is left."""
    main = [verb for verb in verbs if not verb.dependent]
    joined = (verb for verb in main if verb.joined and words[verb.at].tag == "VVD")
    aside = [verb for verb in joined if words[before(words, verb.at)].text == ","]
    return aside[:-1] if len(aside) == len(main) else aside


def _is_needed(words: tuple[Word, ...], at: int) -> bool:
    """Whether a verb stands behind a "that" which says what should be done: "essential that ports share data"."""
    for begins in (one for one in reversed(range(1, at)) if words[one].small == "that"):
        if words[begins - 1].tag != "CJC":  # "essential that ports share data and that pilots know them"
            return words[begins - 1].small in _NEEDED
    return False


def _past_of(word: Word, own: bool) -> str:
    if word.small == "are":
        return "was" if own else "were"
    return _FORMS.get(word.small) or past(word.text)


def _needs_not(words: tuple[Word, ...], at: int) -> bool:
    """Whether "need" is a modal verb, as in "need not report"."""
    following = [word for word in words[at + 1 : at + 4] if word.tag != "AV0"]
    return bool(following) and following[0].small == "not"


def _is_about_us(words: tuple[Word, ...], subject: int) -> bool:
    """Whether the subject that ends at this word is "we" or "I": "we", or "we at the Ministry"."""
    at = subject
    while at >= 0 and words[at].small not in ("we", "i"):
        if words[at].tag[:2] not in ("NN", "NP", "AT", "PR", "AJ", "DP"):
            return False
        at -= 1
    return at >= 0 and (at == subject or words[at + 1].tag in ("PRP", "PRF"))
