"""The coach in the composer: while one types, by keys alone, and without scripts."""

import re

from playwright.sync_api import Page, expect

from tests.browser.axe import barriers
from tests.browser.composing import NEW, a_wording_taken, an_activity, read, write
from tests.browser.conftest import OpenPage
from tests.browser.running_site import Site
from tests.browser.signing_in import RUTH, TOMAS, sign_in
from tests.browser.test_every_page import overflow


def composer(page: Page) -> Page:
    sign_in(page, RUTH)
    page.goto(NEW)
    return page


def test_findings_come_while_one_types_and_point_at_the_words(own_page: Page) -> None:
    page = composer(own_page)
    expect(page.locator("[data-coach]")).to_contain_text("Write a first sentence")
    page.locator("[name='kr0_statement']").press_sequentially(
        "🚲 and we launch 🚲 the flow", delay=5
    )
    read(page)
    write(page, kr0_statement="Launch the 🚲 flow and hire a writer")
    expect(page.locator("[data-coach]")).to_contain_text("“Launch” is a task")
    marked = page.locator(".key-result .mirror").first.locator("u")
    expect(marked).to_have_text(["Launch", "hire a writer"])
    expect(page.locator("[name='kr0_statement']")).to_be_focused()
    expect(page.locator("[data-coach-says]")).to_contain_text("Coach: ")


def test_underlined_words_lie_under_the_words_of_the_field(own_page: Page) -> None:
    page = composer(own_page)
    page.set_viewport_size({"width": 390, "height": 844})
    words = "Raise the number of people who can find what they need in it and hire a second writer"
    write(page, kr0_statement=words)
    expect(page.locator(".key-result .mirror u").first).to_be_attached()
    same = page.evaluate(
        """() => {
            const field = document.querySelector("[name='kr0_statement']");
            const mirror = field.parentElement.querySelector(".mirror");
            const look = (one) => { const s = getComputedStyle(one);
                return [s.font, s.letterSpacing, s.lineHeight, s.padding, s.whiteSpaceCollapse]; };
            return [look(field).join() === look(mirror).join(),
                    Math.abs(field.clientWidth - mirror.clientWidth) < 1,
                    Math.abs(field.scrollHeight - mirror.scrollHeight) < 2,
                    field.clientHeight > 40];
        }"""
    )
    assert same == [True, True, True, True]


def test_a_wording_is_taken_by_keys_its_blank_filled_and_all_undone(own_page: Page) -> None:
    page = composer(own_page)
    an_activity(page)
    field = page.locator("[name='kr1_statement']")
    field.focus()
    page.keyboard.press("Control+.")
    assert page.evaluate("getSelection().toString()") == "Launch"
    page.keyboard.press("Enter")
    expect(field).to_have_value(
        "Raise the share of [whom?] who use the new call-back flow every week"
    )
    assert page.evaluate("getSelection().toString()") == "[whom?]"
    page.keyboard.type("owners")
    expect(field).to_have_value(re.compile("share of owners who use"))
    for _ in range(20):
        page.keyboard.press("Control+z")
        if field.input_value() == "Launch the new call-back flow":
            break
    expect(field).to_have_value("Launch the new call-back flow")


def test_undo_has_a_button_too_and_the_draft_follows(own_page: Page) -> None:
    page = composer(own_page)
    a_wording_taken(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[name='kr1_statement']")).to_have_value("Launch the new call-back flow")
    read(page)
    expect(page.locator("[data-draft-state]")).to_have_text("Draft, saved a moment ago")
    page.reload()
    expect(page.locator("[name='kr1_statement']")).to_have_value("Launch the new call-back flow")


def test_the_next_fix_is_one_key_away(own_page: Page) -> None:
    page = composer(own_page)
    write(page, kr0_statement="Launch the flow", kr1_statement="Hire two people", statement="Win")
    seen = set()
    for _ in range(4):
        page.keyboard.press("Control+.")
        read(page)
        seen.add(page.evaluate("document.activeElement.name || document.activeElement.tagName"))
    assert {"kr0_statement", "kr1_statement"} <= seen
    page.locator("[name='kr0_statement']").focus()
    page.keyboard.press("Alt+Enter")
    assert page.url.endswith(NEW)


def test_the_key_that_takes_a_wording_shows_itself_when_it_does(own_page: Page) -> None:
    page = composer(own_page)
    write(page, statement="Launch the new website")
    key = page.locator(".fix.is-armed kbd", has_text="↵").first
    field = page.locator("[name='statement']")
    field.focus()
    expect(key).to_have_count(0)
    expect(page.locator("[data-coach-take] kbd:visible")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(field).to_have_value("Launch the new website")
    expect(page.locator("[name='why']")).to_be_focused()
    page.keyboard.press("Control+.")
    expect(key).to_be_visible()
    page.keyboard.press("Enter")
    expect(field).not_to_have_value("Launch the new website")


def test_the_line_being_written_is_mended_first(own_page: Page) -> None:
    page = composer(own_page)
    write(page, kr0_statement="Launch the flow", kr1_statement="Hire two people")
    page.locator("[name='kr1_statement']").focus()
    page.keyboard.press("Alt+Enter")
    expect(page.locator("[data-fix-of='kr1_statement'] .fix.is-armed")).to_be_visible()


def test_numbers_at_one_place_stand_side_by_side(own_page: Page) -> None:
    page = composer(own_page)
    write(page, kr0_statement="Improve customer experience")
    numbers = page.locator(".key-result .mirror").first.locator("sup")
    places = [box["x"] for box in (each.bounding_box() for each in numbers.all()) if box]
    assert len(places) == len(set(places))
    assert re.search(r"\d \d", " ".join(numbers.all_inner_texts()))


def test_an_answer_by_key_leads_to_the_next_question(own_page: Page) -> None:
    page = composer(own_page)
    an_activity(page)
    page.get_by_role("button", name="Yes", exact=True).first.focus()
    page.keyboard.press("Enter")
    read(page)
    assert page.evaluate("document.activeElement.closest('.coach-question') !== null")


def test_what_the_coach_says_of_an_exercise_can_be_read(own_page: Page) -> None:
    page = own_page
    sign_in(page, RUTH)
    page.goto("/kestrel/school/outcome_not_activity")
    page.locator("textarea").fill("Launch the new website")
    page.keyboard.press("Control+Enter")
    said = page.locator(".marks > li").first
    box = said.bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert said.evaluate("each => getComputedStyle(each).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_enter_sends_the_form_as_it_did_and_open_points_do_not_stop_it(own_page: Page) -> None:
    page = composer(own_page)
    an_activity(page)
    page.locator("[name='kr1_kind']").select_option("done")
    page.locator("[name='kr1_statement']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/o/**")


def test_what_is_meant_so_stays_meant_so(own_page: Page) -> None:
    page = composer(own_page)
    an_activity(page)
    page.locator("[data-coach-finding='kr1:O1']").get_by_role(
        "button", name="This is deliberate"
    ).click()
    read(page)
    expect(page.locator("[data-coach-finding='kr1:O1']")).to_have_count(0)
    expect(page.locator("[data-draft-state]")).to_have_text("Draft, saved a moment ago")
    page.reload()
    read(page)
    expect(page.locator(".coach-meant")).to_contain_text("“Launch” is a task")
    expect(page.locator("[data-coach-finding='kr1:O1']")).to_have_count(0)


def test_values_in_the_words_fill_their_fields(own_page: Page) -> None:
    page = composer(own_page)
    write(page, kr0_statement="Raise the share of calls taken from 58 % to 85 %")
    page.locator("[name='kr0_statement']").focus()
    page.get_by_role("button", name="Fill the fields").click()
    expect(page.locator("[name='kr0_baseline']")).to_have_value("58")
    expect(page.locator("[name='kr0_target']")).to_have_value("85")


def test_focus_is_never_taken_and_reading_never_blocks(own_page: Page) -> None:
    page = composer(own_page)
    an_activity(page)
    summary = page.locator("[data-coach-finding] summary").first
    summary.focus()
    page.evaluate("document.querySelector('form#composer').dispatchEvent(new Event('change'))")
    read(page)
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.route("**/goals/coach", lambda route: route.abort())
    page.locator("[name='kr1_kind']").select_option("done")
    page.locator("[name='kr1_statement']").fill("Launch it anyway")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/o/**")


def test_answers_that_come_late_are_of_the_newest_words(own_page: Page) -> None:
    page = composer(own_page)
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url) if sent.url.endswith("/coach") else None)
    page.locator("[name='kr0_statement']").press_sequentially(
        "Launch the new call-back flow", delay=2
    )
    read(page)
    assert 1 <= len(asked) <= 3
    assert page.locator(".key-result .mirror").first.locator("u").first.text_content() == "Launch"


def test_without_scripts_a_button_checks_and_another_takes(
    own_site: Site, open_page: OpenPage
) -> None:
    page = open_page(own_site, java_script_enabled=False)
    sign_in(page, RUTH)
    page.goto(NEW)
    page.locator("[name='kr0_statement']").fill("Launch the call-back flow")
    page.get_by_role("button", name="Check").click()
    expect(page.locator("[data-coach]")).to_contain_text("“Launch” is a task")
    page.locator("button[value='use:kr0']").click()
    expect(page.locator("[name='kr0_statement']")).to_have_value(
        re.compile("who use the call-back")
    )


def test_the_coach_keeps_nobody_out_at_twice_the_size(own_page: Page) -> None:
    page = composer(own_page)
    an_activity(page)
    page.set_viewport_size({"width": 720, "height": 450})
    assert overflow(page) <= 0
    assert barriers(page) == []
    page.emulate_media(media="print")
    expect(page.locator("[data-coach]")).to_be_hidden()


def test_private_goals_of_others_are_never_named_as_near(
    own_site: Site, open_page: OpenPage
) -> None:
    words = "Visits of the moonlit foundry that end with a signed letter"
    tomas = open_page(own_site)
    sign_in(tomas, TOMAS)
    tomas.goto(f"{NEW}?kind=smart")
    write(tomas, statement=words, m_target="5", m_baseline="1")
    tomas.locator(".more-frame > summary").click()
    tomas.locator("[name='visibility'][value='private']").check(force=True)
    tomas.keyboard.press("Control+Enter")
    tomas.wait_for_url("**/s/**")
    tomas.goto(NEW)
    write(tomas, kr0_statement=words, statement="Partners trust us")
    expect(tomas.locator("[data-coach]")).to_contain_text("Close to")
    ruth = composer(open_page(own_site))
    write(ruth, kr0_statement=words, statement="Partners trust us")
    expect(ruth.locator("[data-coach]")).to_contain_text("Nobody else chases")
