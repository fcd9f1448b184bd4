"""A new key for a box, taking a box back, the code from the safe, and how boxes work."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kintrace.network import actions, forms, lookups
from kintrace.network.access import Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.network.lookups import keyholders
from kintrace.network.views.answers import ask
from kintrace.network.views.boxes import may_try
from kintrace.ui.refusals import Refusal


@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def renew_box(request: StaffRequest, box: str) -> HttpResponse:
    """Two officers make a new key for a box."""
    title = keyholders.title_of(request.user.society_id, box)
    form = forms.CeremonyForm(request.POST or None)
    if form.is_valid() and may_try(request, form):
        own = form.cleaned_data["own"]
        try:
            actions.renew_box(box, own=own, second=form.hand, by=request.user)
        except Refusal as refusal:
            actions.note_failed_opening(request.user)
            form.add_error(None, refusal.sentence)
        else:
            return redirect("network:keys")
    keeping = keyholders.keeping(request.user.society_id, box)
    return ask(request, "network/renew_box.html", form, box=title, keeping=keeping)


@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def take_back(request: StaffRequest, member_id: UUID, box: str) -> HttpResponse:
    """Take a box from a member who stays; a new key is the next thing to do."""
    member = keyholders.holding(request.user, member_id, box=box)
    if request.method == "POST":
        actions.take_back(member, box=box, by=request.user)
        return redirect("network:renew_box", box)
    title = keyholders.title_of(request.user.society_id, box)
    return render(request, "network/take_back.html", {"member": member, "box": title})


@for_staff(Right.HOLD_KEY_CEREMONY, step_up=True)
def use_safe(request: StaffRequest) -> HttpResponse:
    """Two officers and the code from the safe. Fingerprint and next code are shown once."""
    if not lookups.ceremony_was_held(request.user.society_id):
        return redirect("network:ceremony")
    form = forms.SafeForm(request.POST or None)
    if form.is_valid() and may_try(request, form):
        said = form.cleaned_data
        try:
            made = actions.use_safe(
                code=said["code"], own=said["own"], second=form.hand, by=request.user
            )
        except Refusal as refusal:
            actions.note_failed_opening(request.user)
            form.add_error(None, refusal.sentence)
        else:
            return render(request, "network/safe_used.html", {"made": made})
    rows = keyholders.all_standings(request.user.society_id)
    return ask(request, "network/use_safe.html", form, rows=rows)


@require_safe
@for_staff(Right.OPEN_BOXES)
def how(request: StaffRequest) -> HttpResponse:
    """One minute on boxes, for who has to work with them."""
    return render(request, "network/how_boxes.html")
