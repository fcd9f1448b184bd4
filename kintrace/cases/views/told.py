"""Somebody calls, or stands at a desk: what they tell is written down into the same inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils.translation import get_language

from kintrace.cases.forms_inbox import ToldForm
from kintrace.network.access import Right, for_staff
from kintrace.protection.lookups import texts_in_force
from kintrace.ui.refusals import Refusal
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_naming
from kintrace.wall.relations import SEEKS

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.wall.models import Notice


@for_staff(Right.ANSWER_MESSAGES)
def told(request: StaffRequest, face_id: UUID) -> HttpResponse:
    """About one face of the own society, also one that is down: posters hang longer."""
    return _told(request, notice_naming(request.user, face_id))


@for_staff(Right.ANSWER_MESSAGES)
def told_of_no_face(request: StaffRequest) -> HttpResponse:
    return _told(request, None)


def _told(request: StaffRequest, notice: Notice | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    texts = texts_in_force(request.user.society_id)
    form = ToldForm(sent, texts=texts, initial={"answer_in": get_language()})
    about = notice.face if notice else None
    looks_for = [SEEKS[code] for code in notice.told["relations"]] if notice else []
    facts: dict[str, Any] = {
        "form": form, "notice": notice, "looks_for": looks_for, "texts": texts,
    }  # fmt: skip
    if form.is_valid():
        try:
            kept = wall.write_down(about=about, by=request.user, **form.told())
        except Refusal as refusal:  # nothing was kept, and nothing typed may be lost
            form.add_error(None, refusal.sentence)
        else:
            return render(request, "cases/told_done.html", {"code": kept.code})
    return render(request, "cases/told.html", facts, status=422 if form.errors else 200)
