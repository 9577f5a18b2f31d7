"""The page for review in a real browser, from the file system: choosing, filtering, keys, copying, hostile replies."""

import re
import shutil

import pytest

from tests.note.pages import page_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    return page_of(tmp_path_factory.mktemp("page"))[1].as_uri()


@pytest.fixture
def page(browser, address):
    """The page, opened anew; whatever its console or its network says ends the test."""
    context = browser.new_context(offline=True)
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: said.append(request.url) if request.url != address else None)
    opened.goto(address)
    yield opened
    assert said == []
    context.close()


def shown_details(page) -> list[str]:
    return [one.get_attribute("data-detail") for one in page.locator(".detail:visible").all()]


def test_a_chosen_paragraph_shows_where_it_comes_from(page):
    assert shown_details(page) == []
    page.locator('.para[data-key="1.a-ALB"]').click()
    assert shown_details(page) == ["1.a-ALB"]
    detail = page.locator(".detail:visible")
    assert "We inspected 14 lights in 2030." in detail.locator("mark").all_inner_texts()[0]
    assert "raw/harb-12/replies/alba.yaml" in detail.inner_text()
    assert page.locator('.para[aria-pressed="true"]').count() == 1


def test_a_cell_of_the_coverage_leads_to_its_paragraph(page):
    page.locator('.coverage button[data-key="2.a-ALB"]').click()
    assert shown_details(page) == ["2.a-ALB"]
    assert page.locator('.para[data-key="2.a-ALB"]').evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_filters_leave_what_fits_and_say_how_much(page):
    everything = page.locator(".para:visible").count()
    page.locator("#by-respondent").select_option("ALB")
    keys = [one.get_attribute("data-key") for one in page.locator(".para:visible").all()]
    assert keys == ["1.a-ALB", "2.a-ALB"]
    assert page.locator("#shown").inner_text() == f"2 of {everything} paragraphs"
    page.locator("#by-recommendation").select_option("2.a")
    assert page.locator(".para:visible").count() == 1
    assert page.locator(".note h4:visible").count() == 1
    page.locator("#clear").click()
    assert page.locator(".para:visible").count() == everything
    code = page.locator(".finding").first.get_attribute("data-codes")
    page.locator("#by-code").select_option(code)
    assert {one.get_attribute("data-codes") for one in page.locator(".finding:visible").all()} == {code}


def test_the_page_can_be_used_by_keys_alone(page):
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert shown_details(page) == ["paragraph-1"]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "by-respondent"
    page.keyboard.press("ArrowDown")
    assert page.locator("#shown").inner_text() != ""
    page.keyboard.press("Escape")
    assert page.locator("#shown").inner_text() == ""
    page.locator(".para").nth(2).focus()
    page.keyboard.press("Enter")
    assert shown_details(page) == [page.locator(".para").nth(2).get_attribute("data-key")]


def test_what_a_reply_holds_does_nothing(page):
    page.locator('.para[data-key="1.b-BOR"]').click()
    assert page.title() == "HARB/12/2: review"
    text = page.locator(".detail:visible .answer").inner_text()
    assert "<script>document.title = 'taken'</script>" in text
    assert "onerror=" in text
    assert page.locator(".detail:visible b, .para img").count() == 0
    page.wait_for_timeout(100)
    assert page.title() == "HARB/12/2: review"


def test_an_entry_for_editorial_can_be_copied(page, browser):
    page.locator('.para[data-key="1.a-ALB"]').click()
    page.locator(".detail:visible .copy").click()
    page.locator(".detail:visible .copied", has_text=re.compile(".")).wait_for(timeout=5_000)
    assert page.locator(".detail:visible .copied").inner_text() in ("copied", "press Ctrl+C to copy what is selected")
    selected = page.locator(".detail:visible textarea").evaluate(
        "one => one.value.slice(one.selectionStart, one.selectionEnd)"
    )
    assert selected.startswith("1.a:\n  text:")


def test_text_stands_out_from_its_ground(page):
    """Every visible text has at least the contrast of WCAG AA: 4.5 to 1."""
    page.locator('.para[data-key="1.b-BOR"]').click()
    page.locator(".figures summary").click()
    low = page.evaluate(CONTRAST)
    assert low == []


CONTRAST = """() => {
  const parse = (value) => (value.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((one) => {
    const part = one / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(at).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const one of document.querySelectorAll("body *")) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !one.checkVisibility() || one.closest("svg, script, style, option")) continue;
    const a = light(parse(getComputedStyle(one).color)), b = light(ground(one));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push(`${one.tagName}.${one.className}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(found)];
}"""


def test_printed_it_is_the_note_alone(page):
    page.emulate_media(media="print")
    assert page.locator("header:visible, aside:visible, .all-findings:visible").count() == 0
    assert page.locator(".para:visible").count() > 3
