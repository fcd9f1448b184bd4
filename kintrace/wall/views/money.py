"""Somebody was asked for money: a report that works with a face and without one."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kintrace.network import lookups as network
from kintrace.network.access import for_everyone
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors.actions import count_day
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.wall import actions, lookups
from kintrace.wall.forms import DemandForm
from kintrace.wall.views.answering import MESSAGES, face_named, not_now, page


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(MESSAGES)
def demand(request: HttpRequest) -> HttpResponse:
    """Tell the society of this face, or who speaks for the network, that money was asked for."""
    form = DemandForm(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return page(request, "demand", {"form": form})
    if not form.is_valid():
        return page(request, "demand", {"form": form}, status=422)
    try:
        code = _sealed(face_named(request), form)
    except BoxNotTrusted:
        return not_now(request, form.cleaned_data["text"])
    count_day("demand")
    return page(request, "reported", {"code": code})


def _sealed(face_id: UUID | None, form: DemandForm) -> str:
    """Keep the report where it belongs; gives the code, if a word was chosen.

    The page is the same whether the face is there or not. Raises BoxNotTrusted when none of those
    who should have it can lock it, TooManyAtOnce.
    """
    face = lookups.face_up(face_id) if face_id else None
    receivers = [face.society_id] if face else [one.pk for one in network.office_first()]
    said = {"about": face and face.pk, "body": form.body(), "word": form.cleaned_data["word"]}
    for society in receivers:
        with suppress(BoxNotTrusted):
            return actions.report_demand(society, **said).code
    raise BoxNotTrusted("no receiver")
