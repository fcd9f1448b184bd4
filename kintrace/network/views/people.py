"""Members of one's own society, and societies of the network."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kintrace.network import actions, forms_people, jobs, lookups
from kintrace.network.access import Right, Role, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.network.lookups.versions import version_of_member
from kintrace.network.seen import Comparing
from kintrace.network.views.answers import ask
from kintrace.network.views.passwords import origin_of
from kintrace.network.words import MemberState
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from kintrace.network.models import Member


@require_safe
@for_staff(Right.MANAGE_MEMBERS)
def members(request: StaffRequest) -> HttpResponse:
    """Everyone of the society; who left stands at the end."""
    rows = lookups.colleagues(request.user)
    rows.sort(key=lambda member: member.state == MemberState.LEFT)
    return render(request, "network/members.html", {"members": rows})


@for_staff(Right.MANAGE_MEMBERS, step_up=True)
def invite(request: StaffRequest) -> HttpResponse:
    """Invite a new member by letter."""
    form = forms_people.InviteForm(request.POST or None, by=request.user)
    if form.is_valid():
        try:
            actions.invite(
                request.user.society,
                **form.cleaned_data,
                door=partial(jobs.address, origin_of(request)),
                by=request.user,
            )
        except Refusal as refusal:
            form.add_error("sign_in", refusal.sentence)
        else:
            return redirect("network:members")
    return ask(request, "network/invite.html", form)


@for_staff(Right.MANAGE_MEMBERS, step_up=True)
def member(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """A member as the society knows them; what is known can be corrected."""
    known = lookups.colleague(request.user, member_id)
    now = _as_known(known)
    form = forms_people.KnownForm(request.POST or None, initial=now)
    if form.is_valid():
        with Comparing(form, now=now):
            actions.correct(known, **form.cleaned_data, by=request.user)
            return redirect("network:members")
    role = forms_people.RoleForm(initial={"role": known.role}, by=request.user, prefix="new")
    return ask(request, "network/member.html", form, member=known, role_form=role)


def _as_known(member: "Member") -> dict[str, object]:
    return {
        "name": member.name,
        "email": member.email,
        "phone": member.phone,
        "languages": member.languages,
        "seen": version_of_member(member),
    }


@require_POST
@for_staff(Right.MANAGE_MEMBERS, step_up=True)
def change_role(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Give a member another role."""
    known = lookups.colleague(request.user, member_id)
    form = forms_people.RoleForm(request.POST, by=request.user, prefix="new")
    if form.is_valid():
        actions.change_role(known, role=Role(form.cleaned_data["role"]), by=request.user)
    return redirect("network:member", known.pk)


@require_POST
@for_staff(Right.MANAGE_MEMBERS, step_up=True)
def invite_again(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """Send the invitation once more."""
    known = lookups.colleague(request.user, member_id)
    door = partial(jobs.address, origin_of(request))
    actions.invite_again(known, door=door, by=request.user)
    return redirect("network:members")


@require_POST
@for_staff(Right.MANAGE_MEMBERS, step_up=True)
def forget_second_factor(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """For a member who lost phone and recovery codes."""
    known = lookups.colleague(request.user, member_id)
    actions.forget_second_factor(known, by=request.user)
    return redirect("network:member", known.pk)


@require_POST
@for_staff(Right.MANAGE_MEMBERS, step_up=True)
def let_go(request: StaffRequest, member_id: UUID) -> HttpResponse:
    """A member leaves."""
    known = lookups.colleague(request.user, member_id)
    actions.let_go(known, by=request.user)
    return redirect("network:members")


@require_safe
@for_staff(Right.MANAGE_SOCIETIES)
def societies(request: StaffRequest) -> HttpResponse:
    """The societies of the network."""
    rows = lookups.every_society()
    return render(request, "network/societies.html", {"societies": rows})


@for_staff(Right.MANAGE_SOCIETIES, step_up=True)
def found(request: StaffRequest) -> HttpResponse:
    """A society joins: its record key is made; its first administrator is invited next."""
    form = forms_people.SocietyForm(request.POST or None)
    if form.is_valid():
        try:
            society = actions.found_society(**form.cleaned_data, by=request.user)
        except Refusal as refusal:
            form.add_error("code", refusal.sentence)
        else:
            return redirect("network:administrator", society.pk)
    return ask(request, "network/found.html", form)


@for_staff(Right.MANAGE_SOCIETIES, step_up=True)
def administrator(request: StaffRequest, society_id: UUID) -> HttpResponse:
    """Invite an administrator of a society, who then invites everyone else."""
    society = lookups.society(society_id)
    form = forms_people.AdministratorForm(request.POST or None)
    if form.is_valid():
        try:
            actions.invite(
                society,
                **form.cleaned_data,
                role=Role.SOCIETY_ADMIN,
                languages=society.languages,
                door=partial(jobs.address, origin_of(request)),
                by=request.user,
            )
        except Refusal as refusal:
            form.add_error("sign_in", refusal.sentence)
        else:
            return redirect("network:societies")
    return ask(request, "network/administrator.html", form, society=society)
