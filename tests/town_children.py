"""A child of a town, written down by its team: one thing for every page about it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kintrace.cases.actions import children
from kintrace.cases.tests.children_ways import FAMILY, MOTHER, WHO, WITHHELD, looked_after
from kintrace.demo import playing
from kintrace.demo.drawn.look import look_of
from kintrace.demo.portraits import draw
from kintrace.network.access import Role
from kintrace.network.lookups.keyholders import teams_of

if TYPE_CHECKING:
    from tests.town import Town


@cache
def _face() -> bytes:
    """Drawn once for all towns."""
    return draw(look_of(5, sex="woman", band="15-24", complexion=None, bare=True))


def look_after(town: Town) -> None:
    """Written down, with a picture; whoever says to be its mother was asked, and so was it.

    The team’s officer is Lena; the town’s own officer is not in it.
    """
    carla, alma = town[Role.CHILD_PROTECTION], town[Role.CASEWORKER]
    with playing.acting(carla):
        [team] = teams_of(carla)
    looked = looked_after(team, carla=carla, alma=alma)
    for page, answers in (("who", WHO), ("family", FAMILY), ("withhold", WITHHELD)):
        looked.keep(page, answers)
    looked.keep("assent", {"assent": ["yes"]})
    claim = looked.claim(MOTHER)
    looked.talk(alma, carla)
    with playing.acting(carla):
        children.keep_photo(looked.child, photo=_face(), note="At the desk.", by=carla)
    town.things.update({"child": looked.child.pk, "claim": claim.pk})
