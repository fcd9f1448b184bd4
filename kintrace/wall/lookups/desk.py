"""What the staff side reads: only inside `reading_as`, only of the member's own society."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.network.lookups import agreed_to_look
from kintrace.protection.lookups import may
from kintrace.protection.purposes import Purpose, Scope
from kintrace.vault import safe_files
from kintrace.vault.reader import BoxIsShut, reader_in_force, reading_as
from kintrace.wall.models import Face, Message, Notice, Removal, Review

if TYPE_CHECKING:
    from kintrace.network.models import Member


def notices(member: "Member", *states: str) -> list[Notice]:
    """The society's publications in these states (all that are under way, if none is named)."""
    own = Notice.objects.filter(society_id=member.society_id).order_by("made")
    return list(own.filter(state__in=states or Notice.UNDER_WAY))


def notice_for(member: "Member", notice_id: UUID) -> Notice:
    """The publication, or 404: the same for absent and for another society's."""
    return get_object_or_404(Notice, pk=notice_id, society_id=member.society_id)


def notice_of(subject: UUID) -> Notice | None:
    """The newest publication of this person, whatever its state."""
    return Notice.objects.filter(subject=subject).order_by("-made").first()


def not_ended() -> frozenset[UUID]:
    """Of whom a photo hangs at the reader's society, or is proposed to hang."""
    rows = Notice.objects.filter(society_id=reader_in_force().society)
    return frozenset(rows.exclude(state__in=Notice.ENDED).values_list("subject", flat=True))


def first_reason(notice: Notice) -> str:
    """Why the first of two signed for a child; "" while the protection box is shut."""
    try:
        return notice.signed_because or ""
    except BoxIsShut:
        return ""


def notice_of_face(member: "Member", face: UUID | None) -> Notice | None:
    """The society's publication that this face is or was; None where a message names no face."""
    if face is None:
        return None
    return Notice.objects.filter(society_id=member.society_id, face=face).first()


def notice_naming(member: "Member", face: UUID) -> Notice:
    """The society's publication that this face is or was, or 404: whom a caller speaks of."""
    return get_object_or_404(Notice, society_id=member.society_id, face=face)


def notices_of_faces(member: "Member", faces: set[UUID]) -> dict[UUID, Notice]:
    """The society's publications by face, for a list of messages."""
    own = Notice.objects.filter(society_id=member.society_id, face__in=faces)
    return {notice.face: notice for notice in own if notice.face}


def every_notice_of(subject: UUID) -> list[Notice]:
    """All publications of this person, oldest first."""
    return list(Notice.objects.filter(subject=subject).order_by("made"))


def kept_among(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many subjects of whom the reader's society keeps a publication, or what they told:
    who calls is informed under the number of the message."""
    society, wanted = reader_in_force().society, list(subjects)
    shown = Notice.objects.filter(society_id=society, subject__in=wanted)
    told = Message.objects.filter(society_id=society, pk__in=wanted)
    return frozenset([*shown.values_list("subject", flat=True), *told.values_list("pk", flat=True)])


def live_faces(society: UUID) -> list[Face]:
    """The faces a society has on the wall."""
    return list(Face.objects.filter(society_id=society))


def count_live(society: UUID) -> int:
    """How many faces a society has on the wall."""
    return Face.objects.filter(society_id=society).count()


def wishes(member: "Member") -> list[Removal]:
    """Wishes without a code of these days, about faces of the society that still stand.

    One for each face: danger before a mere wish, and one that hid the face before one that did not.
    """
    own = Removal.objects.filter(society_id=member.society_id).exclude(kind=Removal.Kind.PROVEN)
    standing = own.filter(face__in=Face.objects.values("pk"))
    by_face: dict[UUID, Removal] = {}
    for wish in standing.order_by("-kind", "may_rest", "-day"):  # danger, hidden by it: last
        by_face[wish.face] = wish
    return list(by_face.values())


def picture_of(notice: Notice, key: str = "320.jpg") -> bytes:
    """A clean picture of a proposed or live face ("160.webp" … "960.jpg", "original"), or 404."""
    try:
        return safe_files.fetch(file=notice.file, name=key)
    except (FileNotFoundError, ValueError):
        raise Http404 from None


# --- laid before a partner ---


def reviews_for(member: "Member") -> list[Review]:
    """What partner societies laid before the member's own, the oldest first.

    What the person must not be shown to any more (a hold, `not_with`) is not there.
    """
    laid = Review.objects.filter(partner_id=member.society_id, until__gte=timezone.localdate())
    return [paper for paper in laid.order_by("asked") if _may_be_seen(paper)]


def review_for(member: "Member", review_id: UUID) -> Review:
    """One of them, or 404: the same for absent, recalled, over and another's."""
    paper = next((one for one in reviews_for(member) if one.pk == review_id), None)
    if paper is None:
        raise Http404
    return paper


def review_of(notice: Notice) -> Review | None:
    """What was laid before a partner about this publication, for the society that asked."""
    return Review.objects.filter(notice=notice.pk, society_id=notice.society_id).first()


def _may_be_seen(paper: Review) -> bool:
    with reading_as(paper.society_id):
        notice = Notice.objects.filter(pk=paper.notice, state=Notice.State.CLEARED).first()
        if notice is None or not agreed_to_look(paper.society_id, paper.partner_id):
            return False
        with_ = paper.partner_id
        return bool(may(notice.subject, Purpose.PUBLISH, scope=Scope.WALL, with_=with_))


def review_picture(paper: Review) -> bytes:
    """The one picture of the paper, by the partner's own slot."""
    try:
        return safe_files.fetch(file=paper.file, name="320.jpg")
    except FileNotFoundError:
        raise Http404 from None
