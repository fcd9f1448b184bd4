"""Asking another society: whom and for what, what is sent, the ground, the last look, and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import both_ways, children_sent, lookups, threads, transfer_pages
from kintrace.cases.actions import children_transfers
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.actions import transfers as asking
from kintrace.cases.actions.transfers import CannotBeAsked, NotSo
from kintrace.cases.forms_transfers import AskForm, GroundForm, PartsForm, RecallForm, WordsForm
from kintrace.cases.transfers import AT_WORK
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.protection.refusals import BasisNotSound, NotAllowed

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.models import Transfer
    from kintrace.network.gate import StaffRequest

NOT_SO = (CannotBeAsked, NotSo, BasisNotSound)


@for_staff(Right.READ_CASES)
def other_societies(request: StaffRequest) -> HttpResponse:
    """What others have of ours, and what we have of theirs; opens nothing."""
    shown = both_ways.shown(request.user, request.GET)
    return render(request, "cases/transfers/list.html", shown)


@for_staff(Right.CHANGE_CASES)
def begin(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    persons = lookups.with_names(lookups.still_sought(case))
    chosen = {name: request.GET[name] for name in ("society", "sought") if name in request.GET}
    form = AskForm(
        request.POST or None,
        initial=chosen,
        societies=lookups.societies_for(case),
        persons=persons,
    )
    if request.method == "POST" and form.is_valid():
        try:
            transfer = asking.begin(case, asking=form.asking(), by=request.user)
        except CannotBeAsked as refused:
            form.add_error("society", refused.sentence)
        else:
            return redirect("cases:transfer_parts", transfer.pk)
    shown = {"case": case, "detained": lookups.is_detained(case)}
    return asked(request, "cases/transfers/begin.html", form, **shown)


@for_staff(Right.CHANGE_CASES)
def parts(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    transfer = lookups.case_transfer_for(request.user, transfer_id)
    initial = {"parts": transfer.parts} if transfer.parts else None
    form = PartsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["parts"]
        asking.choose_parts(transfer, parts=chosen, by=request.user)
        return redirect("cases:transfer_ground", transfer.pk)
    several = len(lookups.still_sought(transfer.of_case)) > 1
    return asked(request, "cases/transfers/parts.html", form, transfer=transfer, several=several)


@for_staff(Right.CHANGE_CASES)
def ground(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    transfer = lookups.case_transfer_for(request.user, transfer_id)
    form = GroundForm(request.POST or None)
    known = all(asking.grounds_in_force(transfer))
    if request.method == "POST" and (known or form.is_valid()):
        try:
            said = None if known else form.ground()
            asking.check_ground(transfer, ground=said, by=request.user)
        except NOT_SO as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:transfer_send", transfer.pk)
    return asked(request, "cases/transfers/ground.html", form, transfer=transfer, known=known)


@for_staff(Right.CHANGE_CASES, box=True)
def send(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    """The last look: exactly what the other society will see."""
    transfer = lookups.transfer_for(request.user, transfer_id)
    if request.method == "POST":
        send = sending.send if transfer.child is None else children_transfers.send
        send(transfer, by=request.user)
        messages.success(request, _sent_words(transfer))
        return redirect("cases:transfer", transfer.pk)
    record_read(Deed.READ_TRANSFER, about=transfer.pk, by=request.user)
    shown = transfer_pages.preview(transfer, by=request.user)
    shown |= children_sent.of_a_child(transfer, by=request.user)
    return render(request, "cases/transfers/send.html", shown)


def _sent_words(transfer: Transfer) -> str:
    if transfer.child_id is not None:
        return _("It is sent. You find it on the page of the child.")
    return _("It is sent. You find it on the case.")


@for_staff(Right.READ_CASES)
def transfer(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    return _page(request, transfer_id, WordsForm(), status=200)


@for_staff(Right.CHANGE_CASES)
@require_POST
def recall(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    found = lookups.transfer_for(request.user, transfer_id)
    form = RecallForm(request.POST)
    if found.is_out and not form.is_valid():
        return _page(request, transfer_id, WordsForm(), recalling=form, status=422)
    sending.recall(found, why=form.cleaned_data["why"] if found.is_out else "", by=request.user)
    words = _("It is taken back. What was read or printed there cannot be called back.")
    messages.success(request, _("It is thrown away.") if found.is_draft else words)
    if found.child_id is not None:
        return redirect("cases:child", found.child_id)
    return redirect("cases:case", found.case_id)


@for_staff(Right.CHANGE_CASES)
@require_POST
def say(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    found = lookups.transfer_for(request.user, transfer_id)
    form, asked_now = WordsForm(request.POST), found.state in AT_WORK
    if not form.is_valid():
        if not asked_now:
            raise NotSo(_("This request does not stand there any more. Open its page again."))
        return _page(request, transfer_id, form, status=422)
    try:
        words = form.cleaned_data["words"]
        answering.say(found.pk, sender=found.society_id, words=words, by=request.user)
    except (NotSo, NotAllowed) as refused:
        if not asked_now:  # the gate gives back what was typed where the page has no form for it
            raise
        form.add_error(None, refused.sentence)
        request.refused.append(found.pk)
        return _page(request, transfer_id, form, status=refused.status)
    messages.success(request, _("It is sealed to both societies’ boxes."))
    return redirect("cases:transfer", found.pk)


@for_staff(Right.CHANGE_CASES)
@require_POST
def seen(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    """A result is read by who may read it: else it leaves their work list unread."""
    found = lookups.transfer_for(request.user, transfer_id)
    threads.require(seen=found.returned is None or threads.sees_search(request.user, found))
    sending.note_seen(found, by=request.user)
    messages.success(request, _("Noted."))
    return redirect("cases:transfer", found.pk)


def _page(
    request: StaffRequest,
    transfer_id: UUID,
    form: WordsForm,
    *,
    status: int,
    recalling: RecallForm | None = None,
) -> HttpResponse:
    found = lookups.transfer_for(request.user, transfer_id)
    record_read(Deed.READ_TRANSFER, about=found.pk, by=request.user)
    asks = {"form": form, "recalling": recalling or RecallForm(), "wrong": recalling or form}
    shown = transfer_pages.shown(found, by=request.user) | asks
    shown |= children_sent.of_a_child(found, by=request.user)
    return render(request, "cases/transfers/transfer.html", shown, status=status)
