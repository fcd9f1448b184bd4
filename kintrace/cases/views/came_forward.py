"""People who told us who they are: written down from a message, searched, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import came_forward_pages as pages
from kintrace.cases import lookups
from kintrace.cases.actions import came_forward as acting
from kintrace.cases.came_forward import Ended
from kintrace.cases.forms_came_forward import DescribedForm, EndForm, LongerForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.protection.purposes import How
from kintrace.wall.lookups import message_for
from kintrace.wall.screening import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.READ_CASES)
@require_safe
def forward_list(request: StaffRequest) -> HttpResponse:
    shown = pages.listed(request.user, request.GET.dict())
    return render(request, "cases/forward/list.html", shown)


@for_staff(Right.CHANGE_CASES, box=True)
def write(request: StaffRequest, message_id: UUID) -> HttpResponse:
    """The message stands above; the member parts the names and checks what is told."""
    message = message_for(request.user, message_id)
    if message.kind != Kind.SELF:
        raise Http404
    acting.require_not_written(message)  # said before anything is typed
    record_read(Deed.READ_MESSAGE, about=message.pk, by=request.user)
    first, feared = pages.begun_with(message.body), pages.feared_by(message.body)
    form = DescribedForm(request.POST or None, initial=first, feared=feared)
    if request.method == "POST" and form.is_valid():
        lead = acting.make(message, described=form.described(), by=request.user)
        messages.success(request, _("The person is written down. Nothing is searched yet."))
        return redirect("cases:forward", lead.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, **pages.beside_message(message)}
    return render(request, "cases/forward/write.html", context, status=status)


@for_staff(Right.READ_CASES)
@require_safe
def forward(request: StaffRequest, lead_id: UUID) -> HttpResponse:
    lead = lookups.forward_for(request.user, lead_id)
    record_read(Deed.READ_PERSON, about=lead.pk, by=request.user)
    return render(request, "cases/forward/lead.html", pages.shown(lead, by=request.user))


@for_staff(Right.CHANGE_CASES)
@require_POST
def search(request: StaffRequest, lead_id: UUID) -> HttpResponse:
    lead = lookups.forward_for(request.user, lead_id)
    acting.search(lead, by=request.user)
    messages.success(request, _("It is compared with who searches from now on."))
    return redirect("cases:forward", lead.pk)


@for_staff(Right.CHANGE_CASES)
@require_POST
def looked(request: StaffRequest, lead_id: UUID) -> HttpResponse:
    lead = lookups.forward_for(request.user, lead_id)
    acting.note_looked(lead, by=request.user)
    messages.success(request, _("Noted."))
    return redirect("cases:forward", lead.pk)


@for_staff(Right.CHANGE_CASES)
def longer(request: StaffRequest, lead_id: UUID) -> HttpResponse:
    """The person was in touch, and wants us to go on."""
    lead = lookups.forward_for(request.user, lead_id)
    form = LongerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acting.keep_longer(lead, how=How(form.cleaned_data["how"]), by=request.user)
        messages.success(request, _("Noted."))
        return redirect("cases:forward", lead.pk)
    return asked(request, "cases/forward/longer.html", form, lead=lead)


@for_staff(Right.CHANGE_CASES)
def end(request: StaffRequest, lead_id: UUID) -> HttpResponse:
    lead = lookups.forward_for(request.user, lead_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acting.end(lead, why=Ended(form.cleaned_data["why"]), by=request.user)
        messages.success(request, _("It has ended. Nobody is compared with it any more."))
        return redirect("cases:forward", lead.pk)
    return asked(request, "cases/forward/end.html", form, lead=lead)
