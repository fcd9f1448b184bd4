"""How long we keep things: the page on which a society settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kintrace.network.access import Right, for_staff
from kintrace.network.seen import Comparing
from kintrace.protection import keeping
from kintrace.protection.actions import settle
from kintrace.protection.forms_retention import RetentionForm
from kintrace.protection.retention import GRACE, TABLE

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SET_RETENTION, step_up=True)
def retention(request: StaffRequest) -> HttpResponse:
    own = request.user.society_id
    chosen = keeping.chosen(own)
    now = {kind.value: days for kind, days in chosen.items()} | {"seen": keeping.version(own)}
    form = RetentionForm(
        request.POST or None, chosen=chosen, until=keeping.graced(own), initial=now
    )
    if form.is_valid():
        with Comparing(form, now=now):
            seen = form.cleaned_data["seen"]
            _say(request, changed=bool(settle(form.days(), seen=seen, by=request.user)))
            return redirect("protection:retention")
    context = {"form": form, "table": TABLE.items(), "grace": GRACE.days}
    status = 422 if form.errors else 200
    return render(request, "protection/retention.html", context, status=status)


def _say(request: StaffRequest, *, changed: bool) -> None:
    if changed:
        messages.success(request, _("Your times are kept. They count from the next daily run."))
    else:
        messages.info(request, _("Nothing has changed."))
