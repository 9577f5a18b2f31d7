"""First person becomes third: we, us, our and ours by what they stand for, I and my for the officer who wrote.

docs/rules.md, "Drafts". Keeps out: the verbs (`backshift.py`), and "we" at the head of a draft (`opening.py`).
"""

import re
from functools import cache

from pipeline.note.drafting.changes import Change
from pipeline.note.drafting.tagging import Verb, Word, before, instead
from pipeline.note.wording import WORDING
from pipeline.raw.respondents import Respondent

RULE = "third person"
_PRONOUNS = WORDING["third_person"]
_OFFICER = WORDING["officer"]
_HOME, _LAWS = frozenset(WORDING["home"].split()), frozenset(WORDING["laws"].split())
_UNDERSTOOD = frozenset(WORDING["understood"].split())
_OF_US = frozenset(WORDING["of_us"].split())
_GOVERNMENT = ("government", "governments")
_DEMONSTRATIVES = {"this": "that", "these": "those"}


def third_person(
    sentence: str, words: tuple[Word, ...], verbs: list[Verb], respondent: Respondent, *, first: bool, known: bool
) -> tuple[list[Change], list[str]]:
    """Changes that turn the first person of a sentence into the third, and words that only an editor can turn.

    `first`: it is the draft's first sentence, which names the respondent; `known`: the sentence before was about the
    respondent, so that "it" is understood.
    """
    found, doubts = [], []
    own = re.match(rf"{re.escape(respondent.name_in_text)}(?= (?!and\b|or\b|of\b)\w)", sentence, re.I)
    if first and own and _is_verb_behind(words, verbs, own.end()):
        found.append(Change(RULE, 0, own[0], "it"))
    for at, word in enumerate(words):
        if word.quoted or word.text == "US":
            continue
        following = words[at + 1].small if at + 1 < len(words) else ""
        if word.small == "our" or (word.small == "my" and following in _OF_US):
            found.append(_our(sentence, words, at, respondent, first=first))
        elif word.small in _OFFICER and (word.text == "I" or word.small != "i"):
            doubts.append(word.text)
            found.append(instead(sentence, word, _OFFICER[word.small], RULE))
        elif word.small == "we":
            named = at == 0 and not first and not known
            found.append(instead(sentence, word, respondent.name_in_text if named else "it", RULE))
        elif word.small in _PRONOUNS:
            found.append(instead(sentence, word, _PRONOUNS[word.small], RULE))
        elif word.small in _DEMONSTRATIVES and _points(words, at, first=first):
            found.append(instead(sentence, word, _DEMONSTRATIVES[word.small], "this and these"))
    return found, doubts


def _our(sentence: str, words: tuple[Word, ...], at: int, respondent: Respondent, *, first: bool) -> Change:
    """What stands for "our", or "my" before an institution: the, its, or the respondent's name, by what follows."""
    word, following = words[at], words[at + 1 :]
    next_word = following[0].small if following else ""
    if next_word in _HOME:
        if respondent.kind == "member_state":
            return instead(sentence, word, "the", RULE)
        end = following[0].end
        return Change(RULE, word.start, sentence[word.start : end], respondent.name_in_text)
    if next_word in _GOVERNMENT:
        if at == 0 and not first and respondent.kind == "member_state" and following[0].text[0].isupper():
            end = following[0].end
            name = respondent.name_in_text
            return Change(RULE, word.start, sentence[word.start : end], f"The {following[0].text} of {name}")
        return instead(sentence, word, "the", RULE)
    title = []
    for one in following:
        if not one.text[0].isupper() and one.small not in ("of", "on", "and", "for", "the", "against"):
            break
        title.append(one.text)
    named = any(re.match(stem, one) for one in title for stem in _stems(respondent.name))
    law = any(one.lower() in _LAWS for one in title if one[0].isupper())
    head = next((one.small for one in following if one.tag in ("NN1", "NN2") and one.small in _UNDERSTOOD), "")
    near = head and all(one.tag[:2] in ("NN", "AJ") for one in following[: [o.small for o in following].index(head)])
    return instead(sentence, word, "the" if named or law or near else "its", RULE)


def _points(words: tuple[Word, ...], at: int, *, first: bool) -> bool:
    """Whether "this" or "these" stands before a noun and points back: at the head of a sentence, or before several."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.tag.startswith(("NN", "AJ", "CRD")):
        return False
    ahead = any(word.text == ":" for word in words[at:])
    return not ahead and ((at == 0 and not first) or words[at].small == "these")


@cache
def _stems(name: str) -> tuple[str, ...]:
    """The first letters of a respondent's name, which are those of its adjective too: "Korean" for "Korea"."""
    return tuple(re.escape(word[:5]) for word in re.findall(r"\w+", name) if len(word) >= 5) or (re.escape(name),)


def _is_verb_behind(words: tuple[Word, ...], verbs: list[Verb], end: int) -> bool:
    """Whether a verb follows the name that ends here, perhaps behind an adverb: "Borland fully supports"."""
    name = max((at for at, word in enumerate(words) if word.end <= end), default=-1)
    return any(before(words, verb.at) == name for verb in verbs)
