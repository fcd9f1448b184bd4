"""What to do when an authority asks; and the register, for the data-protection officer alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, Role, for_staff
from kintrace.network.lookups import holding
from kintrace.network.views.answers import ask
from kintrace.protection.actions import authorities as actions
from kintrace.protection.forms_rights import AuthorityForm, DecideForm
from kintrace.protection.lookups import rights as register
from kintrace.protection.refusals import RequestNotAsExpected

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SEE_DESK)
@require_safe
def when_asked(request: StaffRequest) -> HttpResponse:
    """For everybody: say nothing, write nothing, call. There is no form on it, and stays none."""
    officers = holding(request.user.society_id, roles=[Role.DATA_PROTECTION])
    return render(request, "protection/when_asked.html", {"officers": officers})


@for_staff(Right.ANSWER_AUTHORITIES)
@require_safe
def authorities(request: StaffRequest) -> HttpResponse:
    rows = register.authorities(request.user)
    return render(request, "protection/authorities.html", {"rows": rows})


@for_staff(Right.ANSWER_AUTHORITIES)
def write_authority(request: StaffRequest) -> HttpResponse:
    form = AuthorityForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.write_authority(**form.cleaned_data, by=request.user)
        except RequestNotAsExpected as refused:
            form.add_error("received", refused.sentence)
        else:
            messages.success(
                request, _("It is in the register. The answer is no until you decide.")
            )
            return redirect("protection:authority", made.pk)
    return ask(request, "protection/write_authority.html", form)


@for_staff(Right.ANSWER_AUTHORITIES)
def authority(request: StaffRequest, authority_id: UUID) -> HttpResponse:
    """One entry; the answer is written down on its own page, once."""
    entry = register.authority_for(request.user, authority_id)
    form = DecideForm(request.POST or None)
    if form.is_valid():
        try:
            actions.decide_authority(entry, **form.cleaned_data, by=request.user)
        except RequestNotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("protection:authority", entry.pk)
    record_read(Deed.READ_AUTHORITY, about=entry.pk, by=request.user)
    words = register.authority_words(entry)
    return ask(request, "protection/authority.html", form, entry=entry, words=words)
