"""Asked apart, compared, decided, looked at by a second member, passed on once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.cases import feared, found_proofs, line_up, lookups, threads
from kintrace.cases.actions import passing, releasing, verifying
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.verifying import FOUND, SEEKER, NotProved
from kintrace.cases.finding import WAYS, Rung
from kintrace.cases.forms_found import (
    AskForm,
    CompareProofsForm,
    PassForm,
    PassOverForm,
    SignForm,
    VerdictForm,
)
from kintrace.cases.forms_rung import RungForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import open_to, sent
from kintrace.cases.watermark import shown_to
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.lookups import Finding, Whom
    from kintrace.cases.models import Proof
    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Member


@for_staff(Right.CHANGE_CASES, box=True)
def ask(request: StaffRequest, sought_id: UUID, side: str) -> HttpResponse:
    if side not in {SEEKER, FOUND}:
        raise Http404
    finding = lookups.finding_of(open_to(request, sought_id))
    if side == SEEKER and finding.is_afar:
        raise Http404
    form = AskForm(sent(request), proofs=_unasked(finding, side))
    if form.is_valid():
        sought, said = finding.sought, form.cleaned_data
        answers = form.answers() | {sought.pk: said["new_answer"]}
        verifying.ask(sought, side=side, new=said["new"], answers=answers, by=request.user)
        messages.success(request, _("The answers are sealed. The other side is asked apart."))
        return redirect("cases:found", sought.pk)
    more = {"sought": finding.sought, "seeker": side == SEEKER}
    return asked(request, "cases/found_ask.html", form, **more)


def _unasked(finding: Finding, side: str) -> list[Proof]:
    facts = [one for one in finding.proofs if one.rung["rung"] == Rung.FACT]
    by = "seeker_by_id" if side == SEEKER else "found_by_id"
    return [one for one in facts if getattr(one, by) is None]


@for_staff(Right.RELEASE_CONTACT, box=True)
def compare(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    both = [one for one in finding.proofs if one.seeker_by_id and one.found_by_id]
    form = CompareProofsForm(sent(request), proofs=both)
    if form.is_valid():
        verifying.compare(finding.sought, judged=form.judged(), by=request.user)
        return redirect("cases:found_decide", finding.sought.pk)
    waiting = len(finding.proofs) - len(both)
    return asked(request, "cases/found_compare.html", form, sought=finding.sought, waiting=waiting)


@for_staff(Right.RELEASE_CONTACT)
def rung(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = open_to(request, sought_id)
    form = RungForm(sent(request), members=lookups.who_works_on_cases(request.user))
    if form.is_valid():
        try:
            verifying.add_rung(sought, **form.kept(), by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:found_decide", sought.pk)
    return asked(request, "cases/found_rung.html", form, sought=sought)


@require_safe
@for_staff(Right.RELEASE_CONTACT, box=True)
def photo(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    """Of a line-up: the photo with which the person searches, as it was shown."""
    finding = lookups.finding_of(open_to(request, sought_id))
    jpeg = line_up.photo_shown(finding)
    if jpeg is None:
        raise Http404
    # No deed of its own: the audit would say in which search somebody was found (decision 032).
    return shown_to(request.user, jpeg=jpeg)


@for_staff(Right.RELEASE_CONTACT)
def decide(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    form = VerdictForm(sent(request))
    if form.is_valid():
        try:
            verifying.decide(finding.sought, **form.cleaned_data, by=request.user)
        except NotProved as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Your decision is recorded."))
            return redirect("cases:found", finding.sought.pk)
    more = _what_was_said(finding) | {"feared": feared.in_finding(finding, by=request.user)}
    return asked(request, "cases/found_decide.html", form, sought=finding.sought, **more)


def _what_was_said(finding: lookups.Finding) -> dict[str, Any]:
    """For who decides, and for the second member: each proof, and the photo of a line-up."""
    shown = line_up.photo_shown(finding) is not None
    return {"rows": found_proofs.shown(finding), "photo": shown}


@for_staff(Right.RELEASE_CONTACT)
def sign(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    form = SignForm(sent(request))
    if form.is_valid():
        agreed = form.cleaned_data["agreed"] == "yes"
        verifying.sign(finding.sought, agreed=agreed, by=request.user)
        messages.success(request, _("Your decision is recorded."))
        return redirect("cases:found", finding.sought.pk)
    shown = threads.shown(finding, by=request.user)
    return asked(request, "cases/found_sign.html", form, **shown, **_what_was_said(finding))


@for_staff(Right.RELEASE_CONTACT, box=True)
def pass_on(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    kept = finding.whereabouts
    where = lookups.read_where(kept) if kept else None
    ways = [name for name in WAYS if name in (where or {})]
    form = (PassOverForm if finding.is_afar else PassForm)(sent(request), ways=ways)
    if form.is_valid():
        _passed_on(finding.sought, form, by=request.user)
        shown = threads.shown(finding, by=request.user)
        return render(request, "cases/found_passed.html", shown)
    named, more = feared.in_finding(finding, by=request.user), {"afar": finding.is_afar}
    sought = finding.sought
    return asked(request, "cases/found_pass_on.html", form, sought=sought, feared=named, **more)


def _passed_on(sought: Whom, form: PassForm | PassOverForm, *, by: Member) -> None:
    """To the family by who works here, or to the society that asked, which tells the family."""
    chosen = form.cleaned_data
    if isinstance(sought, lookups.Afar):
        passing.pass_over(sought, ways=chosen["ways"], by=by)
    else:
        releasing.release(sought, ways=chosen["ways"], told=chosen["told"], by=by)


@for_staff(Right.CHANGE_CASES, box=True)
@require_POST
def ask_family(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    """The questions, and nothing of the answers, go to the society that asked."""
    sought = open_to(request, sought_id)
    if not isinstance(sought, lookups.Afar):
        raise NotAsExpected(_("This family is your own. Ask it yourself."))
    passing.ask_family(sought, by=request.user)
    messages.success(request, _("The questions are sealed to the box of the society that asked."))
    return redirect("cases:found", sought.pk)
