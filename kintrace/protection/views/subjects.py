"""Pages about notices, and about what may be done with what a person told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.protection import actions, aloud, holders, lookups
from kintrace.protection.forms import (
    EraseForm,
    GiveNoticeForm,
    NoticeTextForm,
    ReasonForm,
    RiskForm,
    WithdrawForm,
)
from kintrace.protection.lookups.rights import requests_about
from kintrace.protection.purposes import Purpose, TextKind, WhyErased
from kintrace.protection.refusals import WordsNotRead
from kintrace.protection.spoken import first_words_missing, spoken
from kintrace.protection.standing import standing
from kintrace.protection.views.answers import about, onwards, sent

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


# --- notice texts ---


@for_staff(Right.APPROVE_NOTICES)
def notices(request: StaffRequest) -> HttpResponse:
    texts = lookups.every_text(request.user.society_id)
    missing = first_words_missing(request.user.society_id)
    context = {"texts": texts, "first_words_missing": missing}
    return render(request, "protection/notices.html", context)


@for_staff(Right.APPROVE_NOTICES)
def notice(request: StaffRequest, text_id: UUID) -> HttpResponse:
    found = lookups.text(text_id)
    wrote = actions.writer_of(found) == request.user.pk
    facts = {"text": found, "wrote": wrote, "seconds": aloud.seconds(found.short)}
    return render(request, "protection/notice.html", facts)


@for_staff(Right.APPROVE_NOTICES)
def new_notice(request: StaffRequest) -> HttpResponse:
    older = lookups.text_to_begin_with(request.GET.get("from", ""))
    start = NoticeTextForm.beginning(older) if older else None
    form = NoticeTextForm(sent(request), initial=start)
    if not form.is_valid():
        return ask(request, "protection/new_notice.html", form)
    draft = actions.draft_notice(
        request.user.society,
        kind=TextKind(form.cleaned_data["kind"]),
        language=form.cleaned_data["language"],
        words=form.words(),
        by=request.user,
    )
    messages.success(
        request, _("Your text is kept as a draft. It is given to nobody before it is approved.")
    )
    return redirect("protection:notice", draft.pk)


@for_staff(Right.APPROVE_NOTICES)
@require_POST
def first_words(request: StaffRequest) -> HttpResponse:
    actions.draft_default_notices(request.user.society, by=request.user)
    messages.success(
        request, _("Our first texts are kept as drafts. Read them before you approve them.")
    )
    return redirect("protection:notices")


@for_staff(Right.APPROVE_NOTICES)
@require_POST
def approve_notice(request: StaffRequest, text_id: UUID) -> HttpResponse:
    actions.approve_notice(lookups.text(text_id), by=request.user)
    messages.success(request, _("This text is in force now."))
    return redirect("protection:notices")


# --- one person ---


@for_staff(Right.HOLD)
def subject(request: StaffRequest, subject: UUID) -> HttpResponse:
    where = standing(lookups.known(subject))
    record_read(Deed.READ_PERSON, about=subject, by=request.user)
    context = {
        "standing": where,
        "asked_for": requests_about(request.user, subject),
        "clocks": holders.clocks(subject),
        "asks_apart": holders.asks_apart(subject),
        "looked_at": not request.may(Right.LIFT_HOLD)
        and lookups.has_set_hold(subject, by=request.user),
    }
    return about(request, "protection/subject.html", subject, **context)


@for_staff(Right.OPEN_CASES)
def give_notice(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.within_reach(request.user, subject)
    texts = lookups.texts_in_force(request.user.society_id)
    form = GiveNoticeForm(sent(request), texts=texts)
    if not form.is_valid():
        return about(request, "protection/give_notice.html", subject, form=form)
    actions.give_notice(subject, by=request.user, **form.given())
    return onwards(request, subject)


@for_staff(Right.OPEN_CASES)
def answer_risk(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.within_reach(request.user, subject)
    actions.require_asked_here(subject)  # before anything is typed
    form = RiskForm(sent(request))
    if form.is_valid():
        try:
            actions.answer_risk(
                subject, **form.told(), read=request.POST.get("read", ""), by=request.user
            )
        except WordsNotRead as refused:
            form.add_error(None, refused.sentence)
        else:
            return onwards(request, subject)
    asked_in = spoken(subject, TextKind.RISK)
    return about(request, "protection/answer_risk.html", subject, **asked_in, form=form)


@for_staff(Right.HOLD)
def put_on_hold(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.known(subject)
    form = ReasonForm(sent(request))
    if not form.is_valid():
        return about(request, "protection/put_on_hold.html", subject, form=form)
    done = actions.put_on_hold(subject, reason=form.cleaned_data["reason"], by=request.user)
    return onwards(request, subject, done)


@for_staff(Right.LIFT_HOLD)
@require_safe
def holds(request: StaffRequest) -> HttpResponse:
    """Everything on hold, the longest first: by the number of its matter, without a name."""
    held = list(lookups.every_hold_in_force())
    called = holders.labels(hold.subject for hold in held)
    rows = [(hold, called[hold.subject]) for hold in held]
    return render(request, "protection/holds.html", {"rows": rows})


@for_staff(Right.LIFT_HOLD, box=True)
def lift_hold(request: StaffRequest, hold_id: UUID) -> HttpResponse:
    hold = lookups.hold(hold_id)
    form = ReasonForm(sent(request))
    if not form.is_valid():
        record_read(Deed.READ_PERSON, about=hold.pk, by=request.user)
        return about(request, "protection/lift_hold.html", hold.subject, form=form, hold=hold)
    done = actions.lift_hold(hold, because=form.cleaned_data["reason"], by=request.user)
    return onwards(request, hold.subject, done)


@for_staff(Right.HOLD)
def withdraw(request: StaffRequest, subject: UUID) -> HttpResponse:
    purposes = standing(lookups.known(subject)).purposes
    form = WithdrawForm(sent(request), purposes=purposes)
    if not form.is_valid():
        return about(request, "protection/withdraw.html", subject, form=form)
    purpose = Purpose(form.cleaned_data["purpose"])
    done = actions.withdraw(subject, purpose=purpose, by=request.user)
    return onwards(request, subject, done)


@for_staff(Right.ERASE, step_up=True)
def erase(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.known(subject)
    form = EraseForm(sent(request))
    if not form.is_valid():
        registered = lookups.has_words(subject)
        return about(request, "protection/erase.html", subject, form=form, registered=registered)
    done = actions.erase(subject, why=WhyErased(form.cleaned_data["why"]), by=request.user)
    return onwards(request, subject, done)
