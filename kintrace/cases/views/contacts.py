"""Keeping in touch: a talk about the photo, the day's letters, what is known better of an age."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext

from kintrace.cases import feared, lookups, publishing
from kintrace.cases import reminders as reminding
from kintrace.cases.actions import contacts
from kintrace.cases.actions.ages import TooYoung
from kintrace.cases.actions.contacts import NoSuchContact, NotSaidByThem
from kintrace.cases.circumstances import Outcome
from kintrace.cases.forms_faces import ContactForm, ReleaseForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.protection.purposes import TextKind
from kintrace.protection.refusals import BasisNotSound, WordsNotRead
from kintrace.protection.spoken import spoken

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest

NOT_WRITTEN_TO = gettext_lazy(
    "Some letters did not go out: nobody may write to these persons now. Speak with the protection "
    "team."
)
# What the member may type otherwise; any other refusal is shown and audited by the gate.
NOT_SO = (NoSuchContact, NotSaidByThem, TooYoung, BasisNotSound, WordsNotRead)


@for_staff(Right.CHANGE_CASES)
def contact(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    notice = publishing.live_notice(case)
    form = ContactForm(request.POST or None, longest=publishing.longest(notice.terms))
    if request.method == "POST" and form.is_valid():
        try:
            talk = replace(form.talk(), read=request.POST.get("read", ""))
            logged = contacts.log_contact(case, talk=talk, by=request.user)
        except NOT_SO as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, publishing.CAME_OF_IT[Outcome(logged.outcome)])
            return redirect("cases:case", case.pk)
    more = spoken(case.subject, TextKind.CONSENT) | {
        "feared": feared.in_case(case, by=request.user)
    }
    return asked(request, "cases/contact.html", form, case=case, notice=notice, **more)


@for_staff(Right.CHANGE_CASES, box=True)
def reminders(request: StaffRequest) -> HttpResponse:
    due = reminding.due_for(request.user)
    safe = reminding.with_a_safe_letter(due)
    letters = [(str(one.case.pk), one.case.reference) for one in safe]
    form = ReleaseForm(request.POST or None, letters=letters)
    if request.method == "POST" and form.is_valid():
        chosen = [one for one in safe if str(one.case.pk) in form.cleaned_data["letters"]]
        sent = contacts.release_letters(chosen, by=request.user)
        words = ngettext("%(number)d letter goes out.", "%(number)d letters go out.", sent)
        messages.success(request, words % {"number": sent})
        if sent < len(chosen):
            messages.warning(request, NOT_WRITTEN_TO)
        return redirect("cases:reminders")
    calls = [one for one in due if one not in safe]
    return asked(request, "cases/reminders.html", form, calls=calls, safe=safe)
