"""Recommendations that one form answers twice, as where two ministries filled in a copy each.

docs/rules.md, "Two answers in one form". Keeps out: sheets and other formats, where a second row is an error.
"""

from dataclasses import replace

from pipeline.reading.reply import ReadAnswer, Remark


def joined(answers: list[ReadAnswer]) -> tuple[list[ReadAnswer], list[Remark]]:
    """One answer for each recommendation, and a remark where two that differ were put one behind the other."""
    found: dict[str, ReadAnswer] = {}
    remarks = []
    for answer in answers:
        known = found.setdefault(answer.recommendation, answer)
        if known is answer:
            continue
        texts = [text for text in dict.fromkeys((known.text, answer.text)) if text.strip()]
        said = [one.action_taken for one in (known, answer) if one.action_taken]
        # A copy without a mark says nothing against the mark of the other.
        stated = dict.fromkeys(value for value in said if value != "unclear") or dict.fromkeys(said)
        places = dict.fromkeys(one.locator for one in (known, answer) if one.text.strip() or one.action_taken)
        value = next(iter(stated), "") if len(stated) < 2 else "unclear"
        found[answer.recommendation] = replace(
            known, text="\n\n".join(texts), action_taken=value, locator="; ".join(places) or known.locator
        )
        if len(texts) > 1 or len(stated) > 1:
            shown = f"two different answers to {answer.recommendation}, put one behind the other"
            remarks.append(Remark("needs_editor", answer.locator, shown))
    return list(found.values()), remarks
