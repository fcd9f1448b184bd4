"""What a point asks of a member: their tasks, and needs that are to be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has
from kintrace.servicepoints import lookups
from kintrace.ui.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member


def tasks(member: Member) -> Iterator[Work]:
    """Each task until it is done."""
    for task in lookups.tasks_of(member) if has(member, Right.RUN_POINT) else []:
        named = {"point": isolated(task.point.name), "what": isolated(task.what)}
        said = _("%(point)s: %(what)s") % named
        yield Work(said, reverse("servicepoints:task", args=[task.pk]), "tent", task.due)


def reviews(member: Member) -> Iterator[Work]:
    """By when the needs at a point are assessed anew, for who plans points."""
    for needs in lookups.reviews_of(member) if has(member, Right.SET_UP_POINTS) else []:
        said = _("%(point)s: assess the needs anew and look whether people are safe there.")
        url = reverse("servicepoints:needs", args=[needs.point_id])
        yield Work(said % {"point": isolated(needs.point.name)}, url, "tent", needs.review_by)


SOURCES = (tasks, reviews)
