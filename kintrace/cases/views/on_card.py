"""What a member types onto the index card of somebody in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.corrections import require_may_correct
from kintrace.cases.actions.on_card import type_onto_card
from kintrace.cases.forms_on_card import OnCardForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def on_card(request: StaffRequest, case_id: UUID, subject: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    if subject not in lookups.subjects_in(case):
        raise Http404
    require_may_correct(case, subject)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    known = {"mother": lookups.mothers_on_cards(case).get(subject, "")}
    form = OnCardForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        type_onto_card(case, subject=subject, **form.cleaned_data, by=request.user)
        messages.success(request, _("The card is as you wrote it, and is searched for anew."))
        return redirect("cases:case", case.pk)
    name = lookups.told_of(subject).called
    return asked(request, "cases/on_card.html", form, case=case, name=name)
