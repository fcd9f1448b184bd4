"""What the pages of the rights desk show, and how each kind of request is answered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.network.access import Right, has
from kintrace.protection import holders
from kintrace.protection.actions import rights as actions
from kintrace.protection.forms_rights import OutcomeForm, SureForm, TakeBackForm
from kintrace.protection.lookups import rights
from kintrace.protection.rights import Kind
from kintrace.protection.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.forms import Form
    from django.http import QueryDict

    from kintrace.network.models import Member
    from kintrace.protection.models import RightsRequest


@dataclass(frozen=True)
class Answering:
    """The page on which a request is answered, and what is done when its form holds."""

    template: str
    form: Any
    do: Callable[..., list[str]]


def rows(requests: Iterable[RightsRequest]) -> list[tuple[RightsRequest, str]]:
    """Each request with what staff call the matter."""
    asked = list(requests)
    called = holders.labels(one.subject for one in asked)
    return [(one, called[one.subject]) for one in asked]


def shown(request: RightsRequest, *, by: Member) -> dict[str, Any]:
    """The context of a request's page."""
    is_copy = request.kind == Kind.ACCESS and request.is_open
    return {
        "asked": request,
        "label": holders.label(request.subject),
        "words": rights.sealed_words(request),
        "may_answer": request.is_open and rights.may_answer(request, by=by),
        "may_add": is_copy and has(by, Right.READ_INBOX),
        "may_make": is_copy and has(by, Right.GUARD_RIGHTS),
        "is_erasure": request.kind == Kind.ERASURE,
        "correct_at": _where_corrected(request, by),
    }


def _where_corrected(request: RightsRequest, by: Member) -> str:
    if request.kind != Kind.CORRECTION or not has(by, Right.READ_CASES):
        return ""
    return holders.page(request.subject)


def answering(request: RightsRequest, data: QueryDict | None) -> Answering | None:
    """How this kind is answered; None for an erasure, which takes a step of its own."""
    if request.kind == Kind.ERASURE:
        return None
    if request.kind == Kind.OBJECTION:
        form: Form = SureForm(data)
        return Answering("protection/answer_objection.html", form, partial(_object, request))
    if request.kind == Kind.WITHDRAWAL:
        purposes = standing(request.subject).purposes
        taking = TakeBackForm(data, purposes=purposes)
        return Answering(
            "protection/answer_withdrawal.html", taking, partial(_take_back, request, taking)
        )
    form = OutcomeForm(data)
    return Answering("protection/answer_request.html", form, partial(_say, request, form))


def _object(request: RightsRequest, *, by: Member) -> list[str]:
    return actions.answer_objection(request, by=by)


def _take_back(request: RightsRequest, form: TakeBackForm, *, by: Member) -> list[str]:
    return actions.answer_withdrawal(request, purposes=form.chosen(), by=by)


def _say(request: RightsRequest, form: Form, *, by: Member) -> list[str]:
    actions.answer(request, outcome=form.cleaned_data["outcome"], by=by)
    return [_("The request is answered.")]


def added(lines: int) -> str:
    words = ngettext(
        "%(number)d line is sealed for the data-protection officer.",
        "%(number)d lines are sealed for the data-protection officer.",
        lines,
    )
    return words % {"number": lines}
