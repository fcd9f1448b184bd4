"""Red Cross Messages at their home: begun at a case, written, checked, sent, called off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import feared, lookups, red_cross_asking, red_cross_pages
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.actions.children_moves import TellsTooMuch
from kintrace.cases.actions.opening import require_open
from kintrace.cases.forms_red_cross import (
    CallOffForm,
    CheckForm,
    GiveBackForm,
    PictureForm,
    SendForm,
    StartForm,
)
from kintrace.cases.red_cross_words import FORBIDDEN
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import ChangedElsewhere
from kintrace.vault.photos import PhotoRefused

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
@require_safe
def message_list(request: StaffRequest) -> HttpResponse:
    which = request.GET.get("which", "all")
    listed = red_cross_pages.listed(request.user, which, request.GET.get("page"))
    record_read(Deed.LISTED_CASES, about=listed["named"], by=request.user)
    return render(request, "cases/red_cross/list.html", listed)


@for_staff(Right.CHANGE_CASES)
def begin(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    require_open(case)
    actions.require_nobody_looks(case.subject)
    form = StartForm(request.POST or None, sought=red_cross_asking.to_choose(case))
    if request.method == "POST" and form.is_valid():
        how, to = form.cleaned_data["how"], form.chosen()
        message = actions.begin(case, to=to, how=how, by=request.user)
        return redirect("cases:red_cross_step", message.pk, red_cross_asking.ORDER[0])
    said = red_cross_asking.read_before(case)
    return asked(request, "cases/red_cross/begin.html", form, case=case, before=said)


@for_staff(Right.CHANGE_CASES)
@require_safe
def message(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.red_cross_for(request.user, message_id)
    record_read(Deed.READ_RED_CROSS, about=found.pk, by=request.user)
    shown = red_cross_pages.shown(found, by=request.user)
    return render(request, "cases/red_cross/message.html", shown)


@for_staff(Right.CHANGE_CASES, box=True)
def step(request: StaffRequest, message_id: UUID, kind: str) -> HttpResponse:
    found = lookups.own_red_cross_for(request.user, message_id)
    typed = request.POST if request.method == "POST" else None
    form = red_cross_asking.form_of(found, kind, typed, by=request.user)
    if form.is_valid():
        seen = form.cleaned_data.get("seen") or 0
        try:
            actions.keep(found, kind=kind, said=form.said(), seen=seen, by=request.user)
        except (ChangedElsewhere, TellsTooMuch, actions.NobodyFound) as refused:
            form.add_error(None, refused.sentence)
        else:
            return _onward(request, found, kind)
    return asked(request, "cases/red_cross/step.html", form, **_about(found, kind))


def _about(found: RedCrossMessage, kind: str) -> dict[str, object]:
    return {
        "message": found,
        "kind": kind,
        "title": red_cross_asking.TITLES[kind],
        "before": red_cross_asking.before(kind),
        "progress": red_cross_asking.progress(found, kind),
        "forbidden": FORBIDDEN if kind == "text" else (),
        "kept": lookups.part_version(found, kind),
    }


def _onward(request: StaffRequest, found: RedCrossMessage, kind: str) -> HttpResponse:
    following = red_cross_asking.after(kind)
    if not following or "check" in request.POST:
        return redirect("cases:red_cross", found.pk)
    if following == actions.PICTURE:
        return redirect("cases:red_cross_picture_step", found.pk)
    return redirect("cases:red_cross_step", found.pk, following)


@for_staff(Right.CHANGE_CASES, box=True)
def picture_step(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.own_red_cross_for(request.user, message_id)
    if "none" in request.POST:
        actions.drop_picture(found, by=request.user)
        return redirect("cases:red_cross", found.pk)
    sent = int(request.headers.get("Content-Length") or 0)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PictureForm(*typed, sent=sent)
    if form.is_valid():
        try:
            actions.keep_picture(found, **form.cleaned_data, by=request.user)
        except PhotoRefused as refused:
            form.add_error("photo", refused.sentence)
        else:
            return redirect("cases:red_cross", found.pk)
    return asked(request, "cases/red_cross/picture.html", form, **_about(found, actions.PICTURE))


@for_staff(Right.CHANGE_CASES, box=True)
@require_safe
def picture(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.red_cross_for(request.user, message_id)
    drawn = lookups.picture_of(found)
    if drawn is None:
        raise Http404
    record_read(Deed.READ_RED_CROSS, about=found.pk, by=request.user)
    return HttpResponse(drawn, content_type="image/jpeg")


@for_staff(Right.CHANGE_CASES)
@require_POST
def collect(request: StaffRequest, message_id: UUID) -> HttpResponse:
    actions.collect(lookups.own_red_cross_for(request.user, message_id), by=request.user)
    messages.success(request, _("Another member checks it now. Nothing is sent before that."))
    return redirect("cases:red_cross", message_id)


@for_staff(Right.CHANGE_CASES, box=True)
def check(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.own_red_cross_for(request.user, message_id)
    record_read(Deed.READ_RED_CROSS, about=found.pk, by=request.user)
    back = GiveBackForm(request.POST if "back" in request.POST else None)
    form = CheckForm(request.POST if request.method == "POST" and not back.is_bound else None)
    chosen = back if back.is_bound else form
    if chosen.is_valid():
        why = chosen.cleaned_data.get("why", "")
        actions.check(found, why=why, by=request.user)
        messages.success(request, _("Your decision is recorded."))
        return redirect("cases:red_cross", found.pk)
    more = red_cross_pages.shown(found, by=request.user)
    return asked(request, "cases/red_cross/check.html", form, back=back, **more)


@for_staff(Right.CHANGE_CASES, box=True)
def send(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.own_red_cross_for(request.user, message_id)
    own, societies = red_cross_pages.may_deliver(found)
    form = SendForm(request.POST or None, societies=societies, own=own)
    if request.method == "POST" and form.is_valid():
        actions.send(found, partner=form.chosen(), by=request.user)
        messages.success(request, _("The message is on its way."))
        return redirect("cases:red_cross", found.pk)
    named = feared.in_message(found, by=request.user)
    return asked(request, "cases/red_cross/send.html", form, message=found, feared=named)


@for_staff(Right.CHANGE_CASES)
def call_off(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.own_red_cross_for(request.user, message_id)
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.call_off(found, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, _("The message is called off."))
        return redirect("cases:red_cross", found.pk)
    return asked(request, "cases/red_cross/call_off.html", form, message=found)
