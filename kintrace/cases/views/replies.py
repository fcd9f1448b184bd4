"""Sentences for answers: written by one member, approved by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.cases import lookups
from kintrace.cases.actions import sentences
from kintrace.cases.forms_inbox import SentenceForm
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.APPROVE_NOTICES)
def replies(request: StaffRequest) -> HttpResponse:
    shown = lookups.sentences_of(request.user)
    missing = lookups.first_sentences_missing(request.user)
    return render(request, "cases/replies.html", {"sentences": shown, "first_missing": missing})


@for_staff(Right.APPROVE_NOTICES)
def new_reply(request: StaffRequest) -> HttpResponse:
    form = SentenceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        sentences.draft(**form.cleaned_data, by=request.user)
        messages.success(
            request, _("Your sentence is kept as a draft. Another member must approve it.")
        )
        return redirect("cases:replies")
    status = 422 if form.errors else 200
    return render(request, "cases/new_reply.html", {"form": form}, status=status)


@for_staff(Right.APPROVE_NOTICES)
@require_POST
def first_replies(request: StaffRequest) -> HttpResponse:
    sentences.draft_first(by=request.user)
    messages.success(
        request, _("Our first sentences are kept as drafts. Another member must approve them.")
    )
    return redirect("cases:replies")


@for_staff(Right.APPROVE_NOTICES)
@require_POST
def approve_reply(request: StaffRequest, sentence_id: UUID) -> HttpResponse:
    sentences.approve(lookups.sentence_for(request.user, sentence_id), by=request.user)
    messages.success(request, _("This sentence can be used now."))
    return redirect("cases:replies")
