"""Files are read in the tests' own process here."""

from tests.reading_here import reading_here

__all__ = ["reading_here"]
