"""Places that a society may ask, and what was asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import Enquiry, Source
from kintrace.cases.states import AT_WORK

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member


def sources_of(member: Member) -> QuerySet[Source]:
    """Those that are asked still."""
    return Source.objects.filter(society_id=member.society_id, ended=None)


def source_for(member: Member, source_id: UUID | str) -> Source:
    return get_object_or_404(sources_of(member), pk=source_id)


def enquiries_in(case: Case) -> list[Enquiry]:
    return list(Enquiry.objects.filter(sought__case=case).select_related("by", "sought"))


def enquiries_about(subject: UUID, *, society: UUID) -> list[Enquiry]:
    """What was asked about one person sought, or in the search of one enquirer."""
    own = Enquiry.objects.filter(society_id=society).select_related("sought")
    return [*own.filter(sought__subject=subject), *own.filter(sought__case__subject=subject)]


def enquiry_for(member: Member, enquiry_id: UUID) -> Enquiry:
    own = Enquiry.objects.filter(society_id=member.society_id)
    return get_object_or_404(own.select_related("sought__case", "by"), pk=enquiry_id)


def enquiries_waiting(member: Member) -> QuerySet[Enquiry]:
    """Not answered yet, of searches under way, the first to be asked again first."""
    own = Enquiry.objects.filter(society_id=member.society_id, answered=None, ended=None)
    at_work = own.filter(sought__case__state__in=sorted(AT_WORK))
    return at_work.select_related("sought__case").order_by("due", "pk")


def waited_for(sought: Sought) -> QuerySet[Enquiry]:
    """What was asked about one person sought and is not answered yet."""
    return Enquiry.objects.filter(sought=sought, answered=None, ended=None)


def source_behind(enquiry: Enquiry) -> Source | None:
    """The place that was asked, also where nobody is asked any more."""
    own = Source.objects.filter(society_id=enquiry.society_id)
    return own.filter(pk=enquiry.asked["source"]).first()


def said_by_place(enquiry: Enquiry) -> str | None:
    """The words of the place; None while the box is shut, or nothing was said."""
    return unless_shut(lambda: enquiry.said)
