"""What a member had who works here no more stands in the list of those who do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.cases import lookups, worklist_found, worklist_requests
from kintrace.cases.actions import accepting
from kintrace.cases.actions import incoming as answering
from kintrace.cases.criteria import NotOurs
from kintrace.cases.neighbours import Group
from kintrace.cases.tests.asked_there import ASKS, lines, work
from kintrace.cases.tests.handing import accepted
from kintrace.cases.tests.test_states import handed_in
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Transfer
    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.models import Member


@pytest.fixture
def berta(there: Scene) -> Member:
    """A second caseworker there."""
    return enlist(there.society, Role.CASEWORKER, "berta")


def leaves(member: Member) -> None:
    member.state = member.State.LEFT
    member.save(update_fields=["state"])


def test_what_a_member_who_left_had_falls_to_everybody_who_works_on_cases(
    scene: Scene, there: Scene, transfer: Transfer, berta: Member
) -> None:
    accepted(there.alma)
    with scene.acting(scene.alma):
        home = scene.society.pk
        answering.say(transfer.pk, sender=home, words="Which port?", by=scene.alma)
    wrote = ["Society NM wrote to you about a search."]
    assert (work(there.alma), work(berta)) == (wrote, [])
    leaves(there.alma)
    assert work(berta) == wrote


def test_somebody_found_elsewhere_by_a_member_who_left_falls_to_who_decides(
    afar: FoundAfar, berta: Member
) -> None:
    there, begin = afar.scene, "Somebody was found. Ask them what may be passed on."
    with there.acting(there.alma):
        afar.locate(by=there.alma)

    def found(member: Member) -> list[str]:
        with reading_as(member.society_id, member=member.pk):
            return [one.what for one in worklist_found.found_waiting(member)]

    assert begin in found(there.alma)
    assert found(there.omar) == []
    leaves(there.alma)
    assert begin in found(there.omar)
    assert found(berta) == [], "who may not see how far it has come reads nothing of it"


def test_what_a_member_who_left_refused_is_explained_by_who_may_refuse(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar):
        accepting.refuse(case, criterion=NotOurs.GENEALOGY, by=scene.omar)
    with scene.acting(scene.lena):
        assert not list(worklist_requests.refusals_to_explain(scene.lena))
        leaves(scene.omar)
        [theirs] = worklist_requests.refusals_to_explain(scene.lena)
        assert theirs.reference == case.reference


def test_a_request_stands_under_today_until_it_is_answered(
    there: Scene, transfer: Transfer
) -> None:
    [line] = lines(there.alma)
    assert line.what.startswith(ASKS)
    assert line.group_on(timezone.localdate()) is Group.TODAY
    with there.acting(there.alma):
        answering.accept(lookups.incoming_of(there.alma)[0], by=there.alma)
    assert work(there.alma) == []
    assert transfer.is_out
