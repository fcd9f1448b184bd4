"""Somebody was found: informed, asked on the card, and what the family hears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import feared, lookups, threads
from kintrace.cases.actions import choices, outcomes
from kintrace.cases.actions import found as acting
from kintrace.cases.actions.fates import NotEstablished, NotPlanned
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.outcomes import NotToBeToldSo
from kintrace.cases.forms_found import CardForm, MeetForm, SettleForm, TellForm, WhereForm
from kintrace.cases.replies import Topic
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import Comparing
from kintrace.protection.lookups import notice_given, texts_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse, QueryDict

    from kintrace.cases.lookups import Finding, Whom
    from kintrace.cases.models import Sought
    from kintrace.network.gate import StaffRequest


def open_to(request: StaffRequest, sought_id: UUID) -> Whom:
    """The person sought, here or for another society, for whoever works on it; the same refusal
    whether or not anybody was found."""
    sought = lookups.whom_for(request.user, sought_id)
    threads.require(seen=threads.sees_whom(request.user, sought))
    return sought


def own_to(request: StaffRequest, sought_id: UUID) -> Sought:
    """The same of our own searches alone: another society tells its families itself."""
    sought = lookups.sought_for(request.user, sought_id)
    threads.require(seen=threads.sees_whom(request.user, sought))
    return sought


def sent(request: StaffRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


@for_staff(Right.CHANGE_CASES)
def found(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    note_read(request, finding.sought)
    return render(request, "cases/found.html", threads.shown(finding, by=request.user))


def note_read(request: StaffRequest, whom: Whom) -> None:
    """A page of somebody who may have been found was read: of a case, or of what we took on."""
    if isinstance(whom, lookups.Afar):
        record_read(Deed.READ_TRANSFER, about=whom.transfer.pk, by=request.user)
    else:
        record_read(Deed.READ_CASE, about=whom.case.pk, by=request.user)


@for_staff(Right.CHANGE_CASES)
def meet(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = open_to(request, sought_id)
    acting.require_free(sought)  # said before anybody is spoken with
    form = MeetForm(sent(request), texts=texts_in_force(request.user.society_id))
    if form.is_valid():
        try:
            acting.locate(sought, **form.met(), by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:found", sought.pk)
    return asked(request, "cases/found_meet.html", form, sought=sought)


@for_staff(Right.CHANGE_CASES)
def where(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = open_to(request, sought_id)
    finding = lookups.finding_of(sought)
    now = {"seen": lookups.version_of(finding.whereabouts)}
    form = WhereForm(sent(request), initial=now)
    if form.is_valid():
        with Comparing(form, now=now):
            acting.keep_where(sought, **form.told(), by=request.user)
            messages.success(
                request, _("It is sealed. Only members with the box open can read it.")
            )
            return redirect("cases:found", sought.pk)
    kept = threads.where_kept(finding)
    if kept and kept["rows"]:
        note_read(request, sought)
    return asked(request, "cases/found_where.html", form, sought=sought, kept=kept)


@for_staff(Right.CHANGE_CASES)
def card(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    acting.require_free(finding.sought)  # a question may put the person in danger
    language = _language_of_card(request, finding)
    words = lookups.card_in(request.user, language)
    form = CardForm(sent(request), card=words)
    if form.is_valid():
        said = form.asked(request.POST.get("read", ""))
        try:
            choices.choose(finding.sought, asked=said, by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The answer is kept. The person may change it."))
            return redirect("cases:found", finding.sought.pk)
    shown: dict[str, Any] = {"intro": words.get(Topic.CARD), "language": language}
    shown |= {"finding": finding, "languages": _named(lookups.card_languages(request.user))}
    return asked(request, "cases/found_card.html", form, sought=finding.sought, **shown)


def _language_of_card(request: StaffRequest, finding: Finding) -> str:
    """The one that was asked for; else that in which the person was informed."""
    given = notice_given(finding.located.subject) if finding.located else None
    own = given.text.language if given else "en"
    whole = lookups.card_languages(request.user)
    wanted = request.GET.get("in", own)
    return wanted if wanted in whole else next(iter(whole), "en")


def _named(languages: list[str]) -> list[tuple[str, str]]:
    return [(code, str(get_language_info(code)["name_local"])) for code in languages]


@for_staff(Right.CHANGE_CASES)
def take_back(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = open_to(request, sought_id)
    if request.method == "POST":
        choices.take_back(sought, by=request.user)
        messages.success(request, _("It is taken back. Nothing is passed on."))
        return redirect("cases:found", sought.pk)
    finding = lookups.finding_of(sought)
    return render(request, "cases/found_take_back.html", {"sought": sought, "finding": finding})


@for_staff(Right.CHANGE_CASES)
def settle(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = own_to(request, sought_id)
    form = SettleForm(sent(request))
    if form.is_valid():
        try:
            outcomes.settle(sought, **form.cleaned_data, by=request.user)
        except (NotAsExpected, NotEstablished) as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:found_tell", sought.pk)
    return asked(request, "cases/found_settle.html", form, sought=sought)


@for_staff(Right.CHANGE_CASES)
def tell(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = own_to(request, sought_id)
    finding = lookups.finding_of(sought)
    form = TellForm(sent(request), result=finding.result)
    if form.is_valid():
        try:
            outcomes.tell(sought, **form.cleaned_data, by=request.user)
        except (NotAsExpected, NotEstablished, NotPlanned, NotToBeToldSo) as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("It is written down what the family was told."))
            return redirect("cases:found", sought.pk)
    words = outcomes.words_for(finding, by=request.user)
    # Whom a found person fears is not on a page that may lie open before the family.
    named = feared.in_case(sought.case, by=request.user)
    shown = {"sought": sought, "finding": finding, "words": words, "feared": named}
    return asked(request, "cases/found_tell.html", form, **shown)
