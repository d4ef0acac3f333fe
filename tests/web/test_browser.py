"""Each page's main task in Chromium, by mouse, by keys and without a script; axe-core finds nothing on any page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import accounts
from tests.web import browsing

pytestmark = pytest.mark.browser

TEXT, MEETING = "/documents/tromso.txt", "/engagements"
PAGES = (
    *("/", "/relations", "/relations/JP-NO", "/documents", TEXT, f"{TEXT}?show=commitments", "/commitments"),
    *("/commitments?view=board", "/calendar", "/calendar?view=list", "/calendar?month=2025-11", MEETING, "/officials"),
    *("/series", "/search", "/search?words=meeting", "/search?words=meeting&place=records", "/review", "/add"),
    *(
        "/review?waiting=unverified&kind=events",
        "/relations/JP-NO/phrases",
        "/relations/JP-NO/wording",
        "/nowhere",
        "/?as_of=2024-12-01",
    ),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    browsing.chromium()
    path = tmp_path_factory.mktemp("browser") / "small.ledger"
    accounts.fill(str(path)).close()
    with browsing.served(path) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = browsing.chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=list(browsing.SWITCHES))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    made = context.new_page()
    made.troubles = []
    made.on("pageerror", lambda error: made.troubles.append(str(error)))
    made.on("console", lambda said: made.troubles.append(said.text) if "Content Security" in said.text else None)
    yield made
    assert made.troubles == []
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_overflows(browser: Any, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto("/commitments")
    one = page.get_attribute(".ledger .words a", "href")
    page.goto(MEETING)
    met = page.get_attribute("#results .words a", "href")
    for path in (*PAGES, one, one.replace("commitments", "review"), met):
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert (path, browsing.violations(page), wide) == (path, [], 0)
    context.close()


def test_three_clicks_lead_to_what_was_promised_and_whether_it_happened(page: Any) -> None:
    page.goto("/")
    page.click("text=Japan – Norway")
    page.click("text=All commitments of this relation")
    page.click("text=will draw up a catch register next spring")
    assert page.locator("h1").inner_text() == "will draw up a catch register next spring"
    assert "overdue" in page.locator(".dateline").inner_text()
    assert "What later texts show" in page.locator("dl.facts").inner_text()


def test_filters_swap_the_results_and_keep_the_focus(page: Any) -> None:
    page.goto("/commitments")
    page.evaluate("window.same = true")
    page.focus("#f-state")
    page.select_option("#f-state", "overdue")
    page.wait_for_url("**/commitments?state=overdue")
    page.wait_for_function("() => document.querySelectorAll('.ledger tbody tr').length === 3")
    assert page.evaluate("window.same && document.activeElement.id") == "f-state"
    page.fill("#f-words", "register")
    page.press("#f-words", "Enter")
    page.wait_for_function("() => document.querySelectorAll('.ledger tbody tr').length === 1")
    assert page.evaluate("window.same") is True
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('.ledger tbody tr').length === 3")


def test_keys_move_from_finding_to_finding(page: Any) -> None:
    page.goto(TEXT)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.parentElement.id") == "n-1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.parentElement.id") == "n-2"
    assert page.locator("mark.lit").count() > 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('n-2').open") is True


def test_words_and_their_finding_are_tied(page: Any) -> None:
    page.goto(TEXT)
    mark = page.locator("mark.k-commitment").first
    number = mark.get_attribute("data-n").split()[-1]
    mark.hover()
    assert "lit" in page.get_attribute(f"#n-{number}", "class")
    mark.click()
    assert page.evaluate(f"document.getElementById('n-{number}').open") is True


def test_a_link_to_a_finding_opens_it(page: Any) -> None:
    page.goto("/commitments?words=register")
    page.click("text=will draw up a catch register next spring")
    page.click("text=in the text")
    page.wait_for_selector("details.finding[open]")
    assert "Commitment" in page.locator("details.finding[open] summary").inner_text()


def test_review_by_keys_which_are_off_while_typing(page: Any) -> None:
    page.goto("/review")
    page.click(".queue .words a >> nth=0")
    page.fill("#author", "axa")
    assert page.input_value("#author") == "axa"
    before = page.url
    page.keyboard.press("Tab")
    page.focus("button[data-key=a]")
    page.keyboard.press("a")
    page.wait_for_url(lambda url: url != before)
    assert "Entered as entry" in page.locator("[role=status]").first.inner_text()
    page.focus("button[data-key=x]")
    page.keyboard.press("u")
    page.wait_for_selector("text=Entered as entry")
    assert page.locator("button[data-key=a]").count() == 1


def test_the_skip_link_leads_to_the_content(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#content")


def test_everything_works_without_a_script(browser: Any, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/commitments")
    page.select_option("#f-state", "overdue")
    page.click(".filters button")
    assert "state=overdue" in page.url
    assert page.locator(".ledger tbody tr").count() == 3
    page.goto(TEXT)
    page.click("a.ref >> nth=0")
    assert page.url.endswith("#n-1")
    page.goto("/search")
    page.fill("#f-words", "register")
    page.press("#f-words", "Enter")
    assert page.locator(".hits li").count() == 1
    context.close()


def test_an_empty_ledger_reads_the_samples(browser: Any, tmp_path: Path) -> None:
    with browsing.served(tmp_path / "new.ledger") as address:
        page = browser.new_page(base_url=address)
        page.goto("/")
        page.click("text=Read the samples")
        page.wait_for_selector("h1:text('Read')")
        assert browsing.violations(page) == []
        page.wait_for_selector("text=Go to the desk", timeout=60_000)
        assert "12 new" in page.locator("[role=status]").inner_text()
        page.click("text=Go to the desk")
        assert page.locator("text=Japan – Norway").count() > 0
        page.close()


def test_a_token_is_asked_for(browser: Any, tmp_path: Path) -> None:
    with browsing.served(tmp_path / "shut.ledger", token="a-token-of-some-length") as address:
        page = browser.new_page(base_url=address)
        page.goto("/series")
        assert browsing.violations(page) == []
        page.fill("#token", "a-token-of-some-length")
        page.keyboard.press("Enter")
        page.wait_for_url("**/series")
        page.click("text=Sign out")
        assert page.url.endswith("/login")
        page.close()
