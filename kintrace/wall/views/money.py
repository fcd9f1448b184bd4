"""Somebody was asked for money: a report that works with a face and without one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.views.decorators.http import require_http_methods

from kintrace.network import lookups as network
from kintrace.network.access import for_everyone
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors.actions import count_day
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.visitors.quota import address_tag
from kintrace.wall import actions, lookups
from kintrace.wall.flags import WATCH
from kintrace.wall.forms import DemandForm
from kintrace.wall.views.answering import MESSAGES, face_named, not_now, page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from kintrace.wall.models import Face
    from kintrace.wall.screening import Flag


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(MESSAGES)
def demand(request: HttpRequest) -> HttpResponse:
    """Tell the society of this face, or who speaks for the network, that money was asked for."""
    form = DemandForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, "demand", {"form": form}, status=422 if form.is_bound else 200)
    face_id = face_named(request)
    face = lookups.face_up(face_id) if face_id else None
    sender = address_tag(request, about="messages")
    marks = WATCH.marks(form.body(), face=face.pk if face else None, sender=sender)
    try:
        code = _sealed(face, form, WATCH.flags(marks))
    except BoxNotTrusted:
        return not_now(request, form.cleaned_data["text"])
    WATCH.remember(marks)
    count_day("demand")
    return page(request, "reported", {"code": code})


def _sealed(face: Face | None, form: DemandForm, flags: set[Flag]) -> str:
    """Keep the report where it belongs; gives the code, if a word was chosen.

    The page is the same whether the face is there or not. Raises BoxNotTrusted when none of those
    who should have it can lock it, TooManyAtOnce.
    """
    receivers = [face.society_id] if face else [one.pk for one in network.office_first()]
    about, word = face and face.pk, form.cleaned_data["word"]
    for society in receivers:
        with suppress(BoxNotTrusted):
            said = {"about": about, "body": form.body(), "word": word, "flags": flags}
            return actions.report_demand(society, **said).code
    raise BoxNotTrusted("no receiver")
