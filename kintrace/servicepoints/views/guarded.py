"""Children and people whom somebody may be using, as a point wrote them down: for the protection
team, its box open, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds_points import PointDeed
from kintrace.network.access import Right, for_staff
from kintrace.servicepoints import lookups, people_pages
from kintrace.servicepoints.actions import following
from kintrace.servicepoints.views.carried import answer_hand_over
from kintrace.servicepoints.views.people import answer_met, answer_no_more

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest

LEADS_TO = "servicepoints:guarded_person"


@require_safe
@for_staff(Right.LIFT_HOLD)
def guarded(request: StaffRequest) -> HttpResponse:
    """All of them, what nobody took on first; by number and day alone."""
    found = people_pages.rows(lookups.guarded_of_society(), timezone.localdate())
    return render(request, "servicepoints/people/guarded.html", {"rows": found})


@require_safe
@for_staff(Right.LIFT_HOLD, box=True)
def guarded_person(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """What was told, and what can be done."""
    found = lookups.guarded_for(request.user, registration_id)
    shown = people_pages.shown(found)
    record_read(PointDeed.READ_REGISTRATION, about=found.pk, by=request.user)
    return render(request, "servicepoints/people/guarded_person.html", shown)


@require_POST
@for_staff(Right.LIFT_HOLD, box=True)
def guarded_take(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """Somebody of the team looks after it: it waits no more."""
    found = lookups.guarded_for(request.user, registration_id)
    following.take_on_guarded(found, by=request.user)
    messages.success(request, _("It stands in nobody’s work any more: you look after it."))
    return redirect(LEADS_TO, found.pk)


@for_staff(Right.LIFT_HOLD, box=True)
def guarded_met(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """How a meeting went."""
    found = lookups.guarded_for(request.user, registration_id)
    return answer_met(request, found, leads_to=LEADS_TO)


@for_staff(Right.LIFT_HOLD, box=True)
def guarded_hand_over(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """A code to carry on."""
    found = lookups.guarded_for(request.user, registration_id)
    return answer_hand_over(request, found, leads_to=LEADS_TO)


@for_staff(Right.LIFT_HOLD, box=True)
def guarded_no_more(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """Nothing of it is kept any more: another team looks after the person, or they say so."""
    found = lookups.guarded_for(request.user, registration_id)
    return answer_no_more(request, found, leads_to=LEADS_TO)
