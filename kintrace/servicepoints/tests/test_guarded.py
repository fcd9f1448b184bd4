"""Children, and people whom somebody may be using: for the protection team, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.worklist import shown_to
from kintrace.protection import holders, lookups
from kintrace.protection.purposes import BasisKind, Purpose
from kintrace.servicepoints import lookups as points
from kintrace.servicepoints.actions import following
from kintrace.servicepoints.models import Registration
from kintrace.servicepoints.tests.people import BROTHERS, MADE_TO, ROSE, Harbour, met
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import BoxIsShut, reading_as

if TYPE_CHECKING:
    from kintrace.servicepoints.telling import Told

pytestmark = pytest.mark.database_bound


@pytest.mark.parametrize("told", [BROTHERS, MADE_TO])
def test_of_a_child_or_a_sign_of_trafficking_only_the_protection_team_reads(
    told: Told, harbour: Harbour
) -> None:
    with harbour.working():
        one = harbour.register(told)
        assert one.told is None
        read = Registration.objects.get(pk=one.pk)
        with pytest.raises(BoxIsShut):
            points.told_by(read)
        [basis] = lookups.bases_in_force(one.subject, Purpose.CONTACT)
        assert basis.kind == BasisKind.PUBLIC_INTEREST
    with harbour.scene.acting(harbour.scene.alma), pytest.raises(BoxIsShut):
        points.told_by(points.registration_for(harbour.scene.alma, one.pk))
    with harbour.scene.acting(harbour.carla):
        assert points.told_by(points.guarded_for(harbour.carla, one.pk)) == told


def test_a_sign_of_trafficking_is_a_hold_and_a_child_is_none(harbour: Harbour) -> None:
    with harbour.working():
        assert lookups.is_held(harbour.register(MADE_TO).subject)
        assert not lookups.is_held(harbour.register(BROTHERS).subject)
        assert not lookups.is_held(harbour.register(ROSE).subject)


def test_the_protection_team_has_it_in_its_work_before_all_else_until_one_takes_it_on(
    harbour: Harbour,
) -> None:
    def urgent() -> list[str]:
        shown = shown_to(harbour.carla)["groups"]
        return [one.url for _group, lines, _number in shown for one in lines if one.urgent]

    with harbour.working():
        one = harbour.register(BROTHERS)
        assert "/desk/points/guarded/" not in str(shown_to(harbour.chidi)["groups"])
    with harbour.scene.acting(harbour.carla):
        assert urgent() == ["/desk/points/guarded/"]
        following.take_on_guarded(points.guarded_for(harbour.carla, one.pk), by=harbour.carla)
        assert urgent() == []


def test_nobody_takes_it_on_who_cannot_read_it(harbour: Harbour) -> None:
    with harbour.working():
        one = harbour.register(BROTHERS)
        with pytest.raises(NoRight):
            following.take_on_guarded(one, by=harbour.chidi)
    with reading_as(harbour.scene.society.pk, member=harbour.carla.pk):
        again = points.guarded_for(harbour.carla, one.pk)
        with pytest.raises(BoxIsShut):
            following.take_on_guarded(again, by=harbour.carla)
        assert len(points.untaken_guarded()) == 1


def test_a_volunteer_neither_ends_nor_follows_what_is_guarded(harbour: Harbour) -> None:
    """Who stands beside a child and says “no more” for it must not get it deleted."""
    with harbour.working():
        one = harbour.register(BROTHERS)
        for act in (lambda: following.end(one, by=harbour.chidi), lambda: met(one, harbour)):
            with pytest.raises(NoRight):
                act()
        assert Registration.objects.filter(pk=one.pk).exists()


def test_a_copy_of_what_is_guarded_needs_the_box_of_the_protection_team(harbour: Harbour) -> None:
    with harbour.working():
        one = harbour.register(BROTHERS)
        assert BROTHERS.called not in {line.value for line in holders.copy(one.subject)}
        with pytest.raises(BoxIsShut):
            holders.boxed(one.subject)
    with harbour.scene.acting(harbour.carla):
        assert BROTHERS.called in {line.value for line in holders.boxed(one.subject)}
