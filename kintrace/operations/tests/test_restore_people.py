"""A person who was erased stays erased after a restore, in whichever file their rows lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.cases import lookups as cases
from kintrace.cases.actions import leads
from kintrace.cases.models import Case, Lead, Sought
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.ways import on_the_wall
from kintrace.demo import playing
from kintrace.demo.told import NEWS
from kintrace.network.tests.cast import let_in
from kintrace.operations import jobs
from kintrace.operations.tests.nights import a_scene, back_up_into, empty_database, restore
from kintrace.people.actions import write_down
from kintrace.people.told import Part, Told
from kintrace.protection import actions as protection
from kintrace.protection.lookups import is_erased, notice_given
from kintrace.protection.models import Basis, DoNotFind, Hold, NoticeGiven
from kintrace.protection.purposes import Channel
from kintrace.protection.refusals import AlreadyErased
from kintrace.vault import ledger
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import face_showing, inbox

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytest_django import Settings

    from kintrace.network.models import Member

pytestmark = pytest.mark.database_bound
A_SEASON = timedelta(days=90)
LEAD, FEARED, HIDDEN = "He bakes bread near the bridge.", "His uncle asks.", "Luwam Habte"
PLANTED = {
    SELAM.sought_given,
    SELAM.sought_given_own,
    NEWS[0].said,
    NEWS[0].place,
    "'brother'",
    LEAD,
    FEARED,
    HIDDEN,
}


@dataclass
class Night:
    """Who was erased the morning after the backup, beside a case that is still worked on."""

    scene: Scene
    case: Case
    sought: UUID
    hidden: UUID  # stood in the register alone, in no file at all
    later: UUID  # came and went since the backup
    folder: Path


@pytest.fixture
def night(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Night:
    scene = a_scene(settings, tmp_path, monkeypatch)
    with scene.acting(scene.omar):
        case = playing.open_a_case(SELAM, by=scene.alma)
        notice = on_the_wall(
            case, until=timezone.localdate() + A_SEASON, alma=scene.alma, omar=scene.omar
        )
        _tell_of_him(case, notice.face, by=scene.omar)
        sought = cases.sought_in(case)[0].subject
        protection.put_on_hold(sought, reason=FEARED, by=scene.alma)
        hidden = _informed(case, scene)
        protection.register_do_not_find(hidden, told={"names": HIDDEN}, by=scene.alma)
    back_up_into(tmp_path)
    with scene.acting(scene.alma):
        later = _informed(case, scene)
    for subject in (sought, hidden, later):
        form = {"why": "asked", "sure": "on"}
        url = reverse("protection:erase", args=[subject])
        assert let_in(Client(), scene.dora).post(url, form).status_code == 302
    jobs.sign_heads()
    return Night(scene, case, sought, hidden, later, tmp_path)


def _tell_of_him(case: Case, face: UUID | None, *, by: Member) -> None:
    assert face is not None
    body = {"kind": "message", "writer": "other", "ways": {}, "text": "I know him."}
    wall.leave_message(face_showing(face), body=body, word="almond")
    leads.keep_lead(case, message=inbox(by)[0], told={"what": LEAD}, by=by)


def _informed(case: Case, scene: Scene) -> UUID:
    given = notice_given(case.subject)
    assert given is not None
    subject = protection.new_subject()
    protection.give_notice(subject, text=given.text, channel=Channel.PHONE, by=scene.alma)
    return subject


def test_the_ledger_names_them_and_nothing_else_of_them(night: Night) -> None:
    of_society = [one for one in ledger.read().said if one.society == night.scene.society.pk]
    erased = {said.subject for said in of_society if said.code == "erased"}
    assert erased == {night.sought, night.hidden, night.later}
    assert not [word for word in PLANTED if word in ledger.where().read_text()]


def test_not_one_word_of_them_comes_back_and_the_case_does(
    night: Night, settings: Settings
) -> None:
    with night.scene.acting(night.scene.omar):
        assert SELAM.given in all_that_opens()
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        with night.scene.acting(night.scene.omar):
            opened = all_that_opens()
            assert SELAM.given in opened
            assert not [word for word in PLANTED if word in opened]
            for model in (Basis, Hold, NoticeGiven):
                gone = [night.sought, night.hidden, night.later]
                assert not model.objects.filter(subject__in=gone).exists()
            assert DoNotFind.objects.get().told is None
            assert not Lead.objects.exists()
            [row] = Sought.objects.all()
            assert (row.relation, row.last_news) == (None, None)
        _is_worked_on(night)
        assert audit.verify(night.scene.society.pk) == []


def _is_worked_on(night: Night) -> None:
    client = let_in(Client(), night.scene.alma)
    page = client.get(reverse("cases:case", args=[night.case.pk])).content.decode()
    assert "Nothing of this person is kept any more." in page
    assert "Somebody who was erased" in client.get(reverse("cases:list")).content.decode()


def test_a_record_of_them_that_somebody_brings_again_is_refused(
    night: Night, settings: Settings
) -> None:
    told = Told(names=((Part("given", "Yonas"),),))
    society, by = night.scene.society.pk, night.scene.alma
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        with reading_as(society):
            for subject in (night.sought, night.hidden, night.later):
                assert is_erased(subject)
                with pytest.raises(AlreadyErased):
                    write_down(subject, told=told, file=night.case.file, society=society, by=by)
