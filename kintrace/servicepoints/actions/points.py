"""Setting up a service point, saying anew what it is, ending it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.servicepoints.models import ServicePoint
from kintrace.servicepoints.words import PointState
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kintrace.network.models import Desk, Member


class PointNamed(Refusal):
    """The society has a service point of this name."""


class PointEnded(Refusal):
    """Nobody works at this service point any more."""


@dataclass(frozen=True)
class Plan:
    """What is said of a service point when it is set up, and each time it is said anew."""

    name: str
    kind: str
    place: str = ""
    desk: Desk | None = None
    hours: str = ""
    languages: Sequence[str] = ()
    equipment: Mapping[str, int] = field(default_factory=dict)
    slots: int = 0


@transaction.atomic
def set_up_point(plan: Plan, *, by: Member) -> ServicePoint:
    """Begin a service point. Raises PointNamed."""
    point = ServicePoint(society_id=by.society_id)
    _write(point, plan)
    point.save(force_insert=True)
    record(Deed.SET_UP_POINT, about=point.pk, by=by)
    return point


@transaction.atomic
def change_point(point: ServicePoint, *, plan: Plan, by: Member) -> ServicePoint:
    """Say anew what is true of a service point. Raises PointNamed."""
    _write(point, plan)
    point.save()
    record(Deed.CHANGED_POINT, about=point.pk, by=by)
    return point


def _write(point: ServicePoint, plan: Plan) -> None:
    same = ServicePoint.objects.filter(society_id=point.society_id, name=plan.name)
    if same.exclude(pk=point.pk).exists():
        raise PointNamed(_("You have a service point of this name. Give this one another name."))
    point.name, point.kind, point.place, point.desk = plan.name, plan.kind, plan.place, plan.desk
    point.hours, point.languages = plan.hours, list(plan.languages)
    point.equipment, point.slots = dict(plan.equipment), plan.slots


@transaction.atomic
def end_point(point: ServicePoint, *, by: Member) -> None:
    """Nobody works here any more. What was counted stays."""
    _set_state(point, PointState.ENDED)
    record(Deed.ENDED_POINT, about=point.pk, by=by)


@transaction.atomic
def open_again(point: ServicePoint, *, by: Member) -> None:
    """Somebody works here again."""
    _set_state(point, PointState.ACTIVE)
    record(Deed.REOPENED_POINT, about=point.pk, by=by)


def _set_state(point: ServicePoint, state: PointState) -> None:
    point.state = state
    point.save(update_fields=["state"])


def require_at_work(point: ServicePoint) -> None:
    """Raises PointEnded where nobody works any more."""
    if point.state != PointState.ACTIVE:
        raise PointEnded(_("This service point has ended. Ask your officer to begin it again."))
