"""What another society asked of us stands in somebody's list until it is done, or stopped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.actors import Machine
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import incoming_desk as desk
from kintrace.cases.actions import transfer_ends
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.actions.accepting import CannotWorkOnIt
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.models import Incoming, Transfer
from kintrace.cases.tests.asked_there import work
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.cases.tests.handing import FOUND, accepted, sent
from kintrace.network.access import Role
from kintrace.network.tests.cast import SignIn, enlist
from kintrace.protection import actions as protection
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.models import Member

ENDED = "A search for Society NM has ended. Stop it, and say that you did."


@pytest.fixture
def berta(there: Scene) -> Member:
    """A second caseworker there."""
    return enlist(there.society, Role.CASEWORKER, "berta")


def run_out(scene: Scene, days: int) -> None:
    with reading_as(scene.society.pk):
        day = timezone.localdate() + timedelta(days=days)
        transfer_ends.expire(day, by=Machine(scene.society.pk))


def end(how: str, transfer: Transfer, incoming: Incoming, scene: Scene, there: Scene) -> None:
    if how == "run out":
        run_out(scene, 400)
    elif how == "deleted":
        with there.acting(there.alma):
            answering.return_result(incoming, outcome=FOUND, by=there.alma)
        run_out(scene, 31)
    else:
        with scene.acting(scene.alma):
            if how == "held":
                protection.put_on_hold(transfer.subject, reason="A call.", by=scene.alma)
            else:
                sending.recall(transfer, why="withdrawn", by=scene.alma)


def test_who_does_not_work_on_cases_links_and_stops_nothing(
    there: Scene, transfer: Transfer
) -> None:
    del transfer
    incoming = accepted(there.alma)
    with there.acting(there.dora):
        with pytest.raises(NoRight):
            desk.link(incoming, case=None, by=there.dora)
        with pytest.raises(NoRight):
            desk.note_stopped(incoming, by=there.dora)


@pytest.mark.database_bound
@pytest.mark.parametrize("how", ["taken back", "held", "run out", "deleted"])
def test_what_ended_from_outside_stands_in_the_list_until_somebody_says_that_it_stopped(
    scene: Scene, there: Scene, transfer: Transfer, berta: Member, how: str
) -> None:
    incoming = accepted(there.alma)
    end(how, transfer, incoming, scene, there)
    assert work(there.alma) == [ENDED], "and not why"
    assert work(berta) == [], "it was another member's"
    run_out(there, 90)
    assert work(there.alma) == [ENDED], "it is not forgotten unread"
    with there.acting(there.alma):
        desk.note_stopped(incoming, by=there.alma)
        desk.note_stopped(incoming, by=there.alma)
    assert work(there.alma) == []
    with reading_as(there.society.pk):
        entries = [one for one in audit.entries(there.society.pk) if one.about == transfer.pk]
        assert [one.deed for one in entries].count(Deed.STOPPED_SEARCH) == 1
    run_out(there, 90)
    with reading_as(there.society.pk):
        assert not Incoming.objects.exists()


def test_what_nobody_took_on_and_what_we_declined_asks_nobody_to_stop(
    scene: Scene, there: Scene, transfer: Transfer
) -> None:
    run_out(scene, 15)
    assert work(there.alma) == []
    with scene.acting(scene.alma):
        sent(lookups.case_for(scene.alma, transfer.case_id), there.society, by=scene.alma)  # type: ignore[arg-type]
    with there.acting(there.alma):
        answering.decline(lookups.incoming_of(there.alma)[0], why="full", by=there.alma)
    assert work(there.alma) == []


def test_the_card_alone_is_taken_back_with_a_line_for_everybody(
    scene: Scene, there: Scene, transfer: Transfer, berta: Member
) -> None:
    with scene.acting(scene.alma):
        sending.recall(transfer, why="mistake", by=scene.alma)
    assert work(there.alma) == work(berta) == [ENDED]


def test_while_it_goes_on_nobody_says_that_it_stopped(there: Scene, transfer: Transfer) -> None:
    incoming = accepted(there.alma)
    with there.acting(there.alma):
        desk.note_stopped(incoming, by=there.alma)
        incoming.refresh_from_db()
    assert incoming.stopped is None
    assert incoming.transfer == transfer.pk


def test_the_page_of_an_end_says_what_to_do_and_takes_the_word_for_it(
    scene: Scene, there: Scene, transfer: Transfer, sign_in: SignIn, client: Client
) -> None:
    incoming = accepted(there.alma)
    theirs, here = sign_in(client, there.alma), f"/desk/other/incoming/{incoming.pk}/"
    assert "We stopped" not in theirs.get(here).content.decode()
    with scene.acting(scene.alma):
        sending.recall(transfer, why="withdrawn", by=scene.alma)
    page = theirs.get(here).content.decode()
    assert "We stopped" in page
    assert "does not want it" not in page
    assert theirs.post(f"{here}stopped/").status_code == 302
    after = theirs.get(here).content.decode()
    assert "that it stopped." in after
    assert "We stopped" not in after


def test_a_search_is_given_to_a_colleague_and_the_audit_says_so(
    there: Scene, transfer: Transfer, berta: Member, sign_in: SignIn, client: Client
) -> None:
    incoming = accepted(there.alma)
    theirs, give = sign_in(client, there.alma), f"/desk/other/incoming/{incoming.pk}/give/"
    assert give in theirs.get(f"/desk/other/incoming/{incoming.pk}/").content.decode()
    assert str(berta.pk) in theirs.get(give).content.decode()
    assert theirs.post(give, {"to": str(berta.pk)}).status_code == 302
    with reading_as(there.society.pk):
        incoming.refresh_from_db()
        assert incoming.handler_id == berta.pk
        done = {one.deed for one in audit.entries(there.society.pk) if one.about == transfer.pk}
        assert Deed.ASSIGNED_SEARCH in done


def test_a_search_is_given_to_nobody_who_does_not_work_on_cases_here(
    scene: Scene, there: Scene, transfer: Transfer, berta: Member
) -> None:
    incoming = accepted(there.alma)
    with there.acting(there.alma):
        for other in (there.chidi, scene.alma):
            with pytest.raises(CannotWorkOnIt):
                desk.give(incoming, to=other, by=there.alma)
        with pytest.raises(NoRight):
            desk.give(incoming, to=berta, by=there.chidi)
    with scene.acting(scene.alma):
        sending.recall(transfer, why="mistake", by=scene.alma)
    with there.acting(there.alma), pytest.raises(NotSo):
        desk.give(incoming, to=berta, by=there.alma)


def test_another_society_neither_gives_nor_stops_it(
    there: Scene, transfer: Transfer, sign_in: SignIn, client: Client
) -> None:
    incoming, outsider = accepted(there.alma), build_scene("CH")
    theirs, here = sign_in(client, outsider.alma), f"/desk/other/incoming/{incoming.pk}/"
    assert theirs.get(f"{here}give/").status_code == 404
    assert theirs.post(f"{here}give/", {"to": str(outsider.alma.pk)}).status_code == 404
    assert theirs.post(f"{here}stopped/").status_code == 404
    assert transfer.is_out
