"""What was typed when a session ended or a form grew stale comes back here; see kept.py."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kintrace.network import kept
from kintrace.network.access import for_signed_in
from kintrace.network.gate import StaffRequest
from kintrace.ui.errors import stale_form


@for_signed_in
def typed(request: StaffRequest) -> HttpResponse:
    """Offer it to the member who typed it, once."""
    return render(request, "network/typed_again.html", {"typed": kept.taken(request)})


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Where Django leads a form whose token no longer fits: after a sign-in in another tab."""
    late = kept.from_post(request)
    if late is None or getattr(getattr(request, "user", None), "pk", None) != late.member:
        return stale_form(request, reason)
    return render(request, "network/typed_again.html", {"typed": late}, status=403)
