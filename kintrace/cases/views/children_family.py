"""A child's way: two talks, what is best for it, whether somebody is its family, and every step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import children_pages, children_rules, lookups
from kintrace.cases.actions import children_family, children_moves
from kintrace.cases.children_states import ARROWS, PRESSES, ChildState
from kintrace.cases.forms_children_desk import (
    AskSideForm,
    ClaimForm,
    HomeForm,
    JudgeForm,
    TalkForm,
    WayForm,
    WeighForm,
)
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import sent
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import ChangedElsewhere
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.models import Child
    from kintrace.network.gate import StaffRequest


def _read(request: StaffRequest, child_id: UUID) -> Child:
    found = lookups.child_for(request.user, child_id)
    record_read(Deed.READ_CHILD, about=found.pk, by=request.user)
    return found


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def talk(request: StaffRequest, child_id: UUID) -> HttpResponse:
    child, form = _read(request, child_id), TalkForm(sent(request))
    if form.is_valid():
        children_family.talk(child, **form.cleaned_data, by=request.user)
        messages.success(request, _("It is sealed to the team."))
        return redirect("cases:child", child.pk)
    return asked(request, "cases/children/talk.html", form, child=child)


@for_staff(Right.PROTECT_CHILDREN, box=True)
def weigh(request: StaffRequest, child_id: UUID) -> HttpResponse:
    child, form = _read(request, child_id), WeighForm(sent(request))
    if form.is_valid():
        children_family.weigh(child, **form.cleaned_data, by=request.user)
        messages.success(request, _("It is sealed to the team."))
        return redirect("cases:child", child.pk)
    return asked(request, "cases/children/weigh.html", form, child=child)


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def claim(request: StaffRequest, child_id: UUID) -> HttpResponse:
    child, form = _read(request, child_id), ClaimForm(sent(request))
    if form.is_valid():
        children_family.begin_claim(child, **form.cleaned_data, by=request.user)
        return redirect("cases:child", child.pk)
    return asked(request, "cases/children/claim.html", form, child=child)


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def ask(request: StaffRequest, claim_id: UUID, side: str) -> HttpResponse:
    if side not in ("child", "claimant"):
        raise Http404
    found, form = lookups.claim_for(request.user, claim_id), AskSideForm(sent(request))
    record_read(Deed.READ_CHILD, about=found.child_id, by=request.user)
    if form.is_valid():
        said: dict[str, Any] = {"of_child": side == "child", **form.cleaned_data}
        try:
            children_family.ask(found, **said, by=request.user)
        except Refusal as refused:
            form.add_error(None, refused.sentence)  # what was typed stays
        else:
            messages.success(request, _("It is sealed to the team."))
            return redirect("cases:child", found.child_id)
    return asked(request, "cases/children/ask.html", form, child=found.child, side=side)


@for_staff(Right.PROTECT_CHILDREN, box=True)
def judge(request: StaffRequest, claim_id: UUID) -> HttpResponse:
    found, form = lookups.claim_for(request.user, claim_id), JudgeForm(sent(request))
    children_family.require_asked(found)  # nobody reads one side while the other is not asked
    record_read(Deed.READ_CHILD, about=found.child_id, by=request.user)
    if form.is_valid():
        try:
            children_family.judge(found, judged=form.judged(), by=request.user)
        except Refusal as refused:
            form.add_error(None, refused.sentence)  # what was typed stays
        else:
            messages.success(request, _("Your decision is sealed to the team."))
            return redirect("cases:child", found.child_id)
    shown = children_pages.both_sides(found)
    return asked(request, "cases/children/judge.html", form, child=found.child, **shown)


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def go(request: StaffRequest, child_id: UUID, to: str) -> HttpResponse:
    child = _read(request, child_id)
    arrow = ARROWS.get((ChildState(child.state), ChildState(to))) if to in ChildState else None
    if arrow is None or arrow.own:
        raise Http404
    form = WayForm(sent(request), whys=arrow.whys)
    if form.is_valid():
        why = form.cleaned_data.get("why", "")
        children_moves.move(child, to=ChildState(to), why=why, by=request.user)
        return redirect("cases:child", child.pk)
    press = PRESSES[ChildState(to)]
    return asked(request, "cases/children/go.html", form, child=child, press=press)


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def home(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """The last step: one member proposes it, another agrees."""
    child = _read(request, child_id)
    form, first = _home_form(child, sent(request)), child.proposed_by
    if form.is_valid():
        seconds = first is not None and first != request.user
        act = children_moves.agree_home if seconds else children_moves.propose_home
        try:
            act(child, **form.said(), by=request.user)
        except ChangedElsewhere as refused:
            form = _ticked_anew(child, refused)
        else:
            return redirect("cases:child", child.pk)
    shown = {"name": children_pages.name_of(child), "one": children_pages.family_of(child)}
    return asked(request, "cases/children/home.html", form, child=child, first=first, **shown)


def _home_form(child: Child, data: Any) -> HomeForm:
    """Whom the page asks of, and the version in which they stand there."""
    rows, seen = children_rules.withheld(child), children_rules.withhold_version(child)
    return HomeForm(data, kept_from=rows, initial={"seen": seen})


def _ticked_anew(child: Child, refused: ChangedElsewhere) -> HomeForm:
    """Others stand there now. What was ticked was said of those who stood there before."""
    seen = children_rules.withhold_version(child)
    form = _home_form(child, {"seen": str(seen), "asked": "on"})
    form.add_error(None, refused.sentence)
    return form


@require_POST
@for_staff(Right.LOOK_AFTER_CHILDREN)
def review(request: StaffRequest, child_id: UUID) -> HttpResponse:
    child = lookups.child_for(request.user, child_id)
    children_moves.review(child, by=request.user)
    messages.success(request, _("Noted."))
    return redirect("cases:child", child.pk)
