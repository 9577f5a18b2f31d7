"""An adopted recommendation as meeting.yaml gives it to the rest of the pipeline.

Imports only the standard library, since the processes that read replies need this and little else.
Keeps out: how meeting.yaml is read and checked (`meeting.py`).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recommendation:
    """One recommendation. `id` is issue and label ("1.a"), `position` its place in the whole note, from 1."""

    id: str
    issue: int
    issue_title: str
    label: str
    position: int
    text: str

    @property
    def printed_label(self) -> str:
        """The label as notes and forms print it."""
        return printed_label(self.label)


def printed_label(label: str) -> str:
    """A recommendation's label as it is printed: a letter in brackets, a number as it is."""
    return label if label.isdigit() else f"({label})"
