"""What a finding code says: severity, meaning, what the desk officer does next, and other advice where that fits.

Keeps out: the codes (`finding_codes.py`).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Case(NamedTuple):
    """What a finding says instead where the usual advice would not help; no meaning: the usual one."""

    action: str
    meaning: str = ""


class FindingCode(NamedTuple):
    """What a code says: severity, its meaning in one clause, and the next step as an order to the officer.

    `cases`: other advice, by a name for when it fits.
    """

    severity: str
    meaning: str
    action: str
    cases: Mapping[str, Case] = MappingProxyType({})

    def of(self, case: str) -> Case:
        """Action and meaning in one of the cases; in the usual one where `case` is empty."""
        if not case:
            return Case(self.action, self.meaning)
        return Case(self.cases[case].action, self.cases[case].meaning or self.meaning)
