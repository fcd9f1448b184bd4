"""What the staff side reads: only inside `reading_as`, only of the member's own society."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from kintrace.vault import safe_files
from kintrace.wall.models import Face, Notice

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


def live_faces(society: UUID) -> list[Face]:
    """The faces a society has on the wall."""
    return list(Face.objects.filter(society_id=society))


def picture_of(notice: Notice, key: str = "320.jpg") -> bytes:
    """A clean picture of a proposed or live face ("160.webp" … "960.jpg", "original"), or 404."""
    try:
        return safe_files.fetch(file=notice.file, name=key)
    except (FileNotFoundError, ValueError):
        raise Http404 from None
