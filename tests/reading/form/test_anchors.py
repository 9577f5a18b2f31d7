"""Recommendations found in a form by their own letters: glued, reworded, cut short; and not in ordinary answers."""

import pytest

from pipeline.reading.form.anchors import Anchors

LIGHTS = "Governments are encouraged to inspect the lights of every small harbour once a year and to publish them."
PILOTS = (
    "Governments should train pilots in the use of tide tables and publish the results of each course without delay."
)
CARGO = "Port authorities are urged to share lists of dangerous cargo with their neighbours, in particular at night."


@pytest.fixture(scope="module")
def anchors() -> Anchors:
    return Anchors({"1.a": LIGHTS, "1.b": PILOTS, "2.a": CARGO})


@pytest.mark.parametrize(
    "printed",
    [
        LIGHTS,
        LIGHTS.upper(),
        LIGHTS.replace(" ", ""),
        LIGHTS.replace(" the ", "the ").replace("once a year", "onceayear"),
        LIGHTS.replace(" ", "\u00a0"),
        f"(a) {LIGHTS}",
        f"Recommendation (a): {LIGHTS.rstrip('.')}; and",
        LIGHTS[: len(LIGHTS) // 2],
        LIGHTS[: len(LIGHTS) // 3] + " …",
        LIGHTS[len(LIGHTS) // 2 :],
        LIGHTS.replace("encouraged", "invited").replace("once a year", "every year"),
        LIGHTS.replace("small harbour", "smal harbor"),
        f"{LIGHTS} (see paragraph 12 of the report of the eleventh meeting, annex I)",
    ],
)
def test_a_recommendation_is_found_however_it_is_printed(anchors, printed):
    assert anchors.find(printed).key == "1.a"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yes",
        "Governments",
        "The lights of our harbours were inspected in 2030 by three teams.",
        "Pilots use tide tables; 14 courses were held and all of the results were printed.",
        "We share our list of cargo with Cyra every month and keep a register of all of it.",
        "Governments are encouraged",
    ],
)
def test_an_ordinary_paragraph_is_none(anchors, text):
    assert anchors.find(text) is None


def test_shares_tell_how_much_was_found(anchors):
    whole, half = anchors.find(LIGHTS), anchors.find(LIGHTS[: len(LIGHTS) // 2])
    assert (whole.of_paragraph, whole.of_text) == (1, 1)
    assert half.of_paragraph == 1
    assert 0.3 < half.of_text < 0.6


def test_the_likest_of_several_is_taken():
    alike = Anchors(
        {1: LIGHTS, 2: LIGHTS.replace("small harbour", "large port"), 3: LIGHTS.replace("lights", "cranes")}
    )
    assert [alike.find(text).key for text in (LIGHTS, LIGHTS.replace("small harbour", "large port"))] == [1, 2]
    assert alike.find(LIGHTS.replace("lights", "cranes")[10:]).key == 3


def test_without_texts_nothing_is_found():
    assert Anchors({}).find(LIGHTS) is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (f"1 (b) {PILOTS} – YES. We trained many of them.", True),
        (PILOTS, True),
        (f"Our reply: {PILOTS}", False),
        (PILOTS[:-20], False),
    ],
)
def test_a_paragraph_may_begin_with_a_whole_text(anchors, text, begins):
    assert anchors.opens(text, "1.b") is begins


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("(b) Governments should train pilots in the use of [...]", True),
        ("Governments should train pilots in the use of …", True),
        ("Governments should train pilots in the use of", False),
        ("We train pilots in the use of tide tables …", False),
        ("…", False),
    ],
)
def test_a_text_may_be_cut_off_with_dots(anchors, text, cut):
    assert anchors.cut_off(text, "1.b") is cut
