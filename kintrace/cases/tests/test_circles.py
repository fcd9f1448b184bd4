"""A search goes from hand to hand, and never back to where it is already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups, transfer_pages
from kintrace.cases.actions import incoming_desk as desk
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.actions.transfers import CannotBeAsked, NotSo
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene, selams_case
from kintrace.cases.tests.handing import accepted, prepared, sent
from kintrace.cases.tests.test_one_more_sought import seek
from kintrace.demo import playing
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case, Incoming, Sought
    from kintrace.network.tests.cast import SignIn

pytestmark = pytest.mark.database_bound


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


@pytest.fixture
def third(scene: Scene) -> Scene:
    del scene
    return build_scene("CH")


def hand_on(case: Case, home: Scene, to: Scene) -> Case:
    """One society asks another, which takes it on and opens a case of its own for it."""
    with home.acting(home.alma):
        sent(case, to.society, by=home.alma)
    incoming = accepted(to.alma)
    with to.acting(to.alma):
        own = playing.open_a_case(SELAM, by=to.alma)
        desk.link(incoming, case=own, by=to.alma)
    return own


def refused(case: Case, society: Scene, at: Scene) -> str:
    """What who prepares it reads."""
    with at.acting(at.alma), pytest.raises(CannotBeAsked) as refusal:
        prepared(case, society.society, by=at.alma)
    return str(refusal.value.sentence)


def test_a_search_does_not_come_back_through_a_third_hand(
    scene: Scene, there: Scene, third: Scene, case: Case
) -> None:
    last = hand_on(hand_on(case, scene, there), there, third)
    assert "Do not send it back" in refused(last, there, third)
    assert "has the same search already" in refused(last, scene, third)


def test_who_began_a_search_and_who_else_has_it_reads_alike(
    scene: Scene, there: Scene, third: Scene, case: Case
) -> None:
    fourth = build_scene("AT")
    with scene.acting(scene.alma):
        sent(case, fourth.society, by=scene.alma)
    last = hand_on(hand_on(case, scene, there), there, third)
    assert refused(last, scene, third) == refused(last, fourth, third)


def test_what_was_asked_before_and_ended_may_be_asked_anew(
    scene: Scene, there: Scene, third: Scene, case: Case
) -> None:
    own = hand_on(case, scene, there)
    far = hand_on(own, there, third)
    with third.acting(third.alma):
        sent(far, build_scene("AT").society, by=third.alma)
    with there.acting(there.alma):
        [out] = lookups.transfers_of(own)
        sending.recall(out, why="mistake", by=there.alma)
        assert sent(own, third.society, by=there.alma).is_out


def test_of_a_search_that_was_taken_back_nobody_learns_where_it_goes_on(
    scene: Scene, there: Scene, third: Scene, case: Case
) -> None:
    own = hand_on(case, scene, there)
    with scene.acting(scene.alma):
        sent(case, third.society, by=scene.alma)
    assert "has the same search already" in refused(own, third, there)
    with scene.acting(scene.alma):
        for out in lookups.transfers_of(case):
            if out.chosen_id == there.society.pk:
                sending.recall(out, why="mistake", by=scene.alma)
    with there.acting(there.alma):
        assert prepared(own, third.society, by=there.alma).is_draft


def test_a_society_that_gets_its_own_search_reads_that_it_may_be_its_own(
    scene: Scene,
    there: Scene,
    third: Scene,
    case: Case,
    sign_in: SignIn,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As when it was linked only after it had gone on."""
    last = hand_on(hand_on(case, scene, there), there, third)
    monkeypatch.setattr(lookups, "has_it_already", lambda *_args, **_more: False)
    with third.acting(third.alma):
        sent(last, scene.society, by=third.alma)
    page = read_by(scene, client, sign_in)
    assert "It may be your own search that came round." in page
    with scene.acting(scene.alma):
        [out] = lookups.transfers_of(case)
    assert f"/desk/other/asked/{out.pk}/" in page
    assert "came round" not in read_by(there, client, sign_in), "there it came before it went"


def read_by(scene: Scene, client: Client, sign_in: SignIn) -> str:
    with scene.acting(scene.alma):
        newest = lookups.incoming_of(scene.alma)[0]
    page: str = (
        sign_in(client, scene.alma).get(f"/desk/other/incoming/{newest.pk}/").content.decode()
    )
    return page


@pytest.fixture
def two(there: Scene) -> tuple[Case, list[Sought]]:
    """A case of the society that was asked, in which two persons are sought."""
    with there.acting(there.alma):
        own = playing.open_a_case(SELAM, by=there.alma)
        seek(own, there)
        return own, lookups.still_sought(own)


@pytest.fixture
def incoming(scene: Scene, there: Scene, case: Case) -> Incoming:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma)
    return accepted(there.alma)


def number_of(case: Case, place: int, at: Scene, to: Scene) -> object:
    """The number under which the search for one of the persons goes on."""
    with at.acting(at.alma):
        draft = prepared(case, to.society, place=place, by=at.alma)
        number = draft.matter
        sending.recall(draft, by=at.alma)
        return number


def test_the_number_of_a_search_goes_on_with_the_person_it_is_about_alone(
    there: Scene, third: Scene, two: tuple[Case, list[Sought]], incoming: Incoming
) -> None:
    own, (brother, sister) = two
    with there.acting(there.alma):
        desk.link(incoming, case=own, by=there.alma)
    assert incoming.matter not in {number_of(own, one, there, third) for one in (1, 2)}
    with there.acting(there.alma):
        desk.link(incoming, case=own, sought=sister.pk, by=there.alma)
    assert number_of(own, 2, there, third) == incoming.matter
    assert number_of(own, 1, there, third) != incoming.matter
    assert brother.pk != sister.pk


def test_only_the_person_it_is_about_is_kept_from_going_back(
    scene: Scene, there: Scene, two: tuple[Case, list[Sought]], incoming: Incoming
) -> None:
    own, (_brother, sister) = two
    with there.acting(there.alma):
        desk.link(incoming, case=own, by=there.alma)
    assert "Do not send it back" in refused(own, scene, there), "as long as nobody said whom"
    with there.acting(there.alma):
        desk.link(incoming, case=own, sought=sister.pk, by=there.alma)
        assert prepared(own, scene.society, place=1, by=there.alma).is_draft
        with pytest.raises(CannotBeAsked):
            prepared(own, scene.society, place=2, by=there.alma)


def test_somebody_sought_in_another_case_is_not_who_it_is_about(
    there: Scene, two: tuple[Case, list[Sought]], incoming: Incoming
) -> None:
    _own, (brother, _sister) = two
    with there.acting(there.alma):
        other = playing.open_a_case(SELAM, by=there.alma)
        desk.link(incoming, case=other, sought=brother.pk, by=there.alma)
        [only] = lookups.still_sought(other)
    with reading_as(there.society.pk):
        incoming.refresh_from_db()
        assert incoming.sought_id == only.pk


def test_what_nobody_took_on_is_no_search_of_a_case_here(
    scene: Scene, there: Scene, case: Case, two: tuple[Case, list[Sought]]
) -> None:
    """Else a society could ask round who has it, before it promised anything."""
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma)
    with there.acting(there.alma):
        incoming = lookups.incoming_of(there.alma)[0]
        with pytest.raises(NotSo):
            desk.link(incoming, case=two[0], by=there.alma)


def test_whom_it_is_about_is_asked_where_several_are_sought(
    there: Scene,
    two: tuple[Case, list[Sought]],
    incoming: Incoming,
    sign_in: SignIn,
    client: Client,
) -> None:
    own, (_brother, sister) = two
    theirs, here = sign_in(client, there.alma), f"/desk/other/incoming/{incoming.pk}/"
    asks = "Whom of those in your case is it about?"
    assert asks not in theirs.get(here).content.decode()
    theirs.post(f"{here}link/", {"reference": own.reference})
    page = theirs.get(here).content.decode()
    assert asks in page
    assert "Hiwet" in page
    theirs.post(f"{here}link/", {"reference": own.reference, "sought": str(sister.pk)})
    with reading_as(there.society.pk):
        incoming.refresh_from_db()
        assert incoming.sought_id == sister.pk
    with there.acting(there.alma):
        assert [one for one, _name in transfer_pages.persons_in(own)][1] == str(sister.pk)
