"""The desk's pages of networks that many visitors share, and of how people found our work."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import Right, for_staff
from kintrace.ui.refusals import Refusal
from kintrace.visitors import actions, lookups
from kintrace.visitors.forms_desk import NetworkForm
from kintrace.visitors.forms_feedback import MoodForm
from kintrace.visitors.moods import Mood
from kintrace.visitors.said_by import SaidBy

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.NAME_NETWORKS)
def networks(request: StaffRequest) -> HttpResponse:
    """The list, and a form to name another."""
    form = NetworkForm(request.POST or None, by=request.user)
    if form.is_valid():
        try:
            actions.name_network(**form.cleaned_data, by=request.user)
        except Refusal as refusal:
            form.add_error("addresses", refusal.sentence)
        else:
            messages.success(request, _("The network is on the list."))
            return redirect("visitors:networks")
    facts = {"form": form, "networks": lookups.networks(request.user)}
    status = 422 if form.errors else 200
    return render(request, "visitors/networks.html", facts, status=status)


@for_staff(Right.NAME_NETWORKS)
@require_POST
def remove_network(request: StaffRequest, network_id: UUID) -> HttpResponse:
    """Off the list at once; the public side knows within a minute."""
    actions.remove_network(lookups.network_for(request.user, network_id), by=request.user)
    messages.success(request, _("The network is taken off the list."))
    return redirect("visitors:networks")


@require_safe
@for_staff(Right.READ_INBOX, box=True)
def heard(request: StaffRequest) -> HttpResponse:
    """What people and members said of the last 90 days."""
    said = lookups.feedback(request.user)
    counted = Counter(one.mood for one in said)
    facts = {"heard": said, "moods": [(mood, counted[mood]) for mood in Mood]}
    return render(request, "visitors/heard.html", facts)


@for_staff(Right.SEE_DESK)
def tell(request: StaffRequest) -> HttpResponse:
    """A member says how they found it; nobody learns which."""
    form = MoodForm(request.POST or None)
    if form.is_valid():
        said = {**form.cleaned_data, "said_by": SaidBy.STAFF}
        actions.leave_feedback(request.user.society_id, **said)
        messages.success(request, _("Thank you. It is sent."))
        return redirect("visitors:tell")
    status = 422 if form.errors else 200
    return render(request, "visitors/tell.html", {"form": form}, status=status)
