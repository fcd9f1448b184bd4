"""In the demo a volunteer sees people again, and one of them carries a code on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.demo.network import seen_again
from kintrace.demo.playing import named, seated
from kintrace.network.access import Role
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions import handing_over

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_two_are_seen_again_one_is_for_the_child_team_and_one_goes_on(northmark: House) -> None:
    word = None
    for step in seen_again.steps(northmark):
        step.do()
        word = step.do() or word  # taken again after a kill it does nothing twice
    with seated(named(northmark.of(Role.VOLUNTEER)[0])) as chidi:
        [point] = lookups.points_at_work(chidi)
        today = lookups.to_see(point, until=timezone.localdate())
        assert [one.is_guarded for one in today] == [False, True]
        assert len(lookups.bookings_to_come(chidi)) == 1
        found = handing_over.open_carried(word or "", seen_again.WORD, by=chidi)
        assert found is not None
        assert found.told == seen_again.GOES_ON.told
