"""After contact: whom we ask how they are, in which way, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.cases import lookups, plan_pages
from kintrace.cases.actions import plans
from kintrace.cases.actions.found import NotAsExpected, require_free
from kintrace.cases.actions.in_touch import require_in_touch
from kintrace.cases.actions.plans import NotWaiting
from kintrace.cases.forms_plan import PlanForm, TalkForm, WorryForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import note_read, open_to, sent
from kintrace.network.access import Right, for_staff
from kintrace.protection.lookups import is_looked_at, looked_at
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.lookups import Whom
    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
@require_safe
def plan(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    note_read(request, finding.sought)
    return render(request, "cases/plan.html", plan_pages.shown(finding))


@for_staff(Right.CHANGE_CASES)
def begin(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = open_to(request, sought_id)
    finding = lookups.finding_of(sought)
    require_free(sought)  # said before anybody is asked
    require_in_touch(lookups.contact_day(finding))
    form = PlanForm(sent(request), sides=lookups.sides_asked(finding))
    if form.is_valid():
        try:
            plans.plan(sought, **form.planned(), by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Planned. The days stand in the work list by themselves."))
            return redirect("cases:plan", sought.pk)
    said = plan_pages.asked_by(finding)
    return asked(request, "cases/plan_begin.html", form, sought=sought, asked_by=said)


@for_staff(Right.CHANGE_CASES)
def talk(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    """What came of the planned day that the address names (?day=)."""
    sought = open_to(request, sought_id)
    found = plan_pages.waiting_talk(lookups.finding_of(sought), request.GET.get("day", ""))
    if found is None:
        return _not_waiting(request, sought)
    own, row = found
    if request.method != "POST" and is_looked_at(own.subject):  # the page asks to call
        raise NotAllowed(looked_at(), "held")
    form = TalkForm(sent(request), agreed=own.row.said_yes["way"], side=own.side)
    if form.is_valid():
        try:
            plans.settle(sought, talk=row.pk, talked=form.talked(), by=request.user)
        except NotWaiting:
            return _not_waiting(request, sought)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("It is written down."))
            return redirect("cases:plan", sought.pk)
    sentence = lookups.read_sentence(own.row)
    shown = {"sought": sought, "who": own.side.label, "sentence": sentence, "row": row}
    return asked(request, "cases/plan_talk.html", form, **shown)


def _not_waiting(request: StaffRequest, sought: Whom) -> HttpResponse:
    """Nobody is asked on that day any more. A worry that was typed holds all the same."""
    form = WorryForm(sent(request))
    if form.is_valid() and form.cleaned_data["worry"]:
        plans.hold_for_worry(sought, **form.cleaned_data, by=request.user)
        words = _("The worry is kept: the protection team looks at it. Nothing else was kept.")
        messages.warning(request, words)
    elif request.method == "POST":
        words = _("Nothing was kept: this day was written down already, or the plan is over.")
        messages.warning(request, words)
    return redirect("cases:plan", sought.pk)
