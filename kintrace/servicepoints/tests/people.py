"""A harbour where people are seen again, and somebody who comes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.network.access import Role
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.purposes import Channel, How
from kintrace.servicepoints import actions
from kintrace.servicepoints.actions import Plan, Sent, following, registering
from kintrace.servicepoints.people_words import Came
from kintrace.servicepoints.telling import Again, Told
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import Registration, ServicePoint
    from kintrace.vault.reader import Reader

ROSE = Told("Grandmother Rose", ("old",), "Blue scarf on the bag", "ti", words="Walks with a stick")
BROTHERS = Told("Two brothers", ("alone",), "They say the kite", "ar")
MADE_TO = Told("Mira", ("trafficking", "pregnant"), "Coughs twice", "fa")


@dataclass(frozen=True)
class Harbour:
    """A society with a point; Chidi works there, Carla looks after children."""

    scene: Scene
    point: ServicePoint

    @property
    def chidi(self) -> Member:
        return self.scene.chidi

    @property
    def carla(self) -> Member:
        return self.scene.others["carla"]

    def working(self) -> AbstractContextManager[Reader]:
        """As Chidi, who holds no box."""
        return reading_as(self.scene.society.pk, member=self.chidi.pk)

    def heard(self) -> Heard:
        text = texts_in_force(self.scene.society.pk)[0]
        return Heard(text, Channel.READ_ALOUD)

    def register(
        self, told: Told = ROSE, *, on: date | None = None, sent: Sent | None = None, **more: Any
    ) -> Registration:
        heard = more.pop("heard", None) or self.heard()
        said: dict[str, Any] = {"heard": heard, "by": self.chidi} | more
        return registering.register(
            self.point,
            told=told,
            how=How.SPOKEN,
            again=Again(on or timezone.localdate(), self.point.pk),
            sent=sent or Sent(),
            **said,
        )


def build_harbour(code: str = "AT") -> Harbour:
    return harbour_in(build_scene(code, carla=Role.CHILD_PROTECTION))


def harbour_in(scene: Scene) -> Harbour:
    """A point of a society that stands already."""
    with reading_as(scene.society.pk, member=scene.omar.pk):
        plan = Plan(f"Harbour {scene.society.code}", "fixed", "Behind the fish market")
        point = actions.set_up_point(plan, by=scene.omar)
    return Harbour(scene, point)


def met(registration: Registration, harbour: Harbour, **said: Any) -> Registration:
    """Seen today, unless a test says otherwise."""
    more: dict[str, Any] = {"came": Came.SEEN, "again": Again(), "sent": Sent()}
    more |= {"by": harbour.chidi} | said
    return following.note_meeting(registration, **more)
