"""The finite verbs of a sentence.

Tags say most of it; where the tagger takes the plain form for an infinitive, what licenses one is looked for. Keeps
out: the forms of verbs (`verb_forms.py`), and which verbs change (`backshift.py`, `opening.py`).
"""

import re
from itertools import pairwise

from pipeline.note.drafting.missed_verbs import NEVER_VERBS, PLURALS_BEFORE_NOUNS, is_known, missed_verb
from pipeline.note.drafting.retagging import NEVER_PASSIVE, RELATIVE, retagged, with_tag
from pipeline.note.drafting.tagging import SKIPPED, Verb, Word, before
from pipeline.note.drafting.verb_forms import in_lexicon, lemma, participle
from pipeline.note.wording import WORDING

_PRESENT = ("VVZ", "VVB", "VBZ", "VBB", "VHZ", "VHB", "VDZ", "VDB", "VM0")
_PLAIN = ("VVI", "VHI", "VDI")
_PAST = ("VVD", "VBD", "VHD", "VDD")
# So many clauses of a sentence may have a verb that was taken for a noun.
_CLAUSES = 4
# What stands before a noun, so that a "verb" behind it is none.
_BEFORE_NOUN = ("AT0", "DPS", "PRP", "PRF", "ORD", "CRD")
# What an object begins with.
_OBJECTS = ("NN0", "NN1", "NN2", "NP0", "AT0", "DPS", "DT0", "AJ0", "CRD", "PNP", "PNI", "CJT")
# What stands between a verb's preposition and the last noun behind it.
_OF_NOUN_PHRASE = ("AT0", "AJ0", "CRD", "DPS", "DT0", "NN0", "NN1", "NN2", "NP0", "PRF", "PRP")
_LETS = frozenset(WORDING["before_infinitives"].split())
# Verbs that say of something that it is done: "keeps the port closed".
_KEEPING = frozenset(WORDING["keepings"].split())
_FIXED = tuple(re.compile(rf"\b{phrase}$", re.I) for phrase in WORDING["fixed_phrases"])
# Words that the tagger takes for conjunctions where mostly no clause follows.
_NO_CLAUSE = ("than", "as", "except", "for", "like")
_SUBJECTS = ("we", "i", "it", "they", "he", "she")


def finite_verbs(words: tuple[Word, ...]) -> list[Verb]:
    """The finite verbs of a sentence in their order; those inside quotations are left out."""
    nouns = {at: "NN2" if word.tag == "VVZ" else "NN1" for at, word in enumerate(words) if _is_noun(words, at)}
    tags = nouns | {at: "VVD" for at, word in enumerate(words) if word.tag == "VVN" and at and _is_past(words, at)}
    words = tuple(word._replace(tag=tags[at]) if at in tags else word for at, word in enumerate(words))
    if _is_condition(words):
        # "Should funds become available, we will act": what stands before the comma has no finite verb that changes.
        comma = next(at for at, word in enumerate(words) if word.text == ",")
        words = tuple(word._replace(quoted=True) if at < comma else word for at, word in enumerate(words))
    found = _unlisted(words)
    if found and _joins_plain_forms(words, found):
        words = with_tag(with_tag(words, found[0].at, "NN2"), found[0].at + 1, "VVB")
        found = _unlisted(words)
    for _ in range(_CLAUSES):
        missed = missed_verb(words, found)
        if missed is None:
            break
        words = with_tag(words, *missed)
        found = _unlisted(words)
    return found


def _joins_plain_forms(words: tuple[Word, ...], found: list[Verb]) -> bool:
    """Whether the first verb is a plural, as plain forms are joined to it: "health centres stock lamps and teach"."""
    first, behind = found[0].at, words[found[0].at + 1 : found[0].at + 2]
    if words[first].tag != "VVZ" or not is_known(words[first], "NOUN") or not behind or behind[0].tag != "NN1":
        return False
    plain = any(verb.joined and not verb.dependent and words[verb.at].tag == "VVB" for verb in found[1:])
    return plain and is_known(behind[0], "VERB")


def _is_condition(words: tuple[Word, ...]) -> bool:
    """Whether a sentence begins with a condition without "if": "Should …, we will", "Were …, we would"."""
    if not words or words[0].small not in ("should", "were", "had"):
        return False
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    return comma > 2 and any(word.tag == "VM0" for word in words[comma:])


def _unlisted(words: tuple[Word, ...]) -> list[Verb]:
    found = _verbs(words)
    passive = {after.at for verb, after in pairwise(found) if _shares_passive(words, verb, after)}
    said = {verb.at for verb in found[1:] if _is_said_of_noun(words, verb)}
    said |= {verb.at for verb in found if _precedes_verb(words, verb)}
    return [verb for verb in found if verb.at not in passive | said and not _is_listed(words, verb)]


def _shares_passive(words: tuple[Word, ...], verb: Verb, after: Verb) -> bool:
    """Whether a participle was taken for a past form: "lamps are bought in Duna or sold there".

    So it is where no object follows, also behind a subject of its own: "ten boats were seized and 300 lamps found".
    """
    word, joint = words[after.at], words[before(words, after.at)]
    if word.tag != "VVD" or word.small != participle(word.text) or lemma(word.small) in NEVER_PASSIVE:
        return False
    if not _is_passive(words, verb.at):
        return False
    if joint.tag == "CJC" and words[verb.at].tag != "VBD":
        return True
    behind = next((one for one in words[after.at + 1 :] if one.tag not in SKIPPED), None)
    between = words[verb.at + 2 : after.at]
    parted = any(one.tag == "CJC" or one.text == "," for one in between) and all(
        one.text not in ";:" for one in between
    )
    return parted and (behind is None or behind.tag not in _OBJECTS)


def _is_said_of_noun(words: tuple[Word, ...], verb: Verb) -> bool:
    """Whether a participle behind a verb's preposition was taken for a past form: "depends on the amount found"."""
    if words[verb.at].tag != "VVD" or words[verb.at].small != participle(words[verb.at].text):
        return False
    if verb.at + 1 < len(words) and words[verb.at + 1].tag in _OBJECTS:
        return False
    at = verb.at - 1
    while at > 0 and words[at].tag in _OF_NOUN_PHRASE:
        at -= 1
    by_preposition = words[at].tag[0] == "V" and words[at + 1].tag in ("PRP", "PRF")
    return by_preposition and words[verb.at - 1].tag[:2] in ("NN", "NP")


def _precedes_verb(words: tuple[Word, ...], verb: Verb) -> bool:
    """Whether a participle was taken for a past form, as the verb of its noun follows: "the lamps bought were old"."""
    word, behind = words[verb.at], words[verb.at + 1 : verb.at + 3]
    if word.tag != "VVD" or not behind or verb.joined or word.small != participle(word.text):
        return False
    # "The number of pilots registered stands at 14"
    of_one = [one.tag for one in words[max(verb.at - 3, 0) : verb.at]] == ["NN1", "PRF", "NN2"]
    as_noun = of_one and [one.tag for one in behind] == ["NN2", "PRP"] and is_known(behind[0], "VERB")
    return behind[0].tag in ("VBD", "VBZ", "VBB", "VVZ", "VHZ", "VHB", "VM0") or as_noun


def _is_passive(words: tuple[Word, ...], at: int) -> bool:
    """Whether a verb and the participle behind it say what is done to something: "are bought", "were also bought"."""
    behind = next((one for one in words[at + 1 :] if one.tag not in SKIPPED), None)
    return words[at].tag in ("VBZ", "VBB", "VBD") and behind is not None and behind.tag == "VVN"


def _is_listed(words: tuple[Word, ...], verb: Verb) -> bool:
    """Whether a participle in a list was taken for a past form: "has: trained …; bought …", "done: … lamps bought"."""
    word, colon = words[verb.at], next((at for at in range(verb.at) if words[at].text == ":"), None)
    if word.tag != "VVD" or word.small != participle(word.text):
        return False
    if lemma(words[before(words, verb.at)].small) == "get":
        return True  # "few get scanned"
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
    following = words[at + 1] if at + 1 < len(words) else None
    if word.tag not in ("VVZ", "VVB", "VVI") or not is_known(word, "NOUN"):
        return False
    if word.tag == "VVZ" and not in_lexicon(word.small, "VERB"):
        return True  # "pharmacies"
    if word.tag == "VVI":  # "pre-export notifications sent"
        said = last is not None and last.text == "," and "-" in word.text
        return said and following is not None and following.tag[:2] == "NN"
    if word.small in NEVER_VERBS or (following and following.small == "of"):
        return True
    if word.tag == "VVB" and last and last.small in PLURALS_BEFORE_NOUNS and following:
        return following.tag[:2] == "NN" or following.tag == "VVZ"  # "the customs control points", "arms trade fuels"
    if word.tag != "VVZ" or last is None:
        return False
    earlier = words[at - 2] if at > 1 else None
    if last.tag == "CRD" and last.small != "one":  # "some 200 calls a day"; but "one in five uses", "article 5 covers"
        return earlier is None or not (earlier.small == "in" or earlier.tag[:2] in ("NN", "NP"))
    joined = earlier is not None and (earlier.tag == "CJC" or earlier.text == ",")
    if joined and last.tag == "NN2" and last.small not in NEVER_VERBS and is_known(last, "VERB"):
        return True  # "searches ships, arrests suspects and keeps ropes"
    return last.tag == "AJ0" or last.small.endswith(("'s", "’s"))


def _is_past(words: tuple[Word, ...], at: int) -> bool:
    """Whether what was taken for a participle is a past form, since it has no passive: "cases happened in the port"."""
    leads = [word.small for word in words[at : at + 2]] == ["led", "to"]
    last = words[before(words, at)].tag
    return (leads and last in ("NN1", "NP0", "PNP")) or (
        last[:2] in ("NN", "NP", "PN") and lemma(words[at].small) in NEVER_PASSIVE
    )


def _verbs(words: tuple[Word, ...]) -> list[Verb]:
    found: list[Verb] = []
    last = last_main = ""  # the kind of the last verb: finite, or infinitive; and of the last outside other clauses
    dependent = False
    for at in range(len(words)):
        if not words[at].quoted:
            words = retagged(words, at, found)
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


def _goes_on(words: tuple[Word, ...], at: int, dependent: bool) -> bool:
    """Whether a dependent clause has begun at this word, or goes on."""
    word = words[at]
    if (word.tag == "CJS" and word.small not in _NO_CLAUSE) or (
        at and word.small in RELATIVE and word.tag in ("CJT", "PNQ", "DTQ")
    ):
        return True
    opened = at > 0 and (words[at - 1].tag == "CJS" or words[at - 1].small in RELATIVE)
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
        two = word.tag == "VVB" and [one.tag for one in words[max(at - 2, 0) : at]] == ["PRF", "CRD"]
        noun = noun and not two  # "teams of two patrol"
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
    if words[start].tag[0] == "V" and (words[start].small in _LETS or (start < joint and words[start].tag == "VDD")):
        return True  # "let inspectors see", "only then did prices rise"
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
