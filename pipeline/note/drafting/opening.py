"""The head of a draft: who says it, one of a few wordings in turn, and how the first sentence joins on.

What the respondent does or has done is told without "that": "We train pilots" becomes "X reported training pilots".
Keeps out: the rest of the sentence (`backshift.py`, `person.py`), and the wordings (`note/wording.yaml`).
"""

import re
import zlib

from pipeline.note.drafting.capitals import is_office, loses_capital
from pipeline.note.drafting.changes import Change
from pipeline.note.drafting.tagging import Verb, Word, before, instead
from pipeline.note.drafting.verb_forms import ing, lemma, past
from pipeline.note.wording import WORDING
from pipeline.raw.respondents import Respondent

RULE = "opening"
_REPORTING = frozenset(WORDING["reporting"].split())
# Behind a name, in small letters.
_SAID = re.compile(rf"\s+(?:also\s+|further\s+)?(?P<says>{'|'.join(sorted(_REPORTING))})\b")
_SAYS = re.compile(r"\s+(?:also\s+|further\s+)?(?P<says>\w+s)\s+that\b")
_STATES, _SAYINGS = frozenset(WORDING["states"].split()), frozenset(WORDING["sayings"].split())


def is_reported(sentence: str, respondent: Respondent) -> bool:
    """Whether a sentence already tells what the respondent said: "Borland reported"."""
    return _behind_name(sentence, respondent, _SAID) is not None


def reports_itself(sentence: str, respondent: Respondent) -> bool:
    """Whether a sentence tells what the respondent says, which becomes what it said: "Borland reports that"."""
    says = _behind_name(sentence, respondent, _SAYS)
    return says is not None and past(says) in _REPORTING


def _behind_name(sentence: str, respondent: Respondent, pattern: re.Pattern) -> str | None:
    """The verb behind the respondent's name at the head of a sentence; None where the pattern does not fit."""
    rest = sentence.lower().removeprefix("the ")
    for name in (respondent.name, respondent.name_in_text, respondent.sort_key):
        if found := pattern.match(rest.removeprefix(name.lower().removeprefix("the "))) if name else None:
            return found["says"]
    return None


def opened(
    sentence: str, words: tuple[Word, ...], verbs: list[Verb], respondent: Respondent
) -> tuple[list[Change], str]:
    """Changes that make a sentence the first of a draft, and what stands before it; empty where its turn chooses."""
    if _says(words, verbs):
        return [Change(RULE, 0, sentence[: words[1].start], "")], f"{_names(respondent)['Name']} "
    deeds = _deeds(sentence, words, verbs)
    if deeds:
        opening = WORDING["opening_of_deeds"].format(statement="", **_names(respondent))
        # "We" goes, with the blank behind it.
        return [Change(RULE, 0, sentence[: words[1].start], ""), *deeds], opening
    if is_office(words):
        return [Change(RULE, 0, "", "the ")], ""
    if loses_capital(words):
        return [Change(RULE, 0, sentence[0], sentence[0].lower())], ""
    return [], ""


def of_things(respondent: Respondent) -> str:
    """The opening before a sentence that has no verb."""
    return WORDING["opening_of_things"].format(statement="", **_names(respondent))


def turn_of(respondent: str, recommendation: str, before: int | None) -> int:
    """Which of the openings a paragraph has, from 0: always the same one, but for that of the paragraph `before` it.

    No other paragraph counts: a reply that comes in late gives the others no new words. Both are codes.
    """
    openings = WORDING["openings"]
    turn = zlib.crc32(f"{respondent} {recommendation}".encode()) % len(openings)
    if before is None:
        return turn
    return next(at for at in (*range(turn, len(openings)), *range(turn)) if openings[at] != openings[before])


def by_turn(respondent: Respondent, turn: int) -> str:
    """The opening of a paragraph whose turn chooses it."""
    return WORDING["openings"][turn].format(statement="", **_names(respondent))


def _names(respondent: Respondent) -> dict[str, str]:
    """A respondent's name as it begins a sentence, and as it stands in one."""
    name = respondent.name_in_text
    return {"Name": name[0].upper() + name[1:], "name": name}


def _deeds(sentence: str, words: tuple[Word, ...], verbs: list[Verb]) -> list[Change]:
    """The -ing forms of what "we" do, or have done, where the sentence says nothing else; none where it does."""
    if not words or words[0].small != "we" or len(words) < 3:
        return []
    main = [verb for verb in verbs if not verb.dependent]
    if not main or before(words, main[0].at) != 0 or any(not verb.joined for verb in main[1:]):
        return []
    kinds = {_kind(words, verb) for verb in main}
    told = any(words[verb.at + 1].small == "that" for verb in main if verb.at + 1 < len(words))
    if len(kinds) != 1 or kinds == {""} or told:
        return []
    return [instead(sentence, words[verb.at], ing(words[verb.at].text), RULE) for verb in main]


def _says(words: tuple[Word, ...], verbs: list[Verb]) -> bool:
    """Whether "we" say something, so that no "reported" is needed."""
    main = [verb for verb in verbs if not verb.dependent]
    one = bool(main) and words[0].small == "we" and before(words, main[0].at) == 0
    return one and words[main[0].at].small in _SAYINGS and words[main[0].at].tag in ("VVB", "VVI")


def _kind(words: tuple[Word, ...], verb: Verb) -> str:
    """Whether a verb tells what is done, or begins what has been done; empty for all else, and where "not" follows."""
    word, following = words[verb.at], words[verb.at + 1 : verb.at + 4]
    rest = next((one for one in following if one.tag != "AV0"), None)
    if word.small == "have" and rest is not None and rest.small == "got":
        return ""  # "We have got" is what we have
    if word.small == "have" and rest is not None and rest.tag in ("VVN", "VBN", "VHN", "VDN", "VVD"):
        return "done"
    return "does" if verb.present and word.tag in ("VVB", "VVI", "NN1") and lemma(word.text) not in _STATES else ""
