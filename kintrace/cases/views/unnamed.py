"""Bodies and graves that nobody could name: for the specialists of a society alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, unnamed_pages
from kintrace.cases.actions import unnamed as acting
from kintrace.cases.forms_unnamed import CardForm, EndForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import Comparing

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.ESTABLISH_FATE)
@require_safe
def unnamed_list(request: StaffRequest) -> HttpResponse:
    shown = unnamed_pages.listed(request.user, number=request.GET.get("page"))
    return render(request, "cases/unnamed/list.html", shown)


@for_staff(Right.ESTABLISH_FATE)
def new(request: StaffRequest) -> HttpResponse:
    lines = lookups.event_lines(lookups.events_of(request.user))
    form = CardForm(request.POST or None, events=lines)
    if request.method == "POST" and form.is_valid():
        row = acting.write_card(**form.written(), by=request.user)
        messages.success(request, _("The card is sealed."))
        return redirect("cases:unnamed", row.pk)
    return asked(request, "cases/unnamed/write.html", form)


@for_staff(Right.ESTABLISH_FATE)
@require_safe
def unnamed(request: StaffRequest, card_id: UUID) -> HttpResponse:
    row = lookups.unnamed_for(request.user, card_id)
    record_read(Deed.READ_UNNAMED, about=row.pk, by=request.user)
    return render(request, "cases/unnamed/card.html", unnamed_pages.shown(row))


@for_staff(Right.ESTABLISH_FATE, box=True)
def correct(request: StaffRequest, card_id: UUID) -> HttpResponse:
    row = lookups.unnamed_for(request.user, card_id)
    lines = lookups.event_lines(lookups.events_of(request.user))
    now = unnamed_pages.known_of(row)
    form = CardForm(request.POST or None, events=lines, initial=now)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        with Comparing(form, now=now):
            acting.correct_card(row, **form.written(), seen=seen, by=request.user)
            messages.success(request, _("The card is sealed."))
            return redirect("cases:unnamed", row.pk)
    record_read(Deed.READ_UNNAMED, about=row.pk, by=request.user)
    return asked(request, "cases/unnamed/write.html", form, row=row)


@for_staff(Right.ESTABLISH_FATE)
@require_safe
def searches(request: StaffRequest, card_id: UUID) -> HttpResponse:
    row, number = lookups.unnamed_for(request.user, card_id), request.GET.get("page")
    shown = unnamed_pages.searches(row, member=request.user, number=number)
    record_read(Deed.READ_UNNAMED, about=row.pk, by=request.user)
    page = lookups.name_of_names(f"unnamed {row.pk}", shown["page"].number)
    record_read(Deed.LISTED_CASES, about=page, by=request.user)
    return render(request, "cases/unnamed/searches.html", shown)


@for_staff(Right.ESTABLISH_FATE)
@require_POST
def looked(request: StaffRequest, card_id: UUID) -> HttpResponse:
    row = lookups.unnamed_for(request.user, card_id)
    acting.note_looked_at(row, by=request.user)
    messages.success(request, _("Noted."))
    return redirect("cases:unnamed", row.pk)


@for_staff(Right.ESTABLISH_FATE)
def end(request: StaffRequest, card_id: UUID) -> HttpResponse:
    row = lookups.unnamed_for(request.user, card_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acting.end_card(row, **form.cleaned_data, by=request.user)
        messages.success(request, _("The card is deleted with its key."))
        return redirect("cases:unnamed_list")
    return asked(request, "cases/unnamed/end.html", form, row=row)
