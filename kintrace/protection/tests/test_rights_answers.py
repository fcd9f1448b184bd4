"""Each kind of request is answered in its own way, by whom it is theirs to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.utils import timezone

from kintrace.protection import lookups
from kintrace.protection.actions import rights
from kintrace.protection.lookups import rights as desk
from kintrace.protection.purposes import BasisKind, Cause, Purpose
from kintrace.protection.refusals import (
    AlreadyErased,
    IdentityNotNoted,
    NothingToDo,
    NotYours,
    RequestNotAsExpected,
)
from kintrace.protection.rights import Kind
from kintrace.protection.tests.given import Team, agrees, consented, informed
from kintrace.protection.tests.test_rights import SECRET, again, asked

if TYPE_CHECKING:
    from kintrace.protection.tests.onlooker import Onlooker


def test_who_may_answer_what(sealed_team: Team) -> None:
    team = sealed_team
    officers = {Kind.CORRECTION, Kind.OBJECTION, Kind.WITHDRAWAL}
    with team.reading():
        for kind in Kind:
            request = asked(team, kind)
            assert desk.may_answer(request, by=team.dora)
            assert desk.may_answer(request, by=team.boris) == (kind in officers)
            assert not desk.may_answer(request, by=team.alma)
            assert not desk.may_answer(request, by=team.carla)


def test_who_may_not_answer_is_refused(sealed_team: Team) -> None:
    team = sealed_team
    with team.reading():
        with pytest.raises(NotYours):
            rights.answer(asked(team, Kind.CORRECTION), outcome="Done.", by=team.alma)
        with pytest.raises(NotYours):
            rights.answer(asked(team, Kind.ACCESS), outcome="Done.", by=team.boris)
        with pytest.raises(NotYours):
            rights.answer_erasure(asked(team, Kind.ERASURE), by=team.boris)
        for refused in (rights.refuse, rights.extend):
            more = {"told_on": timezone.localdate()} if refused is rights.extend else {}
            with pytest.raises(NotYours):
                refused(asked(team), because="No.", **more, by=team.boris)


def test_a_correction_keeps_only_that_it_was_done(sealed_team: Team) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, Kind.CORRECTION)
        rights.answer(request, outcome="The birth is corrected.", by=sealed_team.boris)
        assert again(request).state == "answered"
        assert again(request).handler == sealed_team.boris
        with pytest.raises(NothingToDo):
            rights.answer(request, outcome="Again.", by=sealed_team.boris)
    with sealed_team.reading(opened_by=sealed_team.dora):
        assert again(request).outcome == "The birth is corrected."


def test_nothing_is_told_corrected_or_deleted_before_we_know_who_asks(sealed_team: Team) -> None:
    with sealed_team.reading():
        for kind in (Kind.ACCESS, Kind.CORRECTION):
            with pytest.raises(IdentityNotNoted):
                rights.answer(
                    asked(sealed_team, kind, identity=" "), outcome="Done.", by=sealed_team.dora
                )
        request = asked(sealed_team, Kind.ERASURE, identity="")
        with pytest.raises(IdentityNotNoted):
            rights.answer_erasure(request, by=sealed_team.dora)
        rights.note_identity(request, how=SECRET, by=sealed_team.alma)
        rights.answer_erasure(request, by=sealed_team.dora)


def test_an_objection_ends_what_rests_on_anything_but_consent(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    team = sealed_team
    with team.reading():
        subject = consented(team)
        agrees(team, subject, purpose=Purpose.TRACE, kind=BasisKind.PUBLIC_INTEREST, scope=())
        request = asked(team, Kind.OBJECTION, subject=subject, identity="")
        done = rights.answer_objection(request, by=team.boris)
        assert done[-1] == "The onlooker stopped."
        # Without the search there is nothing that a photo could be shown for.
        over = frozenset({Purpose.TRACE, Purpose.PUBLISH, Purpose.SHARE, Purpose.COMPARE})
        assert onlooker.stopped == [(subject, Cause.WITHDRAWN, over)]
        assert not lookups.may(subject, Purpose.TRACE)
        assert not lookups.bases_in_force(subject, Purpose.PUBLISH).exists()
        assert again(request).state == "answered"


def test_what_the_person_also_agreed_to_goes_on_after_an_objection(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    team = sealed_team
    with team.reading():
        subject = informed(team)
        for kind in (BasisKind.CONSENT, BasisKind.LEGITIMATE_INTEREST):
            agrees(team, subject, purpose=Purpose.CONTACT, kind=kind, scope=())
        request = asked(team, Kind.OBJECTION, subject=subject)
        rights.answer_objection(request, by=team.boris)
        assert lookups.bases_in_force(subject, Purpose.CONTACT).exists()
        assert onlooker.stopped == []


def test_an_objection_where_all_rests_on_consent_is_told_so(sealed_team: Team) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, Kind.OBJECTION)
        with pytest.raises(NothingToDo), transaction.atomic():
            rights.answer_objection(request, by=sealed_team.boris)
        assert again(request).is_open


def test_a_withdrawal_is_answered_with_what_it_did(sealed_team: Team, onlooker: Onlooker) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, Kind.WITHDRAWAL)
        with pytest.raises(RequestNotAsExpected):
            rights.answer_withdrawal(request, purposes=[], by=sealed_team.boris)
        rights.answer_withdrawal(request, purposes=[Purpose.PUBLISH], by=sealed_team.boris)
        assert not lookups.may(request.subject, Purpose.PUBLISH)
    with sealed_team.reading(opened_by=sealed_team.dora):
        said = again(request).outcome
    assert "Show the photo to everyone" in str(said)
    assert "The onlooker stopped." in str(said)


def test_after_an_erasure_only_that_it_was_asked_and_done_is_left(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    team = sealed_team
    with team.reading():
        subject = consented(team)
        earlier = asked(team, Kind.ACCESS, subject=subject)
        request = asked(team, Kind.ERASURE, subject=subject)
        rights.answer_erasure(request, by=team.dora)
        assert lookups.is_erased(subject)
        assert not again(earlier).is_identified
        assert not again(request).is_identified
        assert again(request).state == "answered"
        with pytest.raises(AlreadyErased):
            asked(team, subject=subject)
    with team.reading(opened_by=team.dora):
        assert "The onlooker forgot." in str(again(request).outcome)


def test_each_kind_is_answered_in_its_own_way(sealed_team: Team) -> None:
    with sealed_team.reading():
        by = {"by": sealed_team.dora}
        with pytest.raises(RequestNotAsExpected):
            rights.answer(asked(sealed_team, Kind.ERASURE), outcome="Done.", **by)
        with pytest.raises(RequestNotAsExpected):
            rights.answer_erasure(asked(sealed_team, Kind.ACCESS), **by)
        with pytest.raises(RequestNotAsExpected):
            rights.answer_objection(asked(sealed_team, Kind.ERASURE), **by)
        with pytest.raises(RequestNotAsExpected):
            rights.answer(asked(sealed_team), outcome=" ", **by)
