"""What the pages about accepting show, and what a decision there does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone, translation

from kintrace.cases import lookups
from kintrace.cases.actions import accepting
from kintrace.cases.criteria import NotOurs, first_words
from kintrace.cases.forms import LANGUAGES
from kintrace.cases.forms_moves import AcceptForm
from kintrace.protection.lookups import notice_given
from kintrace.ui.tongues import own_name

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import QueryDict

    from kintrace.cases.models import Case, NotAccepted
    from kintrace.network.models import Member

MOST = 50  # of each kind on the page; the oldest come first, so none is forgotten


def waiting(member: Member) -> dict[str, Any]:
    """Requests to accept and to take up, and refusals that stand; names only of the page."""
    return {
        "to_accept": lookups.lines(lookups.to_accept(member)[:MOST]),
        "to_take_up": lookups.lines(lookups.to_take_up(member)[:MOST]),
        "refusals": lookups.refusals_of(member)[:MOST],
        "today": timezone.localdate(),
    }


def form_of(case: Case, typed: QueryDict | None) -> AcceptForm:
    """The decision about a request, with the reasons that its society uses."""
    refusals = lookups.criteria_of(case.society_id).refusals
    misses = typed is not None and lookups.misses_a_criterion(case)
    return AcceptForm(typed, refusals=refusals, misses=misses)


def decide(case: Case, form: AcceptForm, *, by: Member) -> None:
    given = form.cleaned_data
    if form.takes_up:
        accepting.accept_and_take_up(case, despite=given["note"], by=by)
    elif form.accepts:
        accepting.accept(case, despite=given["note"], by=by)
    else:
        accepting.refuse(case, criterion=NotOurs(given["criterion"]), note=given["note"], by=by)


def told_today(case: Case) -> dict[str, Any]:
    """What the page of an explanation begins with."""
    return {"day": timezone.localdate(), "language": _language(case)}


def to_explain(case: Case, refusal: NotAccepted) -> dict[str, Any]:
    """The refusal, and the words in which the person is told, in the language they were informed
    in and in the member's: those that the society approved, or where it has none, our draft."""
    language, why = _language(case), NotOurs(refusal.criterion)
    approved = lookups.words_of_refusal(case.society_id, why)
    own = translation.get_language() or "en"
    return {
        "case": case,
        "refusal": refusal,
        "note": lookups.said_of(refusal),
        "theirs": approved.get(language) or first_words(why, language=language),
        "is_approved": language in approved,
        "language": language,
        "language_name": dict(LANGUAGES).get(language, language),
        "direction": "rtl" if translation.get_language_info(language)["bidi"] else "ltr",
        "ours": approved.get(own) or first_words(why, language=own),
    }


def worded(society: UUID) -> list[tuple[str, list[str]]]:
    """Each reason of a refusal that is used, and the own names of the languages it has words in."""
    found = lookups.refusals_worded(society)
    return [(str(why.label), [own_name(one) for one in said]) for why, said in found.items()]


def _language(case: Case) -> str:
    given = notice_given(case.subject)
    return given.text.language if given else "en"
