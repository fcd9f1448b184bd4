"""Of whom of ours another society's request may mean: that it is somebody else, or may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.cases.lookups import afar_for
from kintrace.matching import actions
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.JUDGE_PAIRS)
@require_POST
def not_meant(request: StaffRequest, incoming_id: UUID, subject: UUID) -> HttpResponse:
    words = _("Noted. It is asked again if what is told of the person changes.")
    return _said(request, incoming_id, subject, words, is_not=True)


@for_staff(Right.JUDGE_PAIRS)
@require_POST
def perhaps_meant(request: StaffRequest, incoming_id: UUID, subject: UUID) -> HttpResponse:
    words = _("Taken back. The person is to be looked at again.")
    return _said(request, incoming_id, subject, words, is_not=False)


def _said(
    request: StaffRequest, incoming_id: UUID, subject: UUID, words: str, *, is_not: bool
) -> HttpResponse:
    whom = afar_for(request.user, incoming_id)
    actions.say_whether_meant(whom, subject=subject, is_not=is_not, by=request.user)
    messages.success(request, words)
    return redirect("cases:incoming", incoming_id)
