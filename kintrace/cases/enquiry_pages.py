"""What the page of a case and of an enquiry shows of places that were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.enquiries import REFERRED, Part, Result, SourceKind
from kintrace.cases.states import AT_WORK, ENDED
from kintrace.cases.threads import sees_whom
from kintrace.cases.transfers import Age, Stand
from kintrace.cases.transfers import Part as Sent
from kintrace.people.lookups import people_of
from kintrace.people.told import Sex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.lookups import Afar, Whom
    from kintrace.cases.models import Case, Enquiry, Sought, Source
    from kintrace.network.models import Member


class EnquiryPanel:
    """Which days a place was asked and answered; what it said stands on a page of its own."""

    template = "cases/enquiries/panel.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        return {
            "case": case,
            "rows": lookups.enquiries_in(case),
            "sought": lookups.with_names(lookups.still_sought(case)),
            "detained": lookups.is_detained(case),
            "may_ask": case.state in AT_WORK,
            "shut": False,
            "has_places": lookups.sources_of(by).exists(),
        }


def panel_afar(whom: Afar, *, by: Member) -> dict[str, object] | None:
    """The same on the page of what another society asked; nothing where a child searches."""
    if whom.is_for_a_child:
        return None
    may_ask = whom.transfer.state == Stand.ACCEPTED and sees_whom(by, whom)
    return {
        "rows": lookups.enquiries_of(whom.incoming),
        "sought": [(whom, lookups.called_here(whom))],
        "detained": False,
        "may_ask": may_ask,
        "shut": may_ask and lookups.may_be_detained(whom),
        "has_places": lookups.sources_of(by).exists(),
    }


def is_referred(whom: Whom) -> bool:
    """Whether the ICRC alone is asked about somebody."""
    return not isinstance(whom, lookups.Afar) and lookups.is_detained(whom.case)


def sources_for(whom: Whom, *, by: Member) -> list[Source]:
    """The places that may be asked in this search."""
    kinds = {kind for kind in SourceKind if lookups.may_be_asked(kind, whom)}
    return list(lookups.sources_of(by).filter(kind__in=kinds))


def to_say(whom: Whom) -> list[tuple[str, str]]:
    """What may be told of the person, part by part, as it is known; of another society's, as it
    was sent."""
    parts = _sent(whom) if isinstance(whom, lookups.Afar) else _parts(whom)
    return [(str(Part(part).label), words) for part, words in parts if words]


def _sent(whom: Afar) -> Iterator[tuple[Part, str]]:
    """The age no nearer than on the card: that is what a place needs."""
    copy, card = lookups.copy_of(whom.transfer), whom.transfer.card.told
    parts = copy.parts if copy else {}
    yield Part.SEX, str(Sex(card["sex"]).label)
    yield Part.AGE, str(Age(card["age"]).label)
    yield Part.NEWS, _last_heard(parts.get(Sent.NEWS) or {})
    yield Part.NAME, lookups.called_here(whom) if parts.get(Sent.NAMES) else ""


def _last_heard(news: dict[str, Any]) -> str:
    return " · ".join(filter(None, (news.get("said", ""), news.get("place", ""))))


def _parts(sought: Sought) -> Iterator[tuple[Part, str]]:
    known = people_of([sought.subject]).get(sought.subject)
    if known is None:
        return
    told = known.told
    yield Part.SEX, str(Sex(told.sex).label)
    yield Part.AGE, _age(told.birth)
    yield Part.NEWS, _last_heard(sought.last_news or {})
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
    whom = lookups.whom_asked_about(enquiry)
    result = enquiry.result["result"] if enquiry.result else None
    return {
        "enquiry": enquiry,
        **about(whom),
        "name": lookups.called_here(whom),
        "source": source,
        "referred": bool(source and source.kind in REFERRED),
        "parts": [Part(one).label for one in asked["parts"]],
        "result": Result(result).label if result else "",
        "said": lookups.said_by_place(enquiry),
        "may_answer": enquiry.answered is None and _goes_on(whom),
    }


def about(whom: Whom) -> dict[str, Any]:
    """Where a page of a question leads back to: a case of ours, or what another society asked."""
    is_afar = isinstance(whom, lookups.Afar)
    return {"sought": whom, "case": None if is_afar else whom.case, "afar": is_afar}


def _goes_on(whom: Whom) -> bool:
    return isinstance(whom, lookups.Afar) or whom.case.state not in ENDED
