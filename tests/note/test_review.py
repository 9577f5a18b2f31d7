"""The page for review as text: what it holds, that nothing in it is alive but its own script, and that it is stable."""

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser

import pytest
import yaml

from pipeline import steps
from pipeline.note import review
from pipeline.raw.editorial import fingerprint
from tests.note.pages import HOSTILE, page_again, page_of
from tests.workspaces import add_receipt, add_reply


class Page(HTMLParser):
    """Elements with their attributes, and the text of details and paragraphs by key."""

    def __init__(self, html: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.texts: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.elements.append((tag, found))
        self._open.append((tag, found.get("data-detail") or found.get("data-key") or ""))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        for _, key in self._open:
            if key:
                self.texts[key] = self.texts.get(key, "") + data


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    case, path = page_of(tmp_path_factory.mktemp("page"))
    return case, path.read_text(encoding="utf-8")


def test_what_replies_hold_is_text(made):
    _, html = made
    page = Page(html)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "img" not in {tag for tag, _ in page.elements}
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert not any("style" in attributes for _, attributes in page.elements)
    assert "<script>document.title" in page.texts["1.b-BOR"]
    assert "{{ 7 * 7 }} ${7*7} <!-- gone -->." in page.texts["1.b-BOR"]


def test_the_policy_lets_only_the_pages_own_style_and_script_work(made):
    _, html = made
    policy = next(found["content"] for tag, found in Page(html).elements if tag == "meta" and "content" in found
                  and found.get("http-equiv") == "Content-Security-Policy")  # fmt: skip
    for name in ("style", "script"):
        text = re.search(rf"<{name}>(.*?)</{name}>", html, re.S)[1]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_is_fetched_from_anywhere(made):
    _, html = made
    found = [
        attributes.get(name) for _, attributes in Page(html).elements for name in ("src", "href", "action", "srcset")
    ]
    assert {one for one in found if one and not one.startswith("#")} == set()
    assert "@import" not in html
    assert "url(" not in html


def test_every_paragraph_leads_to_its_answer_with_file_place_and_findings(made):
    case, html = made
    page = Page(html)
    rows = case.table("derived.note_paragraphs").to_dicts()
    shown = [found for tag, found in page.elements if found.get("class", "").startswith("para ")]
    assert len(shown) == len(rows)
    answers = {row["answer_id"]: row for row in case.table("core.answers").to_dicts()}
    for row, paragraph in zip(rows, shown, strict=True):
        assert paragraph["class"].split()[1] == row["source"]
        assert row["text"] in page.texts[paragraph["data-key"]]
        if row["respondent"]:
            detail = page.texts[paragraph["data-key"]]
            for words in (row["file"], row["locator"], row["sha256"], answers[row["answer_id"]]["text"].split(".")[0]):
                assert words in detail


def test_a_finding_stands_with_its_paragraph_and_in_the_list(made):
    case, html = made
    findings = case.table("quality.findings").to_dicts()
    page = Page(html)
    for one in findings:
        assert one["action"] in re.sub(r"&#39;", "'", html)
        if one["respondent"] and one["recommendation"] and f"{one['recommendation']}-{one['respondent']}" in page.texts:
            assert one["code"] in page.texts[f"{one['recommendation']}-{one['respondent']}"]
    listed = [found for tag, found in page.elements if found.get("class") == "finding"]
    assert sorted(found["data-codes"] for found in listed) == sorted(one["code"] for one in findings)
    assert all(html.count(one["finding_id"]) == 1 for one in findings)


def test_a_finding_in_the_list_leads_to_its_paragraph(tmp_path):
    case, _ = page_of(tmp_path, hostile=False)
    add_reply(case, "estmark.yaml", respondent="EST", answers={"1.b": {"text": "We train 12 pilots a year."}})
    add_receipt(case, "estmark.yaml", "EST")
    case, path = page_again(case)
    page = Page(path.read_text(encoding="utf-8"))
    keys = {found["data-key"] for tag, found in page.elements if tag == "button" and "data-key" in found}
    about = {
        f"{one['recommendation']}-{one['respondent']}"
        for one in case.table("quality.findings").to_dicts()
        if one["respondent"] and one["recommendation"]
    }
    assert about
    assert about <= keys


def test_an_accepted_finding_is_not_on_the_page(tmp_path):
    case, _ = page_of(tmp_path, hostile=False)
    one = case.table("quality.findings").to_dicts()[0]
    (case.folder / "accepted.csv").write_text(f"finding,by,on,reason\n{one['finding_id']},me,2031-06-02,known\n")
    case, path = page_again(case)
    assert one["finding_id"] not in path.read_text(encoding="utf-8")


def test_the_sentences_that_a_cut_draft_tells_are_marked(tmp_path):
    case, path = page_of(tmp_path, hostile=False)
    meeting = case.folder / "meeting.yaml"
    meeting.write_text(
        meeting.read_text(encoding="utf-8").replace("word_limit: 900", "word_limit: 248"), encoding="utf-8"
    )
    case, path = page_again(case)
    row = next(row for row in case.table("derived.note_paragraphs").to_dicts() if row["sentences_used"] == "1"
               and row["respondent"] == "ALB")  # fmt: skip
    html = path.read_text(encoding="utf-8")
    detail = html[html.index(f'data-detail="{row["recommendation"]}-ALB"') :]
    assert "<mark>We inspected 14 lights in 2030.</mark>" in detail
    assert '<span class="cut">Our teams repaired three of them.</span>' in detail


def test_the_entry_to_copy_is_one_that_editorial_takes(made):
    case, html = made
    entries = re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.S)
    assert entries
    answers = {fingerprint(row["text"]): row for row in case.table("core.answers").to_dicts() if row["text"]}
    paragraphs = {row["answer_id"]: row for row in case.table("derived.note_paragraphs").to_dicts()}
    for written in entries:
        ((identifier, entry),) = yaml.safe_load(unescape(written)).items()
        if entry["of"] in answers:
            row = answers[entry["of"]]
            assert row["recommendation"] == identifier
            if row["answer_id"] in paragraphs:
                assert entry["text"] == paragraphs[row["answer_id"]]["text"]


def test_an_answer_without_a_paragraph_can_be_looked_at_from_the_table(made):
    _, html = made
    keys = {found.get("data-key") for tag, found in Page(html).elements if tag == "button"}
    assert "2.a-BOR" in keys
    assert "No paragraph: Republic of Borland, 2.a" in Page(html).texts["2.a-BOR"]


def test_the_same_tables_give_the_same_bytes(made):
    case, html = made
    assert steps.pages(case)["review.html"].decode() == html
    assert steps.pages(case) == steps.pages(case)


def test_words_over_the_limit_are_told(made):
    case, _ = made
    names = ("derived.note_paragraphs", "core.answers", "derived.response_matrix", "derived.paragraph_changes")
    tables = review.Tables(*(case.table(name).to_dicts() for name in names))
    html = review.review_pages("# T\n\nAuthor\n", tables, [], case.meeting, case.register, 901, [])["issued"]
    assert "901 of 900 words: over the limit" in html
    assert HOSTILE not in html
