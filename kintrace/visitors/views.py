"""The desk's page of networks that many visitors share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.network.access import Right, for_staff
from kintrace.ui.refusals import Refusal
from kintrace.visitors import actions, lookups
from kintrace.visitors.forms_desk import NetworkForm

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
