"""Safe and well of who searches for nobody: informed, asked about safety, written down, taken back.

A volunteer may write it down, as a request; who asks for it has the right to change cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, safe_pages
from kintrace.cases.actions import red_cross_messages, safe
from kintrace.cases.forms_safe import SafeAloneForm, TakeBackForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.protection.actions import give_notice, new_subject
from kintrace.protection.forms import GiveNoticeForm
from kintrace.protection.lookups import risk_answers, texts_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.OPEN_CASES)
def begin(request: StaffRequest) -> HttpResponse:
    """Somebody comes of whom nothing is kept: first the notice, as for everybody."""
    texts = texts_in_force(request.user.society_id)
    form = GiveNoticeForm(request.POST or None, texts=texts)
    if not form.is_valid():
        return ask(request, "cases/safe/begin.html", form)
    subject = new_subject()
    give_notice(subject, by=request.user, **form.given())
    return redirect("cases:safe_alone", subject)


@for_staff(Right.OPEN_CASES)
def write(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.who_has_no_case(subject)
    red_cross_messages.require_nobody_looks(subject)
    safe.require_nobody_feared(subject)  # said before anything is read to the person
    if risk_answers(subject) is None:
        safety = reverse("protection:answer_risk", args=[subject])
        return redirect(f"{safety}?next={request.path}")
    form = SafeAloneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("sentences", "how", "look")}
        entry = safe.write_alone(subject, known=form.known(), **said, by=request.user)
        messages.success(request, _("Whoever knows the person well enough can ask for it now."))
        reads = request.may(Right.CHANGE_CASES)
        return redirect("cases:safe_entry", entry.pk) if reads else redirect("cases:desk")
    before = safe_pages.read_before(subject, alone=True)
    return asked(request, "cases/safe/write.html", form, before=before)


@for_staff(Right.CHANGE_CASES)
@require_safe
def entry(request: StaffRequest, safe_id: UUID) -> HttpResponse:
    """Where the person gets what is theirs by right. Who has a case gets it there."""
    found = lookups.safe_for(request.user, safe_id)
    if found.case:
        return redirect("cases:case", found.case)
    record_read(Deed.READ_PERSON, about=found.pk, by=request.user)
    return render(request, "cases/safe/entry.html", safe_pages.shown_alone(found))


@for_staff(Right.OPEN_CASES)
def take_back(request: StaffRequest) -> HttpResponse:
    """By the person's own word, and in the same words whatever there was."""
    form = TakeBackForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return asked(request, "cases/safe/take_back.html", form)
    record_read(Deed.SEARCHED, about=uuid4(), by=request.user)  # guesses are counted, too
    safe.take_back(form.known(), by=request.user)
    messages.success(request, _("If anything was to be told, it is over: nobody is told any more."))
    return redirect("cases:desk")
