"""Places that a society may ask, and what was asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from kintrace.cases.circumstances import Reason
from kintrace.cases.enquiries import REFERRED, may_ask
from kintrace.cases.lookups.afar import Afar, Whom, home_of, still_afar
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.lookups.transfers import copy_of, transfers_about
from kintrace.cases.models import Enquiry, Source
from kintrace.cases.states import AT_WORK
from kintrace.cases.transfers import AT_WORK as SEARCHED
from kintrace.cases.transfers import Part, Stand
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case, Incoming
    from kintrace.network.models import Member


def sources_of(member: Member) -> QuerySet[Source]:
    """Those that are asked still."""
    return Source.objects.filter(society_id=member.society_id, ended=None)


def source_for(member: Member, source_id: UUID | str) -> Source:
    return get_object_or_404(sources_of(member), pk=source_id)


def enquiries_in(case: Case) -> list[Enquiry]:
    return list(Enquiry.objects.filter(sought__case=case).select_related("by", "sought"))


def enquiries_of(incoming: Incoming) -> list[Enquiry]:
    """What was asked in the search for another society."""
    return list(Enquiry.objects.filter(incoming=incoming).select_related("by"))


def enquiries_about(subject: UUID, *, society: UUID) -> list[Enquiry]:
    """What was asked about one person sought, or in the search of one enquirer."""
    own = Enquiry.objects.filter(society_id=society).select_related("sought")
    return [*own.filter(sought__subject=subject), *own.filter(sought__case__subject=subject)]


def enquiry_for(member: Member, enquiry_id: UUID) -> Enquiry:
    own = Enquiry.objects.filter(society_id=member.society_id)
    rows = own.select_related("sought__case", "incoming", "by")
    return get_object_or_404(rows, pk=enquiry_id)


def whom_asked_about(enquiry: Enquiry) -> Whom:
    """404 when another society took back what it asked, or may not share it at this moment."""
    if enquiry.sought is not None:
        return enquiry.sought
    if enquiry.incoming is None:
        raise Http404
    return still_afar(enquiry.incoming)


def enquiries_waiting(member: Member) -> QuerySet[Enquiry]:
    """Not answered yet, of searches under way, the first to be asked again first."""
    own = Enquiry.objects.filter(society_id=member.society_id, answered=None, ended=None)
    here, elsewhere = Q(sought__case__state__in=sorted(AT_WORK)), Q(incoming__state=Stand.ACCEPTED)
    rows = own.filter(here | elsewhere).select_related("sought__case", "incoming")
    return rows.order_by("due", "pk")


def waited_for(whom: Whom) -> QuerySet[Enquiry]:
    """What was asked about one person sought and is not answered yet."""
    theirs = Q(incoming=whom.incoming) if isinstance(whom, Afar) else Q(sought=whom)
    return Enquiry.objects.filter(theirs, answered=None, ended=None)


def asked_afar(subject: UUID) -> list[date]:
    """On which days a society that searches for ours asked a place about this person, or in their
    search. Which place it was, and what it said, is read there alone."""
    days: list[date] = []
    for one in transfers_about(subject):
        if one.state in SEARCHED:
            with reading_as(one.chosen_id):
                rows = Enquiry.objects.filter(incoming__transfer=one.pk)
                days += rows.values_list("day", flat=True)
    return days


def may_be_asked(kind: str, whom: Whom) -> bool:
    """Whether a place of this kind is asked about somebody. Another society’s family agrees to a
    referral there, and not here."""
    if isinstance(whom, Afar):
        return kind not in REFERRED and not may_be_detained(whom)
    return may_ask(kind, reason=whom.case.circumstances["reason"])


def may_be_detained(whom: Afar) -> bool:
    """As far as we may know: also where it was not told why the family was parted, where the
    society that asked knows it better since, and wherever a child searches."""
    copy = None if whom.is_for_a_child else copy_of(whom.transfer)
    told = copy.parts.get(Part.REASON) if copy else None
    if not told:
        return True
    with home_of(whom):
        return Reason.DETENTION in {told, whom.case.circumstances["reason"]}


def source_behind(enquiry: Enquiry) -> Source | None:
    """The place that was asked, also where nobody is asked any more."""
    own = Source.objects.filter(society_id=enquiry.society_id)
    return own.filter(pk=enquiry.asked["source"]).first()


def said_by_place(enquiry: Enquiry) -> str | None:
    """The words of the place; None while the box is shut, or nothing was said."""
    return unless_shut(lambda: enquiry.said)
