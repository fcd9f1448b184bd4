"""Whoever says something to somebody reads first who must not learn of it; nobody else does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING
from uuid import uuid4

from django.urls import reverse

from kintrace.cases import calls
from kintrace.cases.tests.red_cross_ways import collected
from kintrace.cases.tests.test_faces import on_the_wall
from kintrace.cases.tests.test_red_cross_pages import at_desk, page
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.kept_from import kept_from
from kintrace.protection.purposes import WhyErased
from kintrace.wall import actions as wall
from kintrace.wall.lookups import inbox, notice_of, showing

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.tests.cast import SignIn

WARNS = "Must not learn of it:"
UNCLE = "Her uncle Tekle"
BROTHER_IN_LAW = "A brother-in-law in Agadez"


def feared(scene: Scene, case: Case, *persons: str, countries: Iterable[str] = ()) -> None:
    with scene.acting(scene.alma) as alma:
        circle = NotWith(countries=frozenset(countries), persons=persons)
        protection.change_not_with(case.subject, not_with=circle, by=alma)


def test_the_page_of_the_case_says_who_must_not_learn_and_nothing_where_nobody_was_named(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), reverse("cases:case", args=[selams.pk])
    assert WARNS not in page(alma, case)
    feared(scene, selams, UNCLE, countries=["ER"])
    shown = page(alma, case)
    assert shown.index(WARNS) < shown.index(UNCLE) < shown.index("Eritrea")


def test_who_was_named_by_somebody_sought_stands_there_too(search: Found, sign_in: SignIn) -> None:
    scene, circle = search.scene, NotWith(persons=(UNCLE,))
    with scene.acting(scene.alma) as alma:
        protection.change_not_with(search.sought.subject, not_with=circle, by=alma)
    shown = page(at_desk(sign_in, scene.alma), reverse("cases:case", args=[search.case.pk]))
    assert UNCLE in shown


def test_who_reads_a_visitors_message_is_warned_before_the_answer_and_never_stopped_by_a_name(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    on_the_wall(scene, selams)
    feared(scene, selams, UNCLE)
    body = {"writer": "family", "name": UNCLE, "ways": {"phone": "+00 1"}, "text": "Where is she?"}
    wall.leave_message(showing()[0], body=body, word="almond")
    with scene.acting(scene.alma):
        url = reverse("cases:message", args=[inbox(scene.alma)[0].pk])
    alma = at_desk(sign_in, scene.alma)
    shown = page(alma, url)
    assert shown.index(WARNS) < shown.index("Where is she?") < shown.index("Seal and send")
    sent = alma.post(f"{url}answer/", {"text": "Thank you."})
    assert sent.status_code == 302


def test_who_hears_a_code_on_the_phone_is_warned(
    scene: Scene, selams: Case, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_wall(scene, selams)
    feared(scene, selams, UNCLE)
    with scene.acting(scene.alma):
        notice = notice_of(selams.subject)
        assert notice is not None
    spot = SimpleNamespace(pk=uuid4(), face=notice.face, looks_after=scene.society.pk, code="ABCD")
    monkeypatch.setattr(calls, "called", lambda *_: SimpleNamespace(spot=spot, face=None))
    assert UNCLE in page(at_desk(sign_in, scene.alma), f"{reverse('cases:caller')}?code=ABCD")


def test_before_contact_is_passed_on_both_sides_fears_are_read_and_none_of_it_to_the_family(
    search: Found, sign_in: SignIn
) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    feared(scene, search.case, UNCLE)
    with scene.acting(scene.alma) as alma:
        circle = NotWith(persons=(BROTHER_IN_LAW,))
        protection.change_not_with(search.subject, not_with=circle, by=alma)
    lena = at_desk(sign_in, scene.lena)
    for name in ("found", "found_decide", "found_sign", "found_pass_on"):
        shown = page(lena, reverse(f"cases:{name}", args=[search.sought.pk]))
        assert UNCLE in shown, name
        assert BROTHER_IN_LAW in shown, name
    told = page(lena, reverse("cases:found_tell", args=[search.sought.pk]))
    assert UNCLE in told
    asks = page(lena, reverse("cases:found_ask", args=[search.sought.pk, "seeker"]))
    case = page(lena, reverse("cases:case", args=[search.case.pk]))
    assert not [one for one in (told, asks, case) if BROTHER_IN_LAW in one]


def test_another_society_reads_whom_the_person_it_found_fears_and_nobody_of_the_family(
    afar: FoundAfar, sign_in: SignIn
) -> None:
    there = afar.scene
    afar.as_far_as_the_choice()
    feared(afar.home, afar.case, UNCLE)
    with there.acting(there.alma) as alba:
        circle = NotWith(persons=(BROTHER_IN_LAW,))
        protection.change_not_with(afar.subject, not_with=circle, by=alba)
    shown = page(at_desk(sign_in, there.alma), reverse("cases:found", args=[afar.sought.pk]))
    assert BROTHER_IN_LAW in shown
    assert UNCLE not in shown


def test_a_red_cross_message_is_checked_and_sent_with_the_warning_before_ones_eyes(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    feared(scene, selams, UNCLE)
    with scene.acting(scene.alma) as alma:
        message = collected(selams, by=alma)
    omar = at_desk(sign_in, scene.omar)
    for name in ("red_cross", "red_cross_check", "red_cross_send"):
        assert UNCLE in page(omar, reverse(f"cases:{name}", args=[message.pk])), name


def test_nobody_else_learns_that_anybody_was_named_and_an_erasure_takes_the_names(
    scene: Scene, there: Scene, selams: Case
) -> None:
    feared(scene, selams, UNCLE)
    with scene.acting(scene.chidi) as chidi:
        assert kept_from(selams.subject, by=chidi) == []
    with there.acting(there.alma) as alba:
        assert kept_from(selams.subject, by=alba) == []
    with scene.acting(scene.dora) as dora:
        assert kept_from(selams.subject, by=dora) == [UNCLE]
        protection.erase(selams.subject, why=WhyErased.ASKED, by=dora)
        assert kept_from(selams.subject, by=dora) == []
