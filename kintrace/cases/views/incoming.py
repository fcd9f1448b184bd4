"""What another society asks of us: its card, accepting or not, the search, the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, transfer_pages
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import incoming_desk as desk
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.forms_transfers import (
    DeclineForm,
    GiveSearchForm,
    LinkForm,
    NoteForm,
    ResultForm,
    WordsForm,
)
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import colleague
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
    from django.http import HttpResponse

    from kintrace.cases.models import Incoming
    from kintrace.network.gate import StaffRequest


@for_staff(Right.READ_CASES)
def incoming(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    return _page(request, lookups.incoming_for(request.user, incoming_id))


@for_staff(Right.CHANGE_CASES)
@require_POST
def accept(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    found = lookups.incoming_for(request.user, incoming_id)
    answering.accept(found, by=request.user)
    messages.success(request, _("You took it on. What was sent stands below."))
    return redirect("cases:incoming", found.pk)


@for_staff(Right.CHANGE_CASES)
@require_POST
def decline(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    def done(found: Incoming, form: DeclineForm) -> str:
        answering.decline(found, why=form.cleaned_data["why"], by=request.user)
        return _("The other society knows. Nothing of it is here any more.")

    return _taken(request, incoming_id, "declining", DeclineForm(request.POST), done)


@for_staff(Right.CHANGE_CASES)
@require_POST
def note(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    def done(found: Incoming, form: NoteForm) -> str:
        answering.write_note(found, words=form.cleaned_data["words"], by=request.user)
        return _("It is sealed to your own box.")

    return _taken(request, incoming_id, "noting", NoteForm(request.POST), done)


@for_staff(Right.CHANGE_CASES)
@require_POST
def result(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    def done(found: Incoming, form: ResultForm) -> str:
        answering.return_result(found, outcome=form.outcome(), by=request.user)
        return _("The other society has the result. This page says when your copy is deleted.")

    return _taken(request, incoming_id, "returning", ResultForm(request.POST), done)


@for_staff(Right.CHANGE_CASES)
@require_POST
def say(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    def done(found: Incoming, form: WordsForm) -> str:
        words = form.cleaned_data["words"]
        answering.say(found.transfer, sender=found.sender_id, words=words, by=request.user)
        return _("It is sealed to both societies’ boxes.")

    return _taken(request, incoming_id, "form", WordsForm(request.POST), done)


@for_staff(Right.CHANGE_CASES)
@require_POST
def link(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    def done(found: Incoming, form: LinkForm) -> str:
        code = form.cleaned_data["reference"]
        case = lookups.case_coded(request.user, code) if code else None
        if code and case is None:
            raise NotSo(_("There is no case of yours with this code."))
        desk.link(found, case=case, sought=form.chosen(), by=request.user)
        return _("Noted.")

    linked = lookups.incoming_for(request.user, incoming_id).case
    form = LinkForm(request.POST, persons=transfer_pages.persons_in(linked))
    return _taken(request, incoming_id, "linking", form, done)


@for_staff(Right.CHANGE_CASES)
def give(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    found = lookups.incoming_for(request.user, incoming_id)
    form = GiveSearchForm(request.POST or None, members=lookups.who_works_on_cases(request.user))
    if request.method == "POST" and form.is_valid():
        to = colleague(request.user, UUID(form.cleaned_data["to"]))
        desk.give(found, to=to, by=request.user)
        messages.success(request, _("The search is given to %(name)s.") % {"name": to.name})
        return redirect("cases:incoming", found.pk)
    return asked(request, "cases/transfers/give.html", form, incoming=found)


@for_staff(Right.CHANGE_CASES)
@require_POST
def stopped(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    """It ended from outside, and here it stopped."""
    found = lookups.incoming_for(request.user, incoming_id)
    desk.note_stopped(found, by=request.user)
    messages.success(request, _("Noted."))
    return redirect("cases:incoming", found.pk)


@for_staff(Right.CHANGE_CASES)
@require_POST
def seen(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    found = lookups.incoming_for(request.user, incoming_id)
    sending.note_seen(lookups.received(found), by=request.user)
    messages.success(request, _("Noted."))
    return redirect("cases:incoming", found.pk)


def _taken(
    request: StaffRequest,
    incoming_id: UUID,
    name: str,
    form: Any,
    do: Callable[[Incoming, Any], str],
) -> HttpResponse:
    """What was typed into one form of the page: done, or shown again with what is wrong."""
    found = lookups.incoming_for(request.user, incoming_id)
    asked_now = transfer_pages.is_asked(found, name)
    if not form.is_valid():
        if not asked_now:
            raise NotSo(_("This request does not stand there any more. Open its page again."))
        return _page(request, found, status=422, **{name: form})
    try:
        words = do(found, form)
    except (NotSo, NotAllowed) as refused:
        if not asked_now:  # the gate gives back what was typed where the page has no form for it
            raise
        form.add_error(None, refused.sentence)
        request.refused.append(found.pk)
        return _page(request, found, status=refused.status, **{name: form})
    messages.success(request, words)
    return redirect("cases:incoming", found.pk)


def _page(
    request: StaffRequest, found: Incoming, *, status: int = 200, **sent: Form
) -> HttpResponse:
    record_read(Deed.READ_TRANSFER, about=found.transfer, by=request.user)
    linked = {
        "reference": found.case.reference if found.case else "",
        "sought": found.sought_id or "",
    }
    persons = transfer_pages.persons_in(found.case)
    forms: dict[str, Form] = {
        "declining": DeclineForm(),
        "noting": NoteForm(auto_id="note_%s"),
        "returning": ResultForm(auto_id="result_%s"),
        "form": WordsForm(),
        "linking": LinkForm(initial=linked, persons=persons),
    }
    wrong = {"wrong": next(iter(sent.values()), forms["form"])}
    shown = transfer_pages.received(found, by=request.user) | forms | sent | wrong
    return render(request, "cases/transfers/incoming.html", shown, status=status)
