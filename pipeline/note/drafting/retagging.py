"""Tags put right where the tagger has taken a verb for a noun, or a noun for a verb, behind the verbs found so far.

Keeps out: clauses in which no verb was found at all (`missed_verbs.py`).
"""

from pipeline.note.drafting.missed_verbs import is_known, may_be_verb
from pipeline.note.drafting.tagging import SKIPPED, Verb, Word, before
from pipeline.note.drafting.verb_forms import lemma
from pipeline.note.wording import WORDING

# Verbs that the tagger takes for nouns where another verb is before them.
_SHARED = frozenset(WORDING["joined_verbs"].split())
# Nouns that are verbs as well, of what is meant to be done.
_INTENTIONS = frozenset(WORDING["intentions"].split())
# What a subject may consist of, up to its noun.
_BEFORE_SUBJECT = ("AT0", "DPS", "AJ0", "NN1", "NP0", "CRD")
# Verbs that the tagger takes for nouns, of what is done to people; and who these are.
_TO_PEOPLE, _PEOPLE = (frozenset(WORDING[name].split()) for name in ("done_to_people", "people"))
NEVER_PASSIVE = frozenset(WORDING["never_passive"].split())
# What begins a question that is told.
_ASKS = ("how", "what", "whether", "why")
_ENDINGS_OF_PEOPLE = ("ers", "ors", "ees", "ists", "ants")
_VERBS = ("VVB", "VVZ", "VVD", "VVI", "VBB", "VBZ", "VBD", "VHB", "VHZ", "VHD", "VM0")
RELATIVE = ("that", "which", "who", "whom", "whose")


def retagged(words: tuple[Word, ...], at: int, found: list[Verb]) -> tuple[Word, ...]:
    """The words with this one's tag put right, where the tagger has taken a verb for a noun or the other way round."""
    word = words[at]
    # "Shows that supply is ample", where "shows" was taken for a plural: but "lamps that burn"
    subject = at > 1 and at + 1 < len(words) and words[at + 1].tag in ("VBZ", "VHZ") and is_known(words[at - 2], "VERB")
    if word.tag == "NN1" and not subject and _comes_before_verb(words, at, "NN2") and is_known(word, "VERB"):
        return with_tag(words, at, "VVB")  # "they share", "agencies that counter"
    relative = at > 0 and words[at - 1].small in RELATIVE
    if relative and _comes_before_verb(words, at, "NN1") and may_be_verb(words, at, "NN2"):
        return with_tag(words, at, "VVZ")  # "an operation that targets imports"
    if _has_clause_of_its_own(words, at):
        return with_tag(words, at, "VVZ")
    if not found and _stands_before_adjective(words, at):
        return with_tag(words, at, "VVZ")
    if found and (
        _joins_as_noun(words, at, words[found[-1].at].tag)
        or _intends(words, at, found[-1].at)
        or _is_one_of_verbs(words, at, found)
    ):
        return with_tag(words, at, "VVZ" if word.tag == "NN2" else "VVB")
    if word.tag == "VVZ" and found and _has_other_subject(words, at, words[found[-1].at]):
        return with_tag(words, at, "NN2")  # "courts try cases; judges hand down sentences"
    if word.tag == "VVZ" and found and 1 < at - found[-1].at <= 3 and is_known(word, "NOUN"):
        between = words[found[-1].at + 1 : at]
        if all(one.tag in ("NN1", "AJ0", "AT0", "DPS") for one in between):
            return with_tag(words, at, "NN2")  # "process export permits"
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


def _has_clause_of_its_own(words: tuple[Word, ...], at: int) -> bool:
    """Whether what was taken for a plural is the verb of a clause: "which the Ministry funds."."""
    if words[at].tag != "NN2" or at < 3 or words[at - 1].tag not in ("NN1", "NP0") or not is_known(words[at], "VERB"):
        return False
    following = words[at + 1].tag if at + 1 < len(words) else "PUN"
    start = at - 1
    while start > 0 and words[start].tag in (*_BEFORE_SUBJECT, "NN1"):
        start -= 1
    opening, subject = words[start], words[start + 1].tag
    if opening.tag in ("CJS", "AVQ") and opening.small not in ("than", "as"):
        return subject in ("AT0", "DPS", "NP0") and following in ("AT0", "DPS", "DT0")
    if following not in ("PUN", "PRP"):
        return False
    if opening.tag == "CJT" and start and words[start - 1].tag[0] == "V":  # "believe that prevention works"
        return True
    relative = opening.small in ("which", "whom") and words[start - 1].tag != "PRP"
    return relative and subject in ("AT0", "DPS", "NP0")


def _stands_before_adjective(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word that was taken for a plural is the verb of what comes before it: "the unit analyses old cases"."""
    if at < 1 or at + 2 >= len(words) or words[at].tag != "NN2" or not is_known(words[at], "VERB"):
        return False
    subject = all(one.tag in _BEFORE_SUBJECT for one in words[: at - 1]) and words[at - 1].tag in ("NN1", "NP0")
    return subject and words[at + 1].tag == "AJ0" and words[at + 2].tag in ("NN1", "NN2", "AJ0")


def _is_one_of_verbs(words: tuple[Word, ...], at: int, found: list[Verb]) -> bool:
    """Whether what was taken for a noun is a verb among others: "search ships, arrest pilots and keep the ropes"."""
    last, joint = found[-1], before(words, at)
    if words[last.at].tag != "VVB" or joint <= last.at or not may_be_verb(words, at, "NN1"):
        return False
    if lemma(words[at].small) in NEVER_PASSIVE:  # without objects: "travel documents"
        return False
    if words[joint].tag == "CJC":  # the last of three, or with somebody for its object
        listed = last.joined and words[before(words, last.at)].text == ","
        return listed or (words[at].small in _TO_PEOPLE and _are_people(words[at + 1]))
    if words[joint].text != ",":
        return False
    behind = next((other for other in range(at + 1, len(words)) if words[other].tag in (*_VERBS, "PUN", "CJC")), None)
    if behind is None or words[behind].tag != "CJC" or behind + 1 >= len(words):
        return False
    after = next((one for one in words[behind + 1 :] if one.tag not in SKIPPED), None)
    return after is not None and (after.tag in ("VVB", "VVI") or (after.tag == "NN1" and is_known(after, "VERB")))


def _are_people(word: Word) -> bool:
    """Whether a word names people, as a list or its ending says."""
    return word.small in _PEOPLE or (word.tag == "NN2" and word.small.endswith(_ENDINGS_OF_PEOPLE))


def _intends(words: tuple[Word, ...], at: int, verb: int) -> bool:
    """Whether what was taken for a noun says what is meant to be done: "employ officers and plan to train them"."""
    if words[verb].tag not in ("VVB", "VHB") or words[at].small not in _INTENTIONS or words[at - 1].tag != "CJC":
        return False
    return words[at + 1 : at + 2] != () and words[at + 1].tag == "TO0" and words[at - 2].tag == "NN2"


def _joins_as_noun(words: tuple[Word, ...], at: int, verb: str) -> bool:
    """Whether a word that was taken for a noun is a verb joined to the one before: "hold talks and share data"."""
    joint = before(words, at)
    if joint < 0 or not (words[joint].tag == "CJC" or words[joint].text in (",", ";")):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.small in _ASKS and is_known(words[at], "VERB"):  # "lists holders and shows what they do"
        return (words[at].tag, verb) in (("NN2", "VVZ"), ("NN1", "VVB"))
    if words[at].tag == "NN2" and verb in ("VVZ", "VHZ", "VBZ", "VDZ"):
        behind = following is not None and following.tag == "PRP" and lemma(words[at].small) in _SHARED
        two = words[at : at + 3 : 2] if at + 2 < len(words) and words[at + 1].tag == "CJC" else ()
        amid = bool(two) and two[1].tag in ("VVZ", "NN2") and all(is_known(word, "VERB") for word in two)
        return behind or amid or may_be_verb(words, at, "NN2")
    if verb not in ("VVB", "VVI", "VBB", "VHB"):
        return False
    if words[at].small == "report" and following and following.small in ("to", "on"):  # "set limits and report to him"
        return words[joint].tag == "CJC" and words[joint - 1].tag == "NN2"
    certain = following is not None and following.tag in ("AT0", "DPS", "DT0", "AJC")
    return may_be_verb(words, at, "NN1") and (certain or words[at].small in _SHARED)


def with_tag(words: tuple[Word, ...], at: int, tag: str) -> tuple[Word, ...]:
    """The words with another tag at one place."""
    return (*words[:at], words[at]._replace(tag=tag), *words[at + 1 :])
