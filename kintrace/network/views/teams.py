"""Children's teams: who is in them, and their boxes."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kintrace.network import actions, forms_teams, lookups
from kintrace.network.access import TEAM_ROLES, Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.network.lookups import keyholders
from kintrace.network.views.answers import ask, onward
from kintrace.network.views.boxes import may_try
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from kintrace.network.models import Member


@require_safe
@for_staff(Right.HOLD_KEY_CEREMONY)
def teams(request: StaffRequest) -> HttpResponse:
    """Every team of the society."""
    found = keyholders.teams(request.user.society_id)
    return render(request, "network/teams.html", {"teams": found})


@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def make_team(request: StaffRequest) -> HttpResponse:
    """Two officers make a team and its box."""
    form = forms_teams.TeamForm(request.POST or None, possible=_possible(request.user))
    if form.is_valid() and may_try(request, form):
        said = form.cleaned_data
        try:
            team = actions.make_team(
                said["name"],
                members=form.chosen,
                own=said["own"],
                second=form.hand,
                by=request.user,
            )
        except Refusal as refusal:
            actions.note_failed_opening(request.user)
            form.add_error(None, refusal.sentence)
        else:
            return redirect("network:team", team.pk)
    return ask(request, "network/make_team.html", form)


@for_staff(Right.PROTECT_CHILDREN, step_up=True)
def choose_team(request: StaffRequest) -> HttpResponse:
    """Who protects children chooses a team; two officers sign at the same screen."""
    others = [one for one in _possible(request.user) if one.pk != request.user.pk]
    form = forms_teams.ChooseTeamForm(request.POST or None, possible=others)
    if form.is_valid() and may_try(request, form):
        said = form.cleaned_data
        try:
            actions.choose_team(
                said["name"],
                members=form.chosen,
                first=form.first_hand,
                second=form.hand,
                by=request.user,
            )
        except Refusal as refusal:
            actions.note_failed_opening(request.user)
            form.add_error(None, refusal.sentence)
        else:
            return redirect(onward(request))
    return ask(request, "network/choose_team.html", form)


@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def team(request: StaffRequest, team_id: UUID) -> HttpResponse:
    """Who is in a team; one more may be named."""
    known = keyholders.team_for(request.user, team_id)
    rows = keyholders.team_standings(request.user.society_id, team=known)
    inside = {one.member.pk for one in rows}
    others = [one for one in _possible(request.user) if one.pk not in inside]
    form = forms_teams.AddForm(request.POST or None, possible=others)
    if form.is_valid():
        member = lookups.colleague(request.user, form.cleaned_data["member"])
        actions.add_to_team(known, member, by=request.user)
        return redirect("network:team", known.pk)
    return ask(request, "network/team.html", form, team=known, rows=rows, others=others)


@require_POST
@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def take_from_team(request: StaffRequest, team_id: UUID, member_id: UUID) -> HttpResponse:
    """Somebody is no longer in a team; the box needs a new key next."""
    known = keyholders.team_for(request.user, team_id)
    member = lookups.colleague(request.user, member_id)
    actions.take_from_team(known, member, by=request.user)
    return redirect("network:renew_box", known.box)


def _possible(asking: "Member") -> "list[Member]":
    return lookups.holding(asking.society_id, roles=sorted(TEAM_ROLES))
