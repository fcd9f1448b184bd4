"""The public page on which somebody says how they found our work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kintrace.network.access import for_everyone
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors import actions, lookups
from kintrace.visitors.forms_feedback import FeedbackForm
from kintrace.visitors.helpdesk import help_desk
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.visitors.quota import Quota

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FEEDBACK = Quota("feedback", burst=4, an_hour=12)


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(FEEDBACK)
def give(request: HttpRequest) -> HttpResponse:
    """A face and a sentence; nothing is read back, and nobody learns who it was."""
    met = lookups.may_be_met()
    form = FeedbackForm(request.POST if request.method == "POST" else None, societies=met)
    if not form.is_valid():
        return _page(request, form, status=422 if form.is_bound else 200)
    said = {"mood": form.cleaned_data["mood"], "words": form.cleaned_data["words"]}
    try:
        actions.leave_feedback(form.chosen().pk, **said)
    except BoxNotTrusted:
        form.add_error(None, actions.CANNOT_LOCK)
        return _page(request, form, status=503)
    actions.count_day("feedback")
    return render(request, "visitors/thanks.html", help_desk())


def _page(request: HttpRequest, form: FeedbackForm, *, status: int) -> HttpResponse:
    facts = help_desk() | {"form": form}
    return render(request, "visitors/feedback.html", facts, status=status)
