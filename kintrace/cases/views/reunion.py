"""A family comes together: the dossier, its steps, and what an office asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, reunion_pages
from kintrace.cases.actions import reunion as acting
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.in_touch import require_both_free, require_in_touch
from kintrace.cases.actions.reunion import NoReunion, NotBothAgreed
from kintrace.cases.forms_reunion import AfterContactForm, GoForm, OpenReunionForm, SheetForm
from kintrace.cases.reunion_words import Step
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import own_to, sent
from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import desks
from kintrace.network.seen import Comparing

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.lookups import Dossier
    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
@require_safe
def reunion(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(own_to(request, sought_id))
    record_read(Deed.READ_CASE, about=finding.case.pk, by=request.user)
    return render(request, "cases/reunion.html", reunion_pages.shown(finding, by=request.user))


@for_staff(Right.RELEASE_CONTACT)
def begin(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = own_to(request, sought_id)
    finding = lookups.finding_of(sought)
    require_both_free(sought)  # said before anybody is asked
    require_in_touch(lookups.in_touch_since(finding))
    places = lookups.confidential_places(sought.society_id)
    elsewhere = reunion_pages.is_found_elsewhere(finding)
    form = OpenReunionForm(sent(request), places=places, elsewhere=elsewhere)
    if form.is_valid():
        try:
            acting.open_reunion(sought, beginning=form.beginning(), by=request.user)
        except (NotAsExpected, NotBothAgreed) as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The dossier is open. It begins with advice."))
            return redirect("cases:reunion", sought.pk)
    shown = {"sought": sought, "places": places, "elsewhere": elsewhere}
    return asked(request, "cases/reunion_open.html", form, **shown)


@for_staff(Right.CHANGE_CASES)
def go(request: StaffRequest, sought_id: UUID, to: str) -> HttpResponse:
    sought = own_to(request, sought_id)
    dossier, step = lookups.dossier_of(lookups.finding_of(sought)), _step(to)
    if dossier is None:
        raise NoReunion
    form = _step_form(request, dossier, step)
    if form.is_valid():
        acting.go(sought, to=step, going=form.going(), by=request.user)
        messages.success(request, _("Written down: %(state)s") % {"state": step.label})
        return redirect("cases:reunion", sought.pk)
    title = reunion_pages.pressed(step)
    return asked(request, "cases/reunion_go.html", form, sought=sought, title=title)


def _step_form(request: StaffRequest, dossier: Dossier, step: Step) -> GoForm:
    asks = reunion_pages.asks_who_was_found(dossier, step)
    if asks:
        require_both_free(dossier.finding.sought)  # said before anybody is asked
    return GoForm(sent(request), whys=reunion_pages.whys_to(dossier, step), asks_found=asks)


def _step(to: str) -> Step:
    if to not in Step.values or to == Step.ADVICE:
        raise Http404
    return Step(to)


@for_staff(Right.CHANGE_CASES)
def sheet(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    """A new line of the list, or another one (?line=) written anew or taken out."""
    sought = own_to(request, sought_id)
    dossier = lookups.dossier_of(lookups.finding_of(sought))
    line, told = reunion_pages.sheet_called(dossier, request.GET.get("line", ""))
    if line and request.method == "POST" and "drop" in request.POST:
        acting.drop_sheet(sought, sheet=line, by=request.user)
        return redirect("cases:reunion", sought.pk)
    form = SheetForm(sent(request), initial=told)
    if form.is_valid():
        kept, seen = form.sheet(), form.cleaned_data["seen"]
        with Comparing(form, now=told):
            acting.keep_sheet(sought, sheet=kept, instead_of=line, seen=seen, by=request.user)
            messages.success(request, _("The list is kept."))
            return redirect("cases:reunion", sought.pk)
    return asked(request, "cases/reunion_sheet.html", form, sought=sought, line=line)


@for_staff(Right.SET_CRITERIA)
def after_contact(request: StaffRequest) -> HttpResponse:
    society = request.user.society_id
    now = reunion_pages.settled_now(society)
    form = AfterContactForm(sent(request), initial=now, desks=desks(society))
    if form.is_valid():
        with Comparing(form, now=now):
            acting.settle(form.settled(), seen=form.cleaned_data["seen"], by=request.user)
            messages.success(request, _("Kept. It counts from now on."))
            return redirect("cases:after_contact")
    return asked(request, "cases/after_contact.html", form)
