"""What was taken from a member or a society after a backup is taken again when it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator

from kintrace.audit import lookups as audit
from kintrace.network import actions
from kintrace.network.access import Role
from kintrace.network.lookups import member_or_none, society
from kintrace.network.models import Member, SharingAgreement, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.operations import jobs
from kintrace.operations.tests.nights import a_scene, back_up_into, empty_database, restore
from kintrace.vault.lookups import grants
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.database_bound


@dataclass
class Night:
    """Who was in at the backup; the morning after, something was taken from all but Omar."""

    scene: Scene
    folder: Path
    agreement: SharingAgreement
    gone: Society


@pytest.fixture
def night(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Night:
    scene = a_scene(settings, tmp_path, monkeypatch, carla=Role.CHILD_PROTECTION)
    partner, gone = found("BG"), found("DK")
    agreement = actions.sign_agreement(
        scene.society, taker=partner, purposes=["second_eye"], by=scene.omar
    )
    for member in (scene.alma, scene.omar, scene.dora, scene.others["carla"]):
        Authenticator.objects.create(
            user=member, type=Authenticator.Type.TOTP, data={"secret": "A" * 32}
        )
    office = enlist(partner, Role.NETWORK_ADMIN)
    back_up_into(tmp_path)
    actions.let_go(scene.alma, by=scene.omar)
    actions.change_role(scene.others["carla"], role=Role.VOLUNTEER, by=scene.omar)
    actions.forget_second_factor(scene.dora, by=scene.omar)
    actions.end_agreement(agreement, by=scene.omar)
    actions.leave_network(gone, by=office)
    jobs.sign_heads()
    return Night(scene, tmp_path, agreement, gone)


def as_now(member: Member) -> Member:
    known = member_or_none(member.pk)
    assert known is not None
    return known


def has_factor(member: Member) -> bool:
    return bool(Authenticator.objects.filter(user=member).exists())


def boxes(member: Member) -> set[str]:
    with reading_as(member.society_id):
        return set(grants(member.pk, member.society_id).values_list("box", flat=True))


def test_who_left_or_may_less_since_is_not_let_in_again(
    night: Night, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    scene = night.scene
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        alma, carla = as_now(scene.alma), as_now(scene.others["carla"])
        assert (alma.state, carla.state) == (Member.State.LEFT, Member.State.INVITED)
        for member in (alma, carla):
            assert not member.has_usable_password()
            assert not has_factor(member)
            assert boxes(member) == set()
    assert "2 members were shut out" in capsys.readouterr().out


def test_a_lost_phone_opens_nothing_and_who_lost_nothing_goes_on(
    night: Night, settings: Settings
) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        dora, omar = as_now(night.scene.dora), as_now(night.scene.omar)
        assert dora.state == omar.state == Member.State.ACTIVE
        assert (has_factor(dora), has_factor(omar)) == (False, True)
        assert boxes(dora)
        assert boxes(omar)


def test_what_ended_between_societies_stays_ended(night: Night, settings: Settings) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        with reading_as(night.scene.society.pk):
            assert SharingAgreement.objects.get(pk=night.agreement.pk).ended
        assert society(night.gone.pk).state == Society.State.LEFT
        assert audit.verify(night.scene.society.pk) == []
        assert audit.verify(night.gone.pk) == []
