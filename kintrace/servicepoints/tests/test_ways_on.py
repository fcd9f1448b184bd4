"""Slips that show the way and talks at a desk: counted and kept without a name."""

from __future__ import annotations

from datetime import time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from pypdf import PdfReader

from kintrace.cases.worklist import shown_to
from kintrace.network.lookups import desks
from kintrace.protection import jobs, retention
from kintrace.protection.retention import Kind
from kintrace.servicepoints import lookups, slip_paper
from kintrace.servicepoints.actions import ways_on
from kintrace.servicepoints.actions.ways_on import NoSuchSlip, TimeIsTaken, Wanted
from kintrace.servicepoints.models import Booking, Slip
from kintrace.servicepoints.people_words import Booked, Help
from kintrace.ui.refusals import NoRight
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.network.models import Desk
    from kintrace.network.tests.cast import SignIn
    from kintrace.servicepoints.tests.people import Harbour

pytestmark = pytest.mark.database_bound
TEN = time(10, 0)
SIGN = "Carries a red bag"


def desk_of(harbour: Harbour) -> Desk:
    return desks(harbour.scene.society.pk)[0]


def booked(harbour: Harbour, at: time = TEN, *, days: int = 0) -> Booking:
    wanted = Wanted(timezone.localdate() + timedelta(days=days), at, "ti", SIGN)
    return ways_on.book(desk_of(harbour), wanted=wanted, by=harbour.chidi)


# --- slips ---


def test_a_slip_is_counted_without_a_word_of_who_or_where_to(
    harbour: Harbour, sign_in: SignIn
) -> None:
    chidi = sign_in(Client(), harbour.chidi)
    page = f"/desk/points/{harbour.point.pk}/slip/"
    wish = {"help": "legal", "place": "Advice office, Hill Road 4", "language": "ar"}
    paper = chidi.post(page, wish)
    assert paper["Content-Type"] == "application/pdf"
    with harbour.working():
        [slip] = Slip.objects.values()
    assert set(slip) == {"id", "society_id", "point_id", "help", "code", "made_on", "came_on"}
    printed = PdfReader(BytesIO(paper.content)).pages[0].extract_text()
    assert "Hill Road 4" in printed
    assert slip["code"] in printed


def test_a_slip_leads_somewhere(harbour: Harbour, sign_in: SignIn) -> None:
    chidi = sign_in(Client(), harbour.chidi)
    page = f"/desk/points/{harbour.point.pk}/slip/"
    assert chidi.post(page, {"help": "legal", "language": "en"}).status_code == 422
    with harbour.working():
        assert not Slip.objects.exists()
    to_desk = {"help": "family", "language": "en", "desk": str(desk_of(harbour).pk)}
    assert chidi.post(page, to_desk).status_code == 200


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_a_slip_is_printed_on_one_small_page_in_each_language(
    language: str, harbour: Harbour
) -> None:
    with harbour.working():
        slip = ways_on.give_slip(harbour.point, help=Help.SAFE_SPACE, by=harbour.chidi)
        said: Any = {"desk": desk_of(harbour), "place": "Second door.\nRing twice."}
        society = harbour.scene.society
        pdf = slip_paper.pdf(slip, language=language, **said, society=society)
        html = slip_paper.html(slip, language=language, **said, society=society)
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    with override(language):
        assert str(Help.SAFE_SPACE.label) in html


def test_who_comes_with_a_slip_is_counted_once(harbour: Harbour, elsewhere: Harbour) -> None:
    with harbour.working():
        slip = ways_on.give_slip(harbour.point, help=Help.HEALTH, by=harbour.chidi)
    with elsewhere.working(), pytest.raises(NoSuchSlip):
        ways_on.note_came(slip.code, by=elsewhere.chidi)
    with harbour.working():
        came = ways_on.note_came(slip.code.lower().replace("-", " "), by=harbour.chidi)
        assert came.came_on == timezone.localdate()
        with pytest.raises(NoSuchSlip):
            ways_on.note_came(slip.code, by=harbour.chidi)


def test_a_wrong_code_of_a_slip_is_told_beside_it(harbour: Harbour, sign_in: SignIn) -> None:
    chidi = sign_in(Client(), harbour.chidi)
    answer = chidi.post("/desk/points/slips/came/", {"code": "ABCD-EFGH"})
    assert answer.status_code == 422
    assert "No slip waits under this code." in answer.content.decode()


# --- talks at a desk ---


def test_a_talk_is_known_by_its_sign_and_stands_in_the_work_of_the_day(harbour: Harbour) -> None:
    with harbour.working():
        today, later = booked(harbour), booked(harbour, days=2)
        assert [one.sign for one in lookups.bookings_to_come(harbour.chidi)] == [SIGN, SIGN]
        assert lookups.bookings_of_day(harbour.chidi) == [today]
        assert later.day > today.day
    with reading_as(harbour.scene.society.pk, member=harbour.scene.alma.pk):
        assert "/desk/points/talks/" in str(shown_to(harbour.scene.alma)["groups"])


def test_one_hour_at_a_desk_is_for_one_talk(harbour: Harbour) -> None:
    with harbour.working():
        first = booked(harbour)
        with pytest.raises(TimeIsTaken):
            booked(harbour)
        booked(harbour, time(11, 0))
        ways_on.settle_booking(first, state=Booked.CANCELLED, by=harbour.chidi)
        booked(harbour)


@pytest.mark.parametrize("days", [-1, 61])
def test_a_talk_is_booked_on_a_day_that_can_be(days: int, harbour: Harbour) -> None:
    with harbour.working(), pytest.raises(TimeIsTaken):
        booked(harbour, days=days)


def test_the_sign_is_gone_when_the_talk_is_over(harbour: Harbour) -> None:
    with harbour.working():
        one = booked(harbour)
        ways_on.settle_booking(one, state=Booked.KEPT, by=harbour.chidi)
        one = lookups.booking_for(harbour.chidi, one.pk)
        assert one.sign is None
        assert lookups.bookings_to_come(harbour.chidi) == []


def test_a_booking_is_gone_with_its_key_seven_days_after_its_day(
    clock: FrozenDateTimeFactory, harbour: Harbour
) -> None:
    with harbour.working():
        one = booked(harbour)
        slip = ways_on.give_slip(harbour.point, help=Help.HEALTH, by=harbour.chidi)
        clock.tick(retention.default(Kind.BOOKING))
    jobs.expire.call()
    with harbour.working():
        assert Booking.objects.exists()
        clock.tick(timedelta(days=1))
    jobs.expire.call()
    with harbour.working():
        assert not Booking.objects.exists()
        assert not Slot.objects.filter(file=one.file).exists()
        assert Slip.objects.filter(pk=slip.pk).exists()
        clock.tick(retention.default(Kind.SLIP))
    jobs.expire.call()
    with harbour.working():
        assert not Slip.objects.exists()


def test_the_pages_book_a_talk_and_say_what_became_of_it(
    harbour: Harbour, elsewhere: Harbour, sign_in: SignIn
) -> None:
    chidi = sign_in(Client(), harbour.chidi)
    wish = {"desk": str(desk_of(harbour).pk), "day": timezone.localdate().isoformat()}
    wish |= {"time": "10:00", "language": "ti", "sign": SIGN}
    assert chidi.post("/desk/points/talks/new/", wish).status_code == 302
    again = chidi.post("/desk/points/talks/new/", wish)
    assert again.status_code == 422
    assert "Another talk is booked there at this hour." in again.content.decode()
    assert SIGN in chidi.get("/desk/points/talks/").content.decode()
    with harbour.working():
        one = Booking.objects.get()
    other = sign_in(Client(), elsewhere.chidi)
    assert other.post(f"/desk/points/talks/{one.pk}/kept/").status_code == 404
    assert chidi.post(f"/desk/points/talks/{one.pk}/kept/").status_code == 302
    assert SIGN not in chidi.get("/desk/points/talks/").content.decode()


def test_who_does_not_work_at_a_point_does_none_of_it(harbour: Harbour) -> None:
    dora = harbour.scene.dora
    wanted = Wanted(timezone.localdate(), TEN, "ti", SIGN)
    with harbour.working():
        for act in (
            lambda: ways_on.give_slip(harbour.point, help=Help.FOOD, by=dora),
            lambda: ways_on.book(desk_of(harbour), wanted=wanted, by=dora),
            lambda: ways_on.note_came("ABCD-EFGH", by=dora),
        ):
            with pytest.raises(NoRight):
                act()
