"""Opening a box, keys of one's own, the key ceremony, and granting a box."""

from uuid import UUID

from allauth.core import ratelimit
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kintrace.network import actions, boxes, forms, lookups
from kintrace.network.access import Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.network.lookups import keyholders
from kintrace.network.views.answers import ask, onward
from kintrace.ui.refusals import Refusal


@for_staff(Right.OPEN_BOXES)
def open_box(request: StaffRequest) -> HttpResponse:
    """Ask the opening password, once in a session, and go on where one was going."""
    if not lookups.has_keys(request.user):
        return redirect("network:opening_password")
    form = forms.OpenBoxForm(request.POST or None)
    key = _key_for(request, form) if form.is_valid() else ""
    if not key:
        return ask(request, "network/open_box.html", form, onward=onward(request))
    actions.note_opened(request.user)
    response = redirect(onward(request))
    boxes.give_key(response, key)
    return response


def _key_for(request: StaffRequest, form: forms.OpenBoxForm) -> str:
    """The browser's half of the open box, or nothing and the reason in the form."""
    if not may_try(request, form):
        return ""
    try:
        return boxes.open_in_session(
            request, opening_password=form.cleaned_data["opening_password"]
        )
    except Refusal as refusal:
        actions.note_failed_opening(request.user)
        form.add_error("opening_password", refusal.sentence)
        return ""


def may_try(request: StaffRequest, form: BaseForm) -> bool:
    """Whether the member may try an opening password, anybody's, again; else the form says why."""
    if ratelimit.consume(request, action="reauthenticate", user=request.user):
        return True
    form.add_error(None, forms.TOO_MANY)
    return False


@for_staff(Right.OPEN_BOXES, step_up=True)
def opening_password(request: StaffRequest) -> HttpResponse:
    """The first opening password of a member; the recovery code is shown once."""
    if lookups.has_keys(request.user):
        return redirect("network:open_box")
    form = forms.NewPasswordForm(request.POST or None, member=request.user)
    if not form.is_valid():
        return ask(request, "network/opening_password.html", form)
    code = actions.set_opening_password(request.user, password=form.cleaned_data["password"])
    return render(request, "network/recovery_code.html", {"code": code})


@for_staff(Right.OPEN_BOXES, step_up=True)
def recover(request: StaffRequest) -> HttpResponse:
    """A new opening password for who has the recovery code; the next code is shown once."""
    form = forms.RecoverForm(request.POST or None, member=request.user)
    if not form.is_valid():
        return ask(request, "network/recover.html", form)
    said = form.cleaned_data
    try:
        code = actions.recover_keys(request.user, code=said["code"], password=said["password"])
    except Refusal as refusal:
        actions.note_failed_opening(request.user)
        form.add_error("code", refusal.sentence)
        return ask(request, "network/recover.html", form)
    return render(request, "network/recovery_code.html", {"code": code})


@for_staff(Right.HOLD_KEY_CEREMONY)
def keys(request: StaffRequest) -> HttpResponse:
    """The society's boxes: who may hold them, who holds them; and the way to the ceremony."""
    society = request.user.society_id
    shown = {
        "held": lookups.ceremony_was_held(society),
        "rows": keyholders.all_standings(society),
        "renewals": keyholders.renewals(society),
        "signers": keyholders.able_to_sign(society),
    }
    return render(request, "network/keys.html", shown)


@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def ceremony(request: StaffRequest) -> HttpResponse:
    """Two officers make the society's boxes. Fingerprint and recovery code are shown once."""
    if lookups.ceremony_was_held(request.user.society_id):
        return redirect("network:keys")
    form = forms.CeremonyForm(request.POST or None)
    if form.is_valid() and may_try(request, form):
        try:
            made = actions.hold_ceremony(
                own=form.cleaned_data["own"], second=form.hand, by=request.user
            )
        except Refusal as refusal:
            actions.note_failed_opening(request.user)
            form.add_error(None, refusal.sentence)
        else:
            return render(request, "network/ceremony_held.html", {"made": made})
    rows = lookups.standings(request.user.society_id)
    return ask(request, "network/ceremony.html", form, rows=rows)


@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def grant(request: StaffRequest, member_id: UUID, box: str) -> HttpResponse:
    """Let one more member open a box."""
    member = keyholders.holder_to_be(request.user, member_id, box=box)
    form = forms.GrantForm(request.POST or None)
    if form.is_valid() and may_try(request, form):
        try:
            actions.grant(
                member,
                box=box,
                own=form.cleaned_data["own"],
                second=form.hand,
                holder=form.holding,
                by=request.user,
            )
        except Refusal as refusal:
            actions.note_failed_opening(request.user)
            form.add_error(None, refusal.sentence)
        else:
            return redirect("network:keys")
    title = keyholders.title_of(request.user.society_id, box)
    return ask(request, "network/grant.html", form, member=member, box=title)
