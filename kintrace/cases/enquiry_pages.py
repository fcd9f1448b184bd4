"""What the page of a case and of an enquiry shows of places that were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.circumstances import Reason
from kintrace.cases.enquiries import REFERRED, Part, Result, may_ask
from kintrace.cases.states import AT_WORK, ENDED
from kintrace.people.lookups import people_of
from kintrace.people.told import Sex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Case, Enquiry, Sought, Source
    from kintrace.network.models import Member


class EnquiryPanel:
    """Which days a place was asked and answered; what it said stands on a page of its own."""

    template = "cases/enquiries/panel.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        is_detained = case.circumstances["reason"] == Reason.DETENTION
        return {
            "case": case,
            "rows": lookups.enquiries_in(case),
            "sought": [(one, lookups.called(one)) for one in lookups.still_sought(case)],
            "detained": is_detained,
            "may_ask": case.state in AT_WORK,
            "has_places": lookups.sources_of(by).exists(),
        }


def sources_for(sought: Sought, *, by: Member) -> list[Source]:
    """The places that may be asked in this search."""
    reason = sought.case.circumstances["reason"]
    return [one for one in lookups.sources_of(by) if may_ask(one.kind, reason=reason)]


def to_say(sought: Sought) -> list[tuple[str, str]]:
    """What may be told of the person, part by part, as it is known."""
    return [(str(Part(part).label), words) for part, words in _parts(sought) if words]


def _parts(sought: Sought) -> Iterator[tuple[Part, str]]:
    known = people_of([sought.subject]).get(sought.subject)
    if known is None:
        return
    told, news = known.told, sought.last_news or {}
    yield Part.SEX, str(Sex(told.sex).label)
    yield Part.AGE, _age(told.birth)
    yield Part.NEWS, " · ".join(filter(None, (news.get("said", ""), news.get("place", ""))))
    yield Part.NAME, told.called


def _age(birth: Any) -> str:
    if birth is None:
        return ""
    today = timezone.localdate()
    ages = {"youngest": birth.youngest(today), "oldest": birth.oldest(today)}
    return _("%(youngest)d to %(oldest)d years") % ages


def shown(enquiry: Enquiry) -> dict[str, Any]:
    """The context of the page of one enquiry."""
    source, asked = lookups.source_behind(enquiry), enquiry.asked
    result = enquiry.result["result"] if enquiry.result else None
    return {
        "enquiry": enquiry,
        "sought": enquiry.sought,
        "case": enquiry.sought.case,
        "name": lookups.called(enquiry.sought),
        "source": source,
        "referred": bool(source and source.kind in REFERRED),
        "parts": [Part(one).label for one in asked["parts"]],
        "result": Result(result).label if result else "",
        "said": lookups.said_by_place(enquiry),
        "may_answer": enquiry.answered is None and enquiry.sought.case.state not in ENDED,
    }
