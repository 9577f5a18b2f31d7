"""The language a text is in, by py3langid; only the languages that replies come in are told apart.

Keeps out: what follows from it (`intake/answers.py`).
"""

from functools import cache, lru_cache

# The six official languages and Portuguese, the other one in which replies to these bodies arrive.
LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh")
# Below this many letters a guess is as often wrong as right.
ENOUGH_LETTERS = 25
# A text with this share of common English words is English: nearly every reply is, and loading the model costs half
# a second. None of the words is one of another language told apart here.
_ENGLISH = frozenset(
    "the of and to for with is are have has been was were by from that this which their our we its at".split()  # noqa: SIM905
)
_ENGLISH_SHARE = 0.15
# Letters from which a script is told, and the share of them that tells it: names in Latin letters stand in any text.
_BEGINNING, _SHARE = 400, 1 / 3
# Scripts in which only one of these languages is written, by the codes of their letters: a word or two is enough.
_SCRIPTS = (
    ("ru", range(0x400, 0x530)),
    ("ar", range(0x600, 0x780)),
    ("zh", range(0x3400, 0xA000)),
)


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier


def has_english(text: str) -> bool:
    """Whether a text has any of the commonest English words, so that it is hardly in another language."""
    return not _ENGLISH.isdisjoint(text.lower().split())


@lru_cache(maxsize=1 << 16)
def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where the text is too short to tell."""
    if not text.isascii() and (language := _by_script(text)):
        return language
    # The beginning of a long text has enough letters, unless it is one of numbers.
    if sum(map(str.isalpha, text[:200])) < ENOUGH_LETTERS and sum(map(str.isalpha, text)) < ENOUGH_LETTERS:
        return None
    words = text.lower().split()
    if sum(map(_ENGLISH.__contains__, words)) >= _ENGLISH_SHARE * len(words):
        return "en"
    return _identifier().classify(text)[0]


def _by_script(text: str) -> str | None:
    letters = [ord(letter) for letter in text[:_BEGINNING] if letter.isalpha()]
    shares = {language: sum(letter in codes for letter in letters) for language, codes in _SCRIPTS}
    most = max(shares, key=shares.__getitem__)
    return most if shares[most] > _SHARE * len(letters) else None
