"""The finite verbs of a sentence.

Tags say most of it; where the tagger takes the plain form for an infinitive, what licenses one is looked for. Keeps
out: the forms of verbs (`verb_forms.py`), and which verbs change (`backshift.py`, `opening.py`).
"""

import re
from itertools import pairwise

from pipeline.note.drafting.missed_verbs import NEVER_VERBS, PLURALS_BEFORE_NOUNS, is_known, may_be_verb, missed_verb
from pipeline.note.drafting.tagging import Verb, Word
from pipeline.note.drafting.verb_forms import in_lexicon, lemma, participle
from pipeline.note.wording import WORDING

_SKIPPED = ("AV0", "XX0")
_PRESENT = ("VVZ", "VVB", "VBZ", "VBB", "VHZ", "VHB", "VDZ", "VDB", "VM0")
_PLAIN = ("VVI", "VHI", "VDI")
_PAST = ("VVD", "VBD", "VHD", "VDD")
# Verbs that the tagger takes for nouns where another verb is before them.
_SHARED = frozenset(WORDING["joined_verbs"].split())
# So many clauses of a sentence may have a verb that was taken for a noun.
_CLAUSES = 4
# What stands before a noun, so that a "verb" behind it is none.
_BEFORE_NOUN = ("AT0", "DPS", "PRP", "PRF", "ORD", "CRD")
_RELATIVE = ("that", "which", "who", "whom", "whose")
_NEVER_PASSIVE = frozenset(WORDING["never_passive"].split())
_LETS = frozenset(WORDING["before_infinitives"].split())
# Verbs that say of something that it is done: "keeps the port closed".
_KEEPING = frozenset(WORDING["keepings"].split())
_FIXED = tuple(re.compile(rf"\b{phrase}$", re.I) for phrase in WORDING["fixed_phrases"])
# Words that the tagger takes for conjunctions where mostly no clause follows.
_NO_CLAUSE = ("than", "as", "except", "for", "like")
_SUBJECTS = ("we", "i", "it", "they", "he", "she")


def before(words: tuple[Word, ...], at: int) -> int:
    """The place of the last word before this one that is neither an adverb nor "not"; -1 where there is none."""
    at -= 1
    while at >= 0 and (words[at].tag in _SKIPPED or words[at].small == "first"):
        at -= 1
    return at


def finite_verbs(words: tuple[Word, ...]) -> list[Verb]:
    """The finite verbs of a sentence in their order; those inside quotations are left out."""
    nouns = {at: "NN1" if word.tag == "VVB" else "NN2" for at, word in enumerate(words) if _is_noun(words, at)}
    tags = nouns | {at: "VVD" for at, word in enumerate(words) if word.tag == "VVN" and at and _is_past(words, at)}
    words = tuple(word._replace(tag=tags[at]) if at in tags else word for at, word in enumerate(words))
    if _is_condition(words):
        # "Should funds become available, we will act": what stands before the comma has no finite verb that changes.
        comma = next(at for at, word in enumerate(words) if word.text == ",")
        words = tuple(word._replace(quoted=True) if at < comma else word for at, word in enumerate(words))
    found = _unlisted(words)
    for _ in range(_CLAUSES):
        missed = missed_verb(words, found)
        if missed is None:
            break
        words = _with_tag(words, *missed)
        found = _unlisted(words)
    return found


def _is_condition(words: tuple[Word, ...]) -> bool:
    """Whether a sentence begins with a condition without "if": "Should …, we will", "Were …, we would"."""
    if not words or words[0].small not in ("should", "were", "had"):
        return False
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    return comma > 2 and any(word.tag == "VM0" for word in words[comma:])


def _unlisted(words: tuple[Word, ...]) -> list[Verb]:
    found = _verbs(words)
    passive = {after.at for verb, after in pairwise(found) if _shares_passive(words, verb, after)}
    return [verb for verb in found if verb.at not in passive and not _is_listed(words, verb)]


def _shares_passive(words: tuple[Word, ...], verb: Verb, after: Verb) -> bool:
    """Whether a participle was taken for a past form: "lamps are bought in Duna or sold there"."""
    word, joint = words[after.at], words[before(words, after.at)]
    if words[verb.at].tag not in ("VBZ", "VBB") or word.tag != "VVD" or joint.tag != "CJC":
        return False
    return words[verb.at + 1].tag == "VVN" and word.small == participle(word.text)


def _is_listed(words: tuple[Word, ...], verb: Verb) -> bool:
    """Whether a participle in a list was taken for a past form: "has: trained …; bought …", "done: … lamps bought"."""
    word, colon = words[verb.at], next((at for at in range(verb.at) if words[at].text == ":"), None)
    if word.tag != "VVD" or word.small != participle(word.text):
        return False
    if any(lemma(one.small) in _KEEPING and one.tag[0] == "V" for one in words[max(verb.at - 4, 0) : verb.at]):
        return verb.at + 1 == len(words) or words[verb.at + 1].text in (".", ";", ",")  # "considers the matter closed"
    if not colon:
        return False
    joint = before(words, verb.at)
    if words[colon - 1].tag in ("VHZ", "VHB", "VHD"):
        return words[joint].tag == "CJC" or words[joint].text in (";", ",", ":")
    ends = verb.at + 1 == len(words) or words[verb.at + 1].text in (";", ".", ",")
    return ends and words[joint].tag.startswith("NN")


def _is_noun(words: tuple[Word, ...], at: int) -> bool:
    """Whether what was taken for a verb is a noun: "flows of money", "likely suspects", "a person's needs"."""
    word, last = words[at], words[at - 1] if at else None
    if word.tag not in ("VVZ", "VVB") or not is_known(word, "NOUN"):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if word.small in NEVER_VERBS or (following and following.small == "of"):
        return True
    if word.tag == "VVB" and last and last.small in PLURALS_BEFORE_NOUNS and following:
        return following.tag[:2] == "NN" or following.tag == "VVZ"  # "the customs control points", "arms trade fuels"
    return word.tag == "VVZ" and last is not None and (last.tag == "AJ0" or last.small.endswith(("'s", "’s")))


def _is_past(words: tuple[Word, ...], at: int) -> bool:
    """Whether what was taken for a participle is a past form, since it has no passive: "cases happened in the port"."""
    return words[before(words, at)].tag[:2] in ("NN", "NP", "PN") and lemma(words[at].small) in _NEVER_PASSIVE


def _verbs(words: tuple[Word, ...]) -> list[Verb]:
    found: list[Verb] = []
    last = last_main = ""  # the kind of the last verb: finite, or infinitive; and of the last outside other clauses
    dependent = False
    for at in range(len(words)):
        if not words[at].quoted:
            words = _retagged(words, at, found)
        word = words[at]
        dependent = _goes_on(words, at, dependent)
        if not _is_verb(words, at):
            if word.tag in ("VVI", "VBI"):
                last, last_main = "infinitive", last_main if dependent else "infinitive"
            continue
        joint = before(words, at)
        joined = joint >= 0 and (words[joint].tag == "CJC" or words[joint].text in (",", ";"))
        # What is joined to a dependent verb by a comma belongs to the clause before.
        comma = joint >= 0 and "," in (words[joint].text, words[joint - 1].text if joint > 0 else "")
        dependent = dependent and not (joined and comma)
        before_it = last if dependent else last_main
        if word.tag in ("VVI", "VHI", "VDI", "VVB") and _is_infinitive(words, at, joint, joined, before_it):
            last, last_main = "infinitive", last_main if dependent else "infinitive"
            continue
        if not word.quoted and not _fixed(words, at):
            found.append(Verb(at, joined, dependent, word.tag in (*_PRESENT, *_PLAIN)))
        kind = "modal" if word.tag == "VM0" else "finite"
        last, last_main = kind, last_main if dependent else kind
    return found


def _retagged(words: tuple[Word, ...], at: int, found: list[Verb]) -> tuple[Word, ...]:
    """The words with this one's tag put right, where the tagger has taken a verb for a noun or the other way round."""
    word = words[at]
    if word.tag == "NN1" and _comes_before_verb(words, at, "NN2") and is_known(word, "VERB"):
        return _with_tag(words, at, "VVB")  # "they share", "agencies that counter"
    relative = at > 0 and words[at - 1].small in _RELATIVE
    if relative and _comes_before_verb(words, at, "NN1") and may_be_verb(words, at, "NN2"):
        return _with_tag(words, at, "VVZ")  # "an operation that targets imports"
    if found and _joins_as_noun(words, at, words[found[-1].at].tag):
        return _with_tag(words, at, "VVZ" if word.tag == "NN2" else "VVB")
    if word.tag == "VVZ" and found and _has_other_subject(words, at, words[found[-1].at]):
        return _with_tag(words, at, "NN2")  # "courts try cases; judges hand down sentences"
    if word.tag == "VVZ" and found and 1 < at - found[-1].at <= 3 and is_known(word, "NOUN"):
        between = words[found[-1].at + 1 : at]
        if all(one.tag in ("NN1", "AJ0", "AT0", "DPS") for one in between):
            return _with_tag(words, at, "NN2")  # "process export permits"
    return words


def _has_other_subject(words: tuple[Word, ...], at: int, last: Word) -> bool:
    """Whether what was taken for a verb that is joined to the last one cannot be, as that one has a plural subject."""
    joined = words[at - 1].tag == "CJC" or words[at - 1].text in (",", ";")
    return joined and last.tag in ("VVB", "VBB", "VHB") and is_known(words[at], "NOUN")


def _comes_before_verb(words: tuple[Word, ...], at: int, noun: str) -> bool:
    """Whether a verb is due here: behind we or they, or behind that, which or who that stands for such a noun."""
    if not at or words[before(words, at)].small in ("we", "they"):
        return bool(at)
    relative = words[at - 1].small in ("that", "which", "who") and words[at - 1].tag in ("PNQ", "DTQ", "CJT")
    stands_for = at - 3 if at > 2 and words[at - 2].text == "," else at - 2
    return relative and at > 1 and words[stands_for].tag == noun


def _with_tag(words: tuple[Word, ...], at: int, tag: str) -> tuple[Word, ...]:
    return (*words[:at], words[at]._replace(tag=tag), *words[at + 1 :])


def _joins_as_noun(words: tuple[Word, ...], at: int, verb: str) -> bool:
    """Whether a word that was taken for a noun is a verb joined to the one before: "hold talks and share data"."""
    joint = before(words, at)
    if joint < 0 or not (words[joint].tag == "CJC" or words[joint].text in (",", ";")):
        return False
    if words[at].tag == "NN2" and verb in ("VVZ", "VHZ", "VBZ", "VDZ"):
        behind = at + 1 < len(words) and words[at + 1].tag == "PRP" and lemma(words[at].small) in _SHARED
        two = words[at : at + 3 : 2] if at + 2 < len(words) and words[at + 1].tag == "CJC" else ()
        amid = bool(two) and two[1].tag in ("VVZ", "NN2") and all(is_known(word, "VERB") for word in two)
        return behind or amid or may_be_verb(words, at, "NN2")
    certain = at + 1 < len(words) and words[at + 1].tag in ("AT0", "DPS", "DT0")
    return (
        verb in ("VVB", "VVI", "VBB", "VHB")
        and may_be_verb(words, at, "NN1")
        and (certain or words[at].small in _SHARED)
    )


def _goes_on(words: tuple[Word, ...], at: int, dependent: bool) -> bool:
    """Whether a dependent clause has begun at this word, or goes on."""
    word = words[at]
    if (word.tag == "CJS" and word.small not in _NO_CLAUSE) or (
        at and word.small in _RELATIVE and word.tag in ("CJT", "PNQ", "DTQ")
    ):
        return True
    opened = at > 0 and (words[at - 1].tag == "CJS" or words[at - 1].small in _RELATIVE)
    if word.text in (";", ":") or (word.tag == "PNP" and word.small in _SUBJECTS and not opened):
        return False
    return dependent


def _is_verb(words: tuple[Word, ...], at: int) -> bool:
    word = words[at]
    if word.tag in _PAST or word.tag == "VM0":
        return True
    if word.tag not in (*_PRESENT, *_PLAIN):
        return False
    if at and (word.text[0].isupper() or words[at - 1].text in ("(", "[")):
        return False  # part of a name or title, or a pointer such as "(see …"
    if not at and word.tag in ("VVB", "VVI"):
        return False  # an order: "See …"
    if word.small == "see" and words[at - 1].text in (";", ",", ":"):
        return False  # a pointer behind what was said
    if word.tag in ("VVB", "VVI", "VVZ"):
        if not in_lexicon(word.small, "VERB"):
            return False
        noun = at and words[at - 1].tag in _BEFORE_NOUN and words[at - 1].small != "first"
        return word.tag == "VVZ" or not noun
    return True


def _is_infinitive(words: tuple[Word, ...], at: int, joint: int, joined: bool, last: str) -> bool:
    """Whether a verb in its plain form is an infinitive: behind to, a modal verb, do, help; or joined to one."""
    if joint < 0:
        return words[at].tag == "VVI"
    if words[joint].text == ":" and joint > 0 and words[joint - 1].tag == "TO0":
        return True
    if joined:
        return last in ("infinitive", "modal")  # "cannot, at this stage, confirm"
    if words[joint].tag in ("TO0", "VM0", "VDB", "VDZ", "VDD", "VDI") or words[joint].small in _LETS:
        return True
    # A noun between: "let inspectors see".
    start = joint
    while start > 0 and words[start].tag[:2] in ("NN", "AJ", "AT", "DP", "CR", "DT"):
        start -= 1
    if words[start].small in _LETS and words[start].tag[0] == "V":
        return True
    # A pronoun between: "help them reduce", "rarely do we meet".
    earlier = words[joint - 1] if joint > 0 else None
    asked = earlier is not None and (earlier.small in _LETS or earlier.tag in ("VDB", "VDZ", "VDD", "VM0"))
    return asked and words[joint].tag == "PNP"


def _fixed(words: tuple[Word, ...], at: int) -> bool:
    """Whether a verb is part of a phrase that stays, such as "as follows"."""
    text = " ".join(word.small for word in words[max(at - 2, 0) : at + 1])
    if text.endswith("that is") and at + 1 < len(words) and words[at + 1].text == ",":
        return True
    return any(phrase.search(text) for phrase in _FIXED)
