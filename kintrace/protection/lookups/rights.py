"""The only door to what people and authorities asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from kintrace.network.access import Right, has
from kintrace.protection.models import AuthorityRequest, RightsRequest
from kintrace.protection.rights import Kind
from kintrace.vault.reader import BoxIsShut, reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member

# What an officer may do anyway; a copy, an erasure and a refusal are for the DPO.
BY_OFFICERS = frozenset({Kind.CORRECTION, Kind.OBJECTION, Kind.WITHDRAWAL})


def requests(member: Member) -> QuerySet[RightsRequest]:
    """What this member may see. What may come from an offender is for the DPO alone."""
    found = RightsRequest.objects.filter(society_id=member.society_id).select_related("handler")
    seen = found if has(member, Right.GUARD_RIGHTS) else found.filter(suspicious=False)
    return seen.order_by("due", "pk")


def open_requests(member: Member) -> list[RightsRequest]:
    """The first to be answered first."""
    return list(requests(member).filter(state=RightsRequest.State.OPEN))


def ended_requests(member: Member) -> list[RightsRequest]:
    """What was answered or refused, the newest first."""
    ended = requests(member).exclude(state=RightsRequest.State.OPEN)
    return list(ended.order_by("-answered", "pk"))


def request_for(member: Member, request_id: UUID) -> RightsRequest:
    """A request this member may see, or 404: the same for absent, foreign and suspicious."""
    found = requests(member).filter(pk=request_id).first()
    if found is None:
        raise Http404
    return found


def requests_about(member: Member, subject: UUID) -> list[RightsRequest]:
    return list(requests(member).filter(subject=subject, state=RightsRequest.State.OPEN))


def every_request(subject: UUID) -> QuerySet[RightsRequest]:
    """All requests about a subject in the reader's society, whoever may see them."""
    society = reader_in_force().society
    return RightsRequest.objects.filter(society_id=society, subject=subject)


def may_answer(request: RightsRequest, *, by: Member) -> bool:
    """Whether it is this member's to answer."""
    if has(by, Right.GUARD_RIGHTS):
        return True
    return has(by, Right.ANSWER_RIGHTS) and request.kind in BY_OFFICERS


def open_for_ringing() -> list[RightsRequest]:
    """Every open request of the reader's society, locked: the machine asks, whoever may see it."""
    own = RightsRequest.objects.filter(society_id=reader_in_force().society)
    found = own.filter(state=RightsRequest.State.OPEN).select_for_update()
    return list(found.order_by("due", "pk"))


def waiting_for(member: Member) -> list[RightsRequest]:
    """Open requests in which this member has something to do next."""
    return [one for one in open_requests(member) if _is_theirs(one, member)]


def _is_theirs(request: RightsRequest, member: Member) -> bool:
    if may_answer(request, by=member):
        return True
    lacks_boxed = request.kind == Kind.ACCESS and not request.has_boxed
    return lacks_boxed and has(member, Right.READ_INBOX)


def sealed_words(request: RightsRequest) -> dict[str, str]:
    """What lies in the protection box, by name; "" for what is not there or cannot be read."""
    names = ("identity", "longer_because", "outcome")
    return {name: _opened(request, name) for name in names}


def boxed_lines(request: RightsRequest) -> list[list[str]]:
    """What was added from the inbox. Raises BoxIsShut."""
    return list(request.boxed or [])


def requests_to_forget(*, answered_before: date) -> QuerySet[RightsRequest]:
    society = reader_in_force().society
    return RightsRequest.objects.filter(society_id=society, answered__date__lt=answered_before)


def answered_about(subject: UUID) -> list[RightsRequest]:
    """Answered requests of a person in the reader's society: what a clock runs for."""
    own = RightsRequest.objects.filter(society_id=reader_in_force().society, subject=subject)
    return list(own.exclude(answered=None))


# --- authorities ---


def authorities(member: Member) -> list[AuthorityRequest]:
    """The register, the newest first."""
    return list(_register(member).order_by("-received", "-written"))


def authority_for(member: Member, request_id: UUID) -> AuthorityRequest:
    found = _register(member).filter(pk=request_id).first()
    if found is None:
        raise Http404
    return found


def authority_words(request: AuthorityRequest) -> dict[str, str]:
    """What lies in the protection box, by name; "" for what is not there or cannot be read."""
    return {name: _opened(request, name) for name in ("asked", "ground", "advice")}


def authorities_to_forget(*, received_before: date) -> QuerySet[AuthorityRequest]:
    society = reader_in_force().society
    return AuthorityRequest.objects.filter(society_id=society, received__lt=received_before)


def _register(member: Member) -> QuerySet[AuthorityRequest]:
    return AuthorityRequest.objects.filter(society_id=member.society_id)


def _opened(row: RightsRequest | AuthorityRequest, name: str) -> str:
    try:
        return str(getattr(row, name) or "")
    except BoxIsShut:
        return ""
