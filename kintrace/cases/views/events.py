"""Events: a boat, a border, a camp, a day; who is sought there, what was counted and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import event_board, event_search, lookups
from kintrace.cases.actions import accounts, events
from kintrace.cases.forms_events import (
    AccountForm,
    ChosenForm,
    CountForm,
    EventForm,
    FarForm,
    JoinForm,
    known_of,
)
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import Comparing
from kintrace.protection.lookups import texts_in_force
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.models import Event
    from kintrace.network.gate import StaffRequest


@for_staff(Right.READ_CASES)
@require_safe
def event_list(request: StaffRequest) -> HttpResponse:
    pages = Paginator(lookups.events_of(request.user), event_board.PAGE)
    page = pages.get_page(request.GET.get("page"))
    facts = {"page": page, "lines": lookups.event_lines(page)}
    return render(request, "cases/events.html", facts)


@for_staff(Right.CHANGE_CASES)
def new(request: StaffRequest) -> HttpResponse:
    form = EventForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind, happened = form.cleaned_data["kind"], form.happened()
        made = events.make_event(kind=kind, happened=happened, by=request.user)
        messages.success(request, _("The event is written down. Join the cases that belong to it."))
        return redirect("cases:event", made.pk)
    return asked(request, "cases/new_event.html", form)


@for_staff(Right.READ_CASES)
@require_safe
def event(request: StaffRequest, event_id: UUID) -> HttpResponse:
    found = lookups.event_for(request.user, event_id)
    shown = event_board.shown(found, number=request.GET.get("page"))
    record_read(Deed.READ_EVENT, about=found.pk, by=request.user)
    if shown["rows"]:
        _names_were_read(request, f"event {found.pk}", shown["page"].number)
    return render(request, "cases/event.html", shown)


@for_staff(Right.CHANGE_CASES)
def correct(request: StaffRequest, event_id: UUID) -> HttpResponse:
    found = lookups.event_for(request.user, event_id)
    now = known_of(found, lookups.happened(found)) | {"seen": lookups.version_of(found)}
    form = EventForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        kind, seen = form.cleaned_data["kind"], form.cleaned_data["seen"]
        known = form.happened()
        with Comparing(form, now=now):
            events.correct_event(found, kind=kind, happened=known, seen=seen, by=request.user)
            return _noted(request, found)
    record_read(Deed.READ_EVENT, about=found.pk, by=request.user)
    return asked(request, "cases/new_event.html", form, event=found)


@for_staff(Right.CHANGE_CASES)
@require_safe
def who_else(request: StaffRequest, event_id: UUID) -> HttpResponse:
    found = lookups.event_for(request.user, event_id)
    far = FarForm(request.GET).where()
    shown = event_search.who_else(found, member=request.user, **far)
    record_read(Deed.READ_EVENT, about=found.pk, by=request.user)
    if shown["lines"]:
        _names_were_read(request, f"who else {found.pk} {far}", 1)
    return render(request, "cases/who_else.html", shown)


def _names_were_read(request: StaffRequest, what: str, number: int) -> None:
    """A page of names is a page of names, wherever it stands."""
    record_read(Deed.LISTED_CASES, about=lookups.name_of_names(what, number), by=request.user)


@for_staff(Right.CHANGE_CASES)
def join(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = _join_form(request)
    if form.is_bound and form.is_valid():
        chosen = form.chosen()
        events.join_case(chosen, case=case, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, _("The case stands on the page of the event."))
        return redirect("cases:event", chosen.pk)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    status = 422 if form.is_bound else 200  # who looks for another event did nothing wrong
    return render(request, "cases/join_event.html", {"form": form, "case": case}, status=status)


def _join_form(request: StaffRequest) -> JoinForm:
    """With the events to choose from; who looks for another one begins with what they typed."""
    wanted = ChosenForm(request.POST or request.GET).wanted()
    lines = event_search.offered(request.user, **wanted)
    if request.method == "POST" and "look" not in request.POST:
        return JoinForm(request.POST, lines=lines)
    typed = request.POST.dict() or {"event": wanted["event"]}
    return JoinForm(lines=lines, initial=typed)


@for_staff(Right.CHANGE_CASES)
@require_POST
def take_out(request: StaffRequest, joined_id: UUID) -> HttpResponse:
    joined = lookups.joined_for(request.user, joined_id)
    events.take_out(joined, by=request.user)
    return _noted(request, joined.event)


@for_staff(Right.CHANGE_CASES)
def count(request: StaffRequest, event_id: UUID) -> HttpResponse:
    found = lookups.event_for(request.user, event_id)
    form = CountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        events.write_count(found, told=form.told(), by=request.user)
        return _noted(request, found)
    return asked(request, "cases/count.html", form, event=found)


@for_staff(Right.CHANGE_CASES)
@require_POST
def take_back(request: StaffRequest, count_id: UUID) -> HttpResponse:
    found = lookups.count_for(request.user, count_id)
    events.take_back_count(found, by=request.user)
    return _noted(request, found.event)


@for_staff(Right.CHANGE_CASES)
def told(request: StaffRequest, event_id: UUID) -> HttpResponse:
    """Needs no open box: it is sealed as it is typed."""
    found = lookups.event_for(request.user, event_id)
    texts = texts_in_force(request.user.society_id)
    form = AccountForm(request.POST or None, texts=texts)
    if request.method == "POST" and form.is_valid() and _kept(request, found, form):
        messages.success(request, _("It is sealed. Somebody who opens the box reads it through."))
        return redirect("cases:event", found.pk)
    return asked(request, "cases/told_of_event.html", form, event=found, texts=texts)


def _kept(request: StaffRequest, found: Event, form: AccountForm) -> bool:
    """Whether it was kept. If not, nothing typed may be lost: the reason stands above it."""
    code = form.cleaned_data["reference"]
    case = lookups.case_coded(request.user, code) if code else None
    if code and case is None:
        form.add_error("reference", _("We have no case with this code. Look at it once more."))
        return False
    try:
        accounts.keep_account(
            found, words=form.words(), told_by=case or form.heard(), by=request.user
        )
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        request.refused.append(found.pk)
        return False
    return True


@for_staff(Right.CHANGE_CASES, box=True)
@require_POST
def read(request: StaffRequest, account_id: UUID) -> HttpResponse:
    found = lookups.account_for(request.user, account_id)
    accounts.note_read(found, by=request.user)
    return _noted(request, found.event)


def _noted(request: StaffRequest, found: Event) -> HttpResponse:
    messages.success(request, _("Noted."))
    return redirect("cases:event", found.pk)
