"""Names of States and territories in the six official languages and Portuguese: those of CLDR, by way of babel, and
those of `territory_names.yaml` that CLDR lacks. Nothing of either is loaded before a name is asked for.

Keeps out: the register with its English names, which come first (`raw/respondents.py`).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline.text.data_file import data_beside

# Several countries write the same language differently: "Arabia Saudí" and "Arabia Saudita", "Polônia" and "Polónia".
_LANGUAGES = ("ar", "en", "es", "es_419", "fr", "fr_CA", "pt", "pt_PT", "ru", "zh", "zh_Hant", "zh_Hant_HK")
# English names that others carry inside their names in other languages, as in "Guinea Ecuatorial", or that a word
# beside them turns into another's, as in "Congo, Dem. Rep."
_PARTS_OF_OTHERS = frozenset({"congo", "georgia", "guinea", "republic of korea", "russia", "samoa", "sudan"})
# Small words of Spanish, French and Portuguese that no English name of an office needs.
_SMALL_WORDS = frozenset("au aux da das de del des do dos du el en et la las le les los y".split())  # noqa: SIM905
_CHINESE = "\u3400-\u9fff"
_WORD = re.compile(rf"[{_CHINESE}]|[^\W_{_CHINESE}]+")
# "And", "with", "at" and "in" part what stands behind them from what stands before.
_INSIDE_CHINESE = re.compile(rf"(?<=[{_CHINESE}])(?<![和与與及驻駐在])[{_CHINESE}]")
_CYRILLIC = re.compile("[а-яё]+")
# Letters that are written for one another in Arabic; the stroke that stretches words goes. NFKD has parted alef from
# what stands on it.
_ARABIC = str.maketrans("ىةکیٱ", "يهكيا", "\u0640")
_ARABIC_LETTER = re.compile("[\u0620-\u064a]")
_ARABIC_AND = re.compile(r"\bو\s+")
_ADJECTIVE = "ая ое ый ий ые ие ой ую ого ому ым им ом ых их ыми ими ия ию ием"
# Ends of Russian words and what they become in other cases. Words with other ends stay as they are ("Конго").
_CASES = (
    (r"(остров)а", "а ов ам ах ами"),
    (r"(.+)(?:ая|ое|ый|ий|ые|ие)", _ADJECTIVE),
    (r"(.+)ия", "ия ии ию ией"),
    (r"(.+)ея", "ея еи ее ею"),
    (r"(.+[^аеиоуыэюя])а", "а ы и е у ой"),
    (r"(.+)ы", "ы ов ам ах ами ых ым"),
    (r"(.+)ь", "ь я ю е и ем ью"),
    (r"(.+)й", "й я ю е ем"),
    (r"(.+ств)о", "о а у ом е"),
    (r"(.+[бвгджзклмнпрстфхцчшщ])", " а у ом е"),
)


def without_marks(text: str) -> str:
    """The text without accents and difference of case, every apostrophe as the plain one."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ʼ", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def may_be_foreign(written: str, names: Iterable[str]) -> bool:
    """Whether a text may be in another language than English, so that the English names found in it may mislead."""
    if not _PARTS_OF_OTHERS.isdisjoint(names) or any(letter.isalpha() and not letter.isascii() for letter in written):
        return True
    return not _SMALL_WORDS.isdisjoint(re.findall(r"\w+", written.lower()))


class TerritoryNames:
    """Whom a name means, in any of the languages; asked with all names that a register has for each of its codes."""

    def __init__(self, register: Mapping[str, Iterable[str]]):
        file = _file()
        owned: dict[str, set[str]] = {}
        for code, own in register.items():
            known = {*_cldr().get(_short_code(code), ()), *file["names"].get(code, ())}
            # A register may give its own meaning to a code that is another's in CLDR: then no name is the same.
            same = {_fold(name) for name in known} & {_fold(name) for name in own}
            owned[code] = {*own, *known} if same else set(own)
        others = set(file["elsewhere"]).union(*_cldr().values(), *file["names"].values())
        self._base_forms = _base_forms(others.union(*owned.values()))
        self._codes: dict[str, set[str]] = {key: set() for name in others for key in self._keys(name)}
        for code, names in owned.items():
            for name in names:
                for key in self._keys(name):
                    self._codes.setdefault(key, set()).add(code)
        alone = {key for name in file["alone"] for key in self._keys(name)}
        self._inside = {key for key in self._codes if key not in alone and (len(key) > 3 or not key.isascii())}
        self._whole = {**self._without_article(), **self._codes}
        self._unless = {
            key: tuple(map(_fold, words)) for name, words in file["unless"].items() for key in self._keys(name)
        }
        self._lengths: dict[str, set[int]] = {}
        for key in self._inside:
            words = key.split()
            self._lengths.setdefault(words[0], set()).add(len(words))

    def find(self, written: str) -> list[str]:
        """Codes of those whom the text names: one, none, or several.

        A whole name decides; else the names inside, the longest first. A name of somebody who is not in the register
        covers its words too: "Géorgie du Sud" is not Georgia.
        """
        words, starts = self._words(written)
        if whole := self._whole.get(" ".join(words)):
            return sorted(whole)
        covered: set[int] = set()
        chosen = []
        for key, places in sorted(self._matches(words, starts), key=lambda match: (-len(match[0]), match[1].start)):
            if covered.isdisjoint(places):
                covered.update(places)
                chosen.append(key)
        rest = [word for place, word in enumerate(words) if place not in covered]
        return list(
            dict.fromkeys(code for key in chosen if self._stands(key, rest) for code in sorted(self._codes[key]))
        )

    def whole(self, written: str) -> list[str]:
        """Codes of those whom the whole text names."""
        return sorted(self._whole.get(" ".join(self._words(written)[0]), ()))

    def _matches(self, words: list[str], starts: set[int]) -> Iterable[tuple[str, range]]:
        for start, first in enumerate(words):
            for length in self._lengths.get(first, ()):
                key, end = " ".join(words[start : start + length]), start + length
                # Two Chinese characters may be parts of other words, as 海地 in 上海地区: they count at a beginning.
                if key in self._inside and end <= len(words) and (length != 2 or start in starts):
                    yield key, range(start, end)

    def _stands(self, key: str, rest: list[str]) -> bool:
        """Whether no word of the rest makes another name of it, as "Congo, République démocratique du"."""
        return not any(
            word == sign or (len(sign) > 3 and word.startswith(sign))
            for sign in self._unless.get(key, ())
            for word in rest
        )

    def _words(self, text: str) -> tuple[list[str], set[int]]:
        """Words in their base form, Chinese characters one by one, and the places where writing begins anew."""
        plain = _one_spelling(text)
        matches = list(_WORD.finditer(plain))
        inner = {match.start() for match in _INSIDE_CHINESE.finditer(plain)}
        starts = {place for place, match in enumerate(matches) if match.start() not in inner}
        return [self._base_forms.get(match[0], match[0]) for match in matches], starts

    def _keys(self, name: str) -> set[str]:
        """Forms under which a name is looked for: with and without apostrophes, and behind an Arabic preposition."""
        plain = _one_spelling(name)
        keys = {" ".join(self._words(form)[0]) for form in (plain, plain.replace("'", ""))} - {""}
        for key in [key for key in keys if _ARABIC_LETTER.match(key)]:
            # "And", "in" and "for" are written as the first letter of the word; the article loses its own after "for".
            keys |= {f"و{key}", f"ب{key}", f"ل{key.removeprefix('ا') if key.startswith('ال') else key}"}
        return keys

    def _without_article(self) -> dict[str, set[str]]:
        return {key.removeprefix("ال"): codes for key, codes in self._codes.items() if key.startswith("ال")}


def _one_spelling(text: str) -> str:
    """The text without marks, and with one spelling of what is spelled in two ways in Arabic."""
    return _ARABIC_AND.sub("و", without_marks(text).translate(_ARABIC).replace("ديموقراط", "ديمقراط"))


def _fold(name: str) -> str:
    return " ".join(_WORD.findall(_one_spelling(name)))


def _base_forms(names: Iterable[str]) -> dict[str, str]:
    """The nominative of every case of the Russian words in names; adjectives of all genders have the same."""
    bases: dict[str, str] = {}
    for word in sorted({word for name in names for word in _CYRILLIC.findall(name.casefold()) if len(word) > 3}):
        for pattern, ends in _CASES:
            if match := re.fullmatch(pattern, word):
                base = match[1] + "ый" if ends is _ADJECTIVE else word
                for end in ends.split(" "):
                    bases.setdefault(_one_spelling(match[1] + end), _one_spelling(base))
                break
    return bases


@cache
def _cldr() -> dict[str, set[str]]:
    """Names of every country and territory, by its code of two letters."""
    from babel import Locale

    names: dict[str, set[str]] = {}
    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code.isalpha():
                names.setdefault(code, set()).add(name)
    return names


def _short_code(code: str) -> str:
    """The code of two letters for one of three; "" for what is none, or of what has since been divided."""
    from babel.core import get_global

    codes = get_global("territory_aliases").get(code, ())
    return codes[0] if len(codes) == 1 else ""


@cache
def _file() -> dict:
    return data_beside(__file__, "territory_names.yaml")
