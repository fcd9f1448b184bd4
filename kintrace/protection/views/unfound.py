"""The register of who does not want to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.protection import actions, lookups
from kintrace.protection.forms import GiveNoticeForm
from kintrace.protection.forms_bases import DoNotFindForm, EndForm
from kintrace.protection.views.answers import about, onwards, sent

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.OPEN_CASES)
def begin(request: StaffRequest) -> HttpResponse:
    """Somebody comes of whom nothing is kept: first the notice, as for everybody."""
    texts = lookups.texts_in_force(request.user.society_id)
    form = GiveNoticeForm(sent(request), texts=texts)
    if not form.is_valid():
        return ask(request, "protection/begin_do_not_find.html", form)
    subject = actions.new_subject()
    actions.give_notice(subject, by=request.user, **form.given())
    return redirect("protection:do_not_find", subject)


@for_staff(Right.OPEN_CASES)
def do_not_find(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.within_reach(request.user, subject)
    form = DoNotFindForm(sent(request))
    if not form.is_valid():
        return about(request, "protection/do_not_find.html", subject, form=form)
    done = actions.register_do_not_find(subject, told=form.cleaned_data, by=request.user)
    written = _("It is written down, sealed. Nobody is told, neither now nor when somebody asks.")
    return onwards(request, subject, [written, *done])


@for_staff(Right.SEE_REGISTER, box=True)
def register(request: StaffRequest) -> HttpResponse:
    return render(request, "protection/register.html", {"entries": list(lookups.entries())})


@for_staff(Right.SEE_REGISTER, box=True)
def entry(request: StaffRequest, entry_id: UUID) -> HttpResponse:
    found = lookups.entry(entry_id)
    form = EndForm(sent(request))
    if not form.is_valid():
        record_read(Deed.READ_PERSON, about=found.pk, by=request.user)
        stopped = len(lookups.apart_from(found))
        return ask(request, "protection/entry.html", form, entry=found, stopped=stopped)
    actions.end_do_not_find(found, because=form.cleaned_data["because"], by=request.user)
    messages.success(request, _("The entry is ended."))
    return redirect("protection:register")
