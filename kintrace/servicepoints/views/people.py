"""People whom a point sees again: the list of the day, writing somebody down, how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds_points import PointDeed
from kintrace.cases import steps
from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.protection.lookups import text as notice_text
from kintrace.protection.lookups import texts_in_force
from kintrace.servicepoints import actions, lookups, people_pages
from kintrace.servicepoints.actions import following, going_on, registering
from kintrace.servicepoints.forms_people import (
    GoOnForm,
    MeetingForm,
    NoMoreForm,
    RegisterForm,
)

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.servicepoints.models import Registration


@require_safe
@for_staff(Right.FOLLOW_UP)
def people(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Whom this point sees today, and whom in the days ahead."""
    point = lookups.point_for(request.user, point_id)
    record_read(PointDeed.LISTED_TO_SEE, about=point.pk, by=request.user)
    return render(request, "servicepoints/people/list.html", people_pages.of_day(point))


@require_safe
@for_staff(Right.FOLLOW_UP)
def begin(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """First the notice, in a language that the society approved."""
    point = lookups.point_for(request.user, point_id)
    texts = texts_in_force(request.user.society_id)
    return render(request, "servicepoints/people/begin.html", {"point": point, "texts": texts})


@for_staff(Right.FOLLOW_UP)
def register(request: StaffRequest, point_id: UUID, text_id: UUID) -> HttpResponse:
    """The notice is read; below it stands what may be written down when the person says yes."""
    point, text = lookups.point_for(request.user, point_id), notice_text(text_id)
    actions.require_at_work(point)
    here = {"sent": uuid4(), "next_at": str(point.pk), "language": text.language}
    points = people_pages.points_to_meet(request.user)
    form = RegisterForm(request.POST or None, points=points, initial=here)
    if request.method == "POST" and form.is_valid():
        found = registering.register(point, **form.registered(text), by=request.user)
        return after_writing(request, found)
    return ask(request, "servicepoints/people/register.html", form, point=point, text=text)


def after_writing(request: StaffRequest, registration: Registration) -> HttpResponse:
    """What is guarded cannot be read here, so the page says who has it now."""
    if registration.is_guarded:
        words = _("It is sealed to the protection team, who see it in their work at once.")
        messages.success(request, words)
        return redirect("servicepoints:people", registration.point_id)
    messages.success(request, _("It is written down."))
    return redirect("servicepoints:person", registration.pk)


@require_safe
@for_staff(Right.FOLLOW_UP)
def person(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """What was told; of what is guarded only that the protection team looks after it."""
    found = lookups.registration_for(request.user, registration_id)
    record_read(PointDeed.READ_REGISTRATION, about=found.pk, by=request.user)
    if found.is_guarded:
        return render(request, "servicepoints/people/kept_apart.html", {"registration": found})
    return render(request, "servicepoints/people/person.html", people_pages.shown(found))


@for_staff(Right.FOLLOW_UP)
def met(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """Seen, not seen, gone on; and the next day."""
    found = lookups.registration_for(request.user, registration_id)
    following.require_may_follow(found, request.user)
    return answer_met(request, found, leads_to="servicepoints:person")


def answer_met(request: StaffRequest, found: Registration, *, leads_to: str) -> HttpResponse:
    """The page of a meeting, for whoever may read the person."""
    points = people_pages.points_to_meet(request.user)
    begun = people_pages.begun_with(found)
    form = MeetingForm(request.POST or None, points=points, initial=begun)
    if request.method == "POST" and form.is_valid():
        following.note_meeting(found, **form.met(), by=request.user)
        messages.success(request, _("Kept."))
        return redirect(leads_to, found.pk)
    shown = people_pages.shown(found)
    return ask(request, "servicepoints/people/met.html", form, back=leads_to, **shown)


@for_staff(Right.FOLLOW_UP)
def no_more(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """The person wants nothing kept any more."""
    found = lookups.registration_for(request.user, registration_id)
    following.require_may_follow(found, request.user)
    return answer_no_more(request, found, leads_to="servicepoints:person")


def answer_no_more(request: StaffRequest, found: Registration, *, leads_to: str) -> HttpResponse:
    form = NoMoreForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        following.end(found, by=request.user)
        messages.success(request, _("It is deleted with its key. Nobody can read it any more."))
        return redirect("servicepoints:people", found.point_id)
    return ask(
        request, "servicepoints/people/no_more.html", form, registration=found, back=leads_to
    )


@for_staff(Right.OPEN_CASES)
def go_on(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """A request for a search begins, with what the person lets go along and nothing else."""
    found = lookups.registration_for(request.user, registration_id)
    following.require_may_follow(found, request.user)
    form = GoOnForm(request.POST or None, texts=texts_in_force(request.user.society_id))
    if request.method == "POST" and form.is_valid():
        draft = going_on.begin_request(found, **form.agreed(), by=request.user)
        return redirect("cases:step", draft.pk, steps.STEPS[0].key)
    return ask(request, "servicepoints/people/go_on.html", form, registration=found)
