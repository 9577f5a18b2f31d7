"""The register raw/respondents.csv: who can be asked, and whom a name in a reply means.

Keeps out: which respondents a meeting invited (meeting.yaml) and what they sent.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

from pipeline.errors import Faults
from pipeline.raw import csv_lines
from pipeline.text.data_file import data_beside
from pipeline.text.territory_names import TerritoryNames, may_be_foreign, without_marks
from schemas.vocabulary import RESPONDENT_KINDS

COLUMNS = ("code", "name", "name_in_text", "sort_key", "kind", "groups", "aliases")

_DATA = data_beside(__file__, "respondents.yaml")
_BEFORE_NAME, _BEHIND_NAME = frozenset(_DATA["before_name"]), frozenset(_DATA["behind_name"])
_OFFICE, _OFFICE_WITHIN = frozenset(_DATA["office"]), 3  # words
_OF, _ADDRESSED = frozenset(_DATA["of"]), frozenset(_DATA["addressed"])
# A line that says whose a reply is has so many words at most.
_NAMING_WORDS = 20
# "Alba's", "l'Albanie"
_BESIDE_NAME = re.compile(r"['’]s?(?=\s)|\b[dl]['’]|^\W*on behalf of\b", re.I)


@dataclass(frozen=True)
class Respondent:
    """One row of the register."""

    code: str
    name: str
    name_in_text: str
    sort_key: str
    kind: str
    groups: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def names(self) -> dict[str, str]:
        """Every form of the name that a reply may carry, folded, with the column it stands in."""
        forms = [("aliases", alias) for alias in self.aliases]
        forms += [("sort_key", self.sort_key), ("name_in_text", self.name_in_text), ("name", self.name)]
        return {fold(form): column for column, form in (*forms, ("code", self.code)) if fold(form)}

    @property
    def order(self) -> str:
        """Key that sorts respondents in English alphabetical order."""
        return sort_form(self.sort_key)


def fold(name: str) -> str:
    """Form of a name for comparing: case, accents, punctuation, spaces and a leading "the" do not matter."""
    plain = re.sub(r"[\W_]+", " ", without_marks(name).replace("'", "")).strip()
    return plain.removeprefix("the ")


def sort_form(sort_key: str) -> str:
    """Form of a sort key that plain comparison puts into English alphabetical order."""
    return without_marks(sort_key).replace("'", "")


@dataclass(frozen=True)
class Register:
    """All respondents, in English alphabetical order."""

    respondents: tuple[Respondent, ...]

    @cached_property
    def by_code(self) -> dict[str, Respondent]:
        return {respondent.code: respondent for respondent in self.respondents}

    @cached_property
    def _by_name(self) -> dict[str, Respondent]:
        return {name: respondent for respondent in self.respondents for name in respondent.names}

    @cached_property
    def _in_other_languages(self) -> TerritoryNames:
        return TerritoryNames(
            {one.code: (*one.aliases, one.sort_key, one.name_in_text, one.name, one.code) for one in self.respondents}
        )

    @property
    def groups(self) -> set[str]:
        return {group for respondent in self.respondents for group in respondent.groups}

    @property
    def invitable(self) -> frozenset[str]:
        """What a meeting can name in questionnaire.invited: groups and codes."""
        return frozenset(self.groups | set(self.by_code))

    def find(self, written: str) -> list[Respondent]:
        """Whom a name as written in a reply means: one, none, or several candidates.

        A code or a whole name decides; else the names that stand inside the text, the longest first, as in
        an agency chain; a name inside a longer one found ("Guinea" in "Guinea-Bissau") does not count. Names in
        other languages come in where the English ones do not decide, or the text may be in another language.
        """
        if written.strip() in self.by_code:
            return [self.by_code[written.strip()]]
        folded = fold(written)
        if folded in self._by_name:
            return [self._by_name[folded]]
        names = self._english_names_in(folded)
        matching = list(dict.fromkeys(self._by_name[name] for name in names))
        if len(matching) == 1 and not may_be_foreign(written, names):
            return matching
        return [self.by_code[code] for code in self._in_other_languages.find(written)]

    def named(self, line: str) -> Respondent | None:
        """Whom a line names that says nothing but whose a reply is.

        "Alba", "Embassy of Alba", "Alba's reply", "Ministry of Transport of Alba".
        """
        words = fold(_BESIDE_NAME.sub(" ", line)).split()
        if len(words) > _NAMING_WORDS or (words and words[0] in _ADDRESSED):
            return None
        first = next((at for at, word in enumerate(words) if word not in _BEFORE_NAME), len(words))
        last = next(
            (at for at in range(len(words), 0, -1) if not (words[at - 1] in _BEHIND_NAME or words[at - 1].isdecimal())),
            0,
        )
        # A name may begin or end with such a word itself.
        places = list(product(range(first, -1, -1), range(last, len(words) + 1)))
        if not _OFFICE.isdisjoint(words[:_OFFICE_WITHIN]):
            behind_comma = len(fold(line.rpartition(",")[2]).split()) if "," in line else 0
            places += [
                (at, len(words))
                for at in range(1, len(words))
                if words[at - 1] in _OF or len(words) - at == behind_comma
            ]
        found = (self._whole(" ".join(words[begin:end])) for begin, end in places)
        return next(filter(None, found), None)

    def _whole(self, name: str) -> Respondent | None:
        """Whom a whole name means, in any of the languages; None where it is nobody's, or several have it."""
        codes = self._in_other_languages.whole(name) if name not in self._by_name else []
        return self._by_name.get(name) or (self.by_code[codes[0]] if len(codes) == 1 else None)

    def _english_names_in(self, folded: str) -> list[str]:
        rest, names = f" {folded} ", []
        for name in sorted(self._by_name, key=len, reverse=True):
            if len(name) > 3 and f" {name} " in rest:
                rest = rest.replace(f" {name} ", " | ")
                names.append(name)
        return names


def load_register(path: Path) -> Register:
    """Read and check the register.

    Raises:
        BadInput: naming file, line, column, what was found and what was expected.
    """
    name = f"{path.parent.name}/{path.name}"
    respondents, lines, names, faults = [], {}, {}, Faults()
    for line, row in csv_lines.read(path, name, COLUMNS, COLUMNS[:5], faults):
        place = f"{name}:{line}"
        if not re.fullmatch(r"[A-Z][A-Z0-9]{2,11}", row["code"]):
            faults.add(place, "code", row["code"], "3 to 12 capital letters or digits, such as NPL")
        if row["code"] in lines:
            faults.add(place, "code", row["code"], f"each code once (it is also on line {lines[row['code']]})")
        if row["kind"] not in RESPONDENT_KINDS:
            faults.add(place, "kind", row["kind"], "one of " + ", ".join(RESPONDENT_KINDS))
        respondent = Respondent(
            **{column: row[column] for column in COLUMNS[:5]},
            groups=_parts(row["groups"]),
            aliases=_parts(row["aliases"]),
        )
        for form in sorted(respondent.names):
            if form in names:
                column = respondent.names[form]
                faults.add(place, column, form, f"a name that is not also on line {names[form]}")
            names.setdefault(form, line)
        lines.setdefault(row["code"], line)
        respondents.append(respondent)
    faults.tell()
    return Register(tuple(sorted(respondents, key=lambda respondent: respondent.order)))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
