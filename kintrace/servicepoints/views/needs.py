"""A needs assessment: page after page, looked through, settled; and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import Right, for_staff
from kintrace.servicepoints import actions, lookups, needs, needs_pages
from kintrace.servicepoints.forms_needs import NeedsForm, SettleForm, TaskForm
from kintrace.servicepoints.views.answers import SaidHere, asked_again

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@require_safe
@for_staff(Right.RUN_POINT)
def safe(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """What safe access is here, for who works here, and what is to be done."""
    point = lookups.point_for(request.user, point_id)
    facts = {
        "point": point,
        "settled": needs_pages.shown(lookups.needs_in_force(point)),
        "tasks": lookups.tasks_at(point),
    }
    return render(request, "servicepoints/safe.html", facts)


@require_safe
@for_staff(Right.SET_UP_POINTS)
def listed(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Every assessment of a point, and its tasks."""
    point = lookups.point_for(request.user, point_id)
    found = lookups.needs_of(point)
    facts = {
        "point": point,
        "needs": found,
        "going_on": next((one for one in found if one.settled is None), None),
    }
    return render(request, "servicepoints/needs.html", facts)


@require_POST
@for_staff(Right.SET_UP_POINTS)
def begin(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """A new one, or the one that goes on."""
    point = lookups.point_for(request.user, point_id)
    begun = actions.begin_needs(point, by=request.user)
    return redirect("servicepoints:needs_group", begun.pk, needs.GROUPS[0].code)


@for_staff(Right.SET_UP_POINTS)
def group(request: StaffRequest, needs_id: UUID, group: str) -> HttpResponse:
    """One page of questions."""
    found, asked = lookups.needs_for(request.user, needs_id), _group(group)
    form = NeedsForm(request.POST or None, group=asked, answers=found.answers)
    if form.is_valid():
        actions.answer_needs(found, group=asked, answers=form.answers(), by=request.user)
        after = needs.group_after(group)
        if after:
            return redirect("servicepoints:needs_group", found.pk, after.code)
        return redirect("servicepoints:settle_needs", found.pk)
    facts = needs_pages.of_group(found, asked)
    return asked_again(request, "servicepoints/needs_group.html", form, **facts)


def _group(code: str) -> needs.Group:
    if code not in needs.BY_CODE:
        raise Http404
    return needs.BY_CODE[code]


@for_staff(Right.SET_UP_POINTS)
def settle(request: StaffRequest, needs_id: UUID) -> HttpResponse:
    """Look through what the answers propose, change it, keep it."""
    found = lookups.needs_for(request.user, needs_id)
    unasked = needs.missing(found.answers)
    if unasked:
        return redirect("servicepoints:needs_group", found.pk, unasked.code)
    form = SettleForm(request.POST or None, answers=found.answers)
    if form.is_valid():
        review_by = form.cleaned_data["review_by"]
        kept = {"lines": form.lines(), "safe": form.safe(), "review_by": review_by}
        actions.settle_needs(found, **kept, by=request.user)
        messages.success(request, _("Settled. Now give each line to somebody."))
        return redirect("servicepoints:needs_one", found.pk)
    facts = {"needs": found, "point": found.point}
    return asked_again(request, "servicepoints/settle_needs.html", form, **facts)


@for_staff(Right.SET_UP_POINTS)
def one(request: StaffRequest, needs_id: UUID) -> HttpResponse:
    """What was settled, and who does what until when."""
    found = lookups.needs_for(request.user, needs_id)
    form = TaskForm(
        request.POST or None,
        crew=lookups.crew(request.user),
        initial={"what": needs_pages.line_at(found, request.GET.get("line", ""))},
    )
    if form.is_valid():
        with SaidHere(request, found.point, form) as went:
            actions.give_task(found.point, **form.cleaned_data, assessment=found, by=request.user)
        if went:
            return redirect("servicepoints:needs_one", found.pk)
    facts = {
        "needs": found,
        "point": found.point,
        "settled": needs_pages.shown(found),
        "tasks": lookups.tasks_at(found.point),
    }
    return asked_again(request, "servicepoints/needs_one.html", form, **facts)


@for_staff(Right.RUN_POINT)
def task(request: StaffRequest, task_id: UUID) -> HttpResponse:
    """One task, and that it is done."""
    found = lookups.task_for(request.user, task_id)
    if request.method == "POST":
        actions.finish_task(found, by=request.user)
        messages.success(request, _("Done. Thank you."))
        return redirect("servicepoints:safe", found.point_id)
    return render(request, "servicepoints/task.html", {"task": found, "point": found.point})
