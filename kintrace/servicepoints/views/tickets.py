"""The charging board: a ticket given, shown, printed, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import Right, for_staff
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.forms_today import DeedForm, MoveForm
from kintrace.servicepoints.ticket_paper import paper_of
from kintrace.servicepoints.views.answers import SaidHere

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@require_POST
@for_staff(Right.RUN_POINT)
def give(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Take a phone: the lowest free number."""
    found = lookups.point_for(request.user, point_id)
    form = DeedForm(request.POST)
    if form.is_valid():
        with SaidHere(request, found):
            whom, sent = form.whom(), form.sent()
            ticket = actions.give_ticket(found, whom=whom, sent=sent, by=request.user)
            return redirect("servicepoints:ticket", ticket.pk)
    return redirect("servicepoints:point", found.pk)


@require_safe
@for_staff(Right.RUN_POINT)
def ticket(request: StaffRequest, ticket_id: UUID) -> HttpResponse:
    """One ticket, and what may become of it."""
    found = lookups.ticket_for(request.user, ticket_id)
    facts = {"ticket": found, "point": found.point, "deed": uuid4()}
    return render(request, "servicepoints/ticket.html", facts)


@require_safe
@for_staff(Right.RUN_POINT)
def scanned(request: StaffRequest, ticket_token: str) -> HttpResponse:
    """Where the square on the paper leads who is signed in; everybody else it tells nothing."""
    return redirect("servicepoints:ticket", lookups.ticket_called(request.user, ticket_token).pk)


@require_safe
@for_staff(Right.RUN_POINT)
def printed(request: StaffRequest, ticket_id: UUID) -> HttpResponse:
    """The paper: a number, a square, the rule for a lost ticket. No name."""
    found = lookups.ticket_for(request.user, ticket_id)
    return render(request, "servicepoints/ticket_paper.html", paper_of(found, request))


@require_POST
@for_staff(Right.RUN_POINT)
def move(request: StaffRequest, ticket_id: UUID) -> HttpResponse:
    """Full, collected, or locked away."""
    found = lookups.ticket_for(request.user, ticket_id)
    form = MoveForm(request.POST)
    if form.is_valid():
        with SaidHere(request, found.point):
            actions.move_ticket(found, to=form.state(), sent=form.sent(), by=request.user)
    back = "close_day" if request.POST.get("from") == "close" else "point"
    return redirect(f"servicepoints:{back}", found.point_id)
