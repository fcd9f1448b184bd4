"""Without network somebody is written down on a tablet, which can tell nobody of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.protection.tests.given import first_texts
from kintrace.servicepoints import lookups
from kintrace.servicepoints.models import Registration
from kintrace.vault.reader import reading_as
from tests.pages.test_offline import _everything, _hides

if TYPE_CHECKING:
    from kintrace.servicepoints.models import ServicePoint
    from tests.tablet import Shore, WithATablet

pytestmark = pytest.mark.browser
_WITHOUT_NOTICES = """async () => {
  const { people } = await import("/static/servicepoints/people.js");
  people.draw({ notices: [] });
}"""
WORDS = 200  # a notice takes a minute to read aloud
CALLED, SIGN = "Grandmother Rose ሮዛ", "Blue scarf on the bag"


@pytest.fixture
def informed(shore: Shore) -> Shore:
    """The society approved its notice before the tablet was made ready."""
    second = enlist(shore.society, Role.OFFICER)
    with reading_as(shore.society.pk):
        first_texts(shore.society, by=second, second=shore.omar, languages=("en", "ar"))
    return shore


def write_down(tablet: WithATablet) -> None:
    tablet.page.click("[data-has-notice] > summary")
    tablet.page.select_option("#person-notice", label="English")
    assert len(tablet.page.inner_text("[data-notice-words]")) > WORDS
    tablet.pick(channel="read_aloud", how="spoken", needs="old")
    tablet.fill(called=CALLED, sign=SIGN)
    tablet.page.select_option("#person-form [name=language]", "ti")
    tablet.page.click("#person-form button.main")
    tablet.page.wait_for_selector("[data-person-kept]:not([hidden])")


def test_who_is_written_down_without_network_arrives_once_and_leaves_nothing_on_the_tablet(
    informed: Shore, tablet: WithATablet, point: ServicePoint
) -> None:
    tablet.goes_out_of_reach()
    write_down(tablet)
    assert tablet.page.input_value("#person-form [name=called]") == ""
    dump = _everything(tablet.lies_here()) + _everything(tablet.is_cached())
    assert [word for word in (CALLED, "Rose", "ሮዛ", SIGN, "scarf") if _hides(dump, word)] == []
    tablet.killed()
    assert tablet.waits() == 1
    assert tablet.page.input_value("#person-form [name=called]") == ""
    tablet.comes_back()
    tablet.all_sent()
    with reading_as(point.society_id):
        [one] = Registration.objects.filter(society_id=point.society_id)
        told = lookups.told_by(one)
        assert (told.called, told.sign, told.needs) == (CALLED, SIGN, ("old",))


def test_without_a_need_nothing_is_locked(informed: Shore, tablet: WithATablet) -> None:
    tablet.goes_out_of_reach()
    tablet.page.click("[data-has-notice] > summary")
    tablet.pick(channel="read_aloud", how="spoken")
    tablet.fill(called=CALLED, sign=SIGN)
    tablet.page.select_option("#person-form [name=language]", "ti")
    tablet.page.click("#person-form button.main")
    tablet.page.wait_for_selector("[data-no-need]:not([hidden])")
    assert tablet.waits() == 0
    assert tablet.page.input_value("#person-form [name=called]") == CALLED


def test_where_no_notice_lies_nobody_is_written_down(informed: Shore, tablet: WithATablet) -> None:
    tablet.page.wait_for_selector("[data-has-notice]:not([hidden])")
    tablet.page.evaluate(_WITHOUT_NOTICES)
    assert tablet.page.is_visible("[data-no-notice]")
    assert not tablet.page.is_visible("[data-has-notice]")
