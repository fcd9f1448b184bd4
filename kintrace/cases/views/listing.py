"""The list of cases: looked through by pages, a code gone to, views saved for oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import listing, lookups, workplace
from kintrace.cases.actions import saved_views
from kintrace.cases.forms_listing import ChangeViewForm, FindForm, PlaceForm, ViewForm
from kintrace.cases.work_of import Of
from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import desks

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.cases.filters import Wanted
    from kintrace.network.gate import StaffRequest


@for_staff(Right.READ_CASES)
def case_list(request: StaffRequest) -> HttpResponse:
    shown = listing.shown_to(request)
    record_read(Deed.LISTED_CASES, about=shown["named"], by=request.user)
    return render(request, "cases/list.html", shown)


@for_staff(Right.READ_CASES)
@require_POST
def find(request: StaffRequest) -> HttpResponse:
    form = FindForm(request.POST)
    case, wanted = None, None
    if form.is_valid():
        case, wanted = listing.found(form.cleaned_data["code"], by=request.user)
        record_read(Deed.TRIED_CODE, about=case.pk if case else uuid4(), by=request.user)
    if case is not None:
        return redirect("cases:case", case.pk)
    if wanted is not None:
        return _list(wanted)
    messages.error(request, _("No case has this code. Names are not searched here."))
    return redirect("cases:list")


@for_staff(Right.READ_CASES)
@require_POST
def keep_view(request: StaffRequest) -> HttpResponse:
    form = ViewForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the view a name."))
        return redirect("cases:list")
    wanted = form.wanted()
    saved_views.keep_view(wanted, name=form.cleaned_data["name"], by=request.user)
    messages.success(request, _("Saved. You find it above the list; nobody else sees it."))
    return _list(wanted)


@for_staff(Right.READ_CASES)
@require_POST
def change_view(request: StaffRequest) -> HttpResponse:
    form = ChangeViewForm(request.POST, views=lookups.views_of(request.user))
    if not form.is_valid():
        messages.error(request, _("This view is not there any more."))
    elif form.cleaned_data["drop"]:
        saved_views.drop_view(form.chosen(), by=request.user)
        messages.success(request, _("The view is deleted. The cases are as they were."))
    elif form.cleaned_data["name"]:
        saved_views.rename_view(form.chosen(), name=form.cleaned_data["name"], by=request.user)
        messages.success(request, _("The view has its new name."))
    return redirect("cases:list")


@for_staff(Right.OPEN_CASES)
@require_POST
def work_at(request: StaffRequest) -> HttpResponse:
    form = PlaceForm(request.POST, places=desks(request.user.society_id))
    if form.is_valid():
        workplace.work_at(request, form.chosen())
        messages.success(request, _("Noted. Cases that you open now belong to this place."))
    back = f"?whose={Of.DESK.value}" if request.POST.get("whose") == Of.DESK else ""
    return redirect(f"{reverse('cases:desk')}{back}")


def _list(wanted: Wanted) -> HttpResponse:
    return redirect(f"{reverse('cases:list')}?{wanted.query}")
