"""Somebody told a town who they are; somebody else is written down already, and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.tests.coming_forward import searched, wrote
from kintrace.demo import playing
from kintrace.network.access import Role

if TYPE_CHECKING:
    from tests.town import Town


def come_forward(town: Town) -> None:
    with playing.acting(town[Role.CASEWORKER]) as alma:
        waits, lead = wrote(to=alma), searched(by=alma)
    town.things.update({"message of who they are": waits.pk, "came forward": lead.pk})
