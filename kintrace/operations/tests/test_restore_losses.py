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
from kintrace.network.models import Member, OneTimeLink, SharingAgreement, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.operations import jobs
from kintrace.operations.tests.nights import a_scene, back_up_into, empty_database, restore
from kintrace.vault.lookups import grants
from kintrace.vault.models import FormerHolder
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
    late: Member  # invited before the backup, to a wrong address


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
    late = _invited(scene)
    back_up_into(tmp_path)
    actions.let_go(late, by=scene.omar)
    actions.let_go(scene.alma, by=scene.omar)
    actions.change_role(scene.others["carla"], role=Role.VOLUNTEER, by=scene.omar)
    actions.forget_second_factor(scene.dora, by=scene.omar)
    actions.end_agreement(agreement, by=scene.omar)
    actions.leave_network(gone, by=office)
    jobs.sign_heads()
    return Night(scene, tmp_path, agreement, gone, late)


def _invited(scene: Scene) -> Member:
    """To a wrong address."""
    return actions.invite(
        scene.society,
        sign_in="lara",
        role=Role.OFFICER,
        name="Lara",
        email="wrong@example.invalid",
        door=str,
        by=scene.omar,
    )


def as_now(member: Member) -> Member:
    known = member_or_none(member.pk)
    assert known is not None
    return known


def has_factor(member: Member) -> bool:
    return bool(Authenticator.objects.filter(user=member).exists())


def boxes(member: Member) -> set[str]:
    with reading_as(member.society_id):
        return set(grants(member.pk, member.society_id).values_list("box", flat=True))


def test_who_left_lost_a_right_or_a_phone_since_is_not_let_in_again(
    night: Night, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    scene = night.scene
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        out = [as_now(one) for one in (scene.alma, scene.others["carla"], scene.dora, night.late)]
        assert [one.state for one in out] == ["left", "invited", "invited", "left"]
        assert [one.role for one in out[1:3]] == [Role.VOLUNTEER, Role.DATA_PROTECTION]
        for member in out:
            assert not member.has_usable_password()
            assert not has_factor(member)
            assert boxes(member) == set()
    assert "4 members were shut out" in capsys.readouterr().out


def test_no_letter_sent_before_the_backup_lets_anybody_in(night: Night, settings: Settings) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        assert not OneTimeLink.objects.filter(used=None).exists()


def test_who_lost_nothing_goes_on(night: Night, settings: Settings) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        omar = as_now(night.scene.omar)
        assert omar.state == Member.State.ACTIVE
        assert has_factor(omar)
        assert boxes(omar)


def test_whoever_may_be_granted_a_box_again_after_an_invitation(
    night: Night, settings: Settings
) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        dora = night.scene.dora
        with reading_as(dora.society_id):
            gone = FormerHolder.objects.filter(member_id=dora.pk)
            assert gone.exists()
            assert set(gone.values_list("gone", flat=True)) == {None}


def test_where_nobody_is_left_who_lets_members_in_the_report_says_so(
    night: Night, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
    told = capsys.readouterr().out
    assert "NM: nobody is left who lets members in." in told
    assert "BG: nobody" not in told


def test_what_ended_between_societies_stays_ended(night: Night, settings: Settings) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        with reading_as(night.scene.society.pk):
            assert SharingAgreement.objects.get(pk=night.agreement.pk).ended
        assert society(night.gone.pk).state == Society.State.LEFT
        assert audit.verify(night.scene.society.pk) == []
        assert audit.verify(night.gone.pk) == []
