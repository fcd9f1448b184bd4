"""What who works at a point has learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.network.access import Right, for_staff
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.checklists import Lesson
from kintrace.servicepoints.forms_needs import TrainingForm
from kintrace.servicepoints.views.answers import asked_again

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@require_safe
@for_staff(Right.SET_UP_POINTS)
def crew(request: StaffRequest) -> HttpResponse:
    """Everybody who may work at a point, with what they still have to learn."""
    members = lookups.crew(request.user)
    learned = lookups.training_of(members)
    rows = [
        (member, len(learned[member.pk]), [one for one in Lesson if one not in learned[member.pk]])
        for member in members
    ]
    facts = {"rows": rows, "lessons": len(Lesson)}
    return render(request, "servicepoints/crew.html", facts)


@for_staff(Right.SET_UP_POINTS)
def training(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """The checklist of one member, each lesson with its day."""
    member = lookups.one_of_crew(request.user, member_id)
    learned = lookups.training_of([member])[member.pk]
    form = TrainingForm(request.POST or None, learned=learned)
    if form.is_valid():
        actions.note_training(member, days=form.cleaned_data, by=request.user)
        messages.success(request, _("Kept."))
        return redirect("servicepoints:crew")
    return asked_again(request, "servicepoints/training.html", form, learner=member)
