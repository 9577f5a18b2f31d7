"""Signs that people and programs make boxes and marks of. Keeps out: the rules (test_mark_rules.py)."""

import pytest

from pipeline.reading.form.marks import decide
from tests.reading.form.zones import line

# A yes and a no in each way.
PAIRS = [
    ("✅ Yes  ❌ No", "❌ Yes ✅ No"),
    ("YES ✔ NO ✘", "YES ✘ NO ✔"),
    ("☑ Yes ✗ No", "✗ Yes ☑ No"),
    ("⬛ Yes ⬜ No", "⬜ Yes ⬛ No"),
    ("Yes ◉ No ○", "Yes ○ No ◉"),
    ("(•) Yes ( ) No", "( ) Yes (•) No"),
    ("[*] Yes [ ] No", "[ ] Yes [*] No"),
    ("⊠ Yes ☐ No", "☐ Yes ⊠ No"),
    ("✖ Yes ☐ No", "☐ Yes ✖ No"),
    ("✔️ Yes 🔲 No", "🔲 Yes ✔️ No"),
    ("◼ Yes ◻ No", "◻ Yes ◼ No"),
    ("Yes ___X___ No ______", "Yes _______ No ___X___"),
    ("Yes ........X....... No .......", "Yes ....... No ....X..."),
    ("Yes - X No -", "Yes - No - X"),
    ("Yes … X No …", "Yes … No … X"),
    ("YES → X; NO →", "YES → ; NO → X"),
    ("Yes: X | No:", "Yes: | No: X"),
    ("_X_ Yes ___ No", "___ Yes _X_ No"),
    ("YES/NO – YES", "YES/NO – NO"),
    ("Affirmative", "Negative"),
]


@pytest.mark.parametrize(("yes", "no"), PAIRS)
def test_a_yes_and_a_no_in_signs_of_all_kinds(yes, no):
    assert (decide(line(yes)).value, decide(line(no)).value) == ("yes", "no")


def test_a_sign_that_nobody_knows_still_shows_that_boxes_come_first():
    assert decide(line("🔷 Yes ✔ No")).value == "no"


@pytest.mark.parametrize("text", ["❌ Yes ❌ No", "✔ Yes ✔ No", "Yes X No X"])
def test_the_same_sign_at_both_is_unclear(text):
    assert decide(line(text)).value == "unclear"
