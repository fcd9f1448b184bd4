"""What pages show of papers and recordings, and how their bytes are given back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.file_words import MIME, MOST, SOUND, Media
from kintrace.cases.states import AT_WORK
from kintrace.cases.timeline import Happening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Case, CaseFile
    from kintrace.network.models import Member
    from kintrace.vault.safe_parts import Kept

_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")
# Whatever a file holds: it asks for nothing, runs nothing and stands in no page of ours.
ALONE = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Panel:
    """On the page of a case: which papers and recordings there are."""

    template = "cases/files.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        del by
        rows = [line(one) for one in lookups.files_of(case)]
        room = len(rows) < MOST
        return {"case": case, "rows": rows, "may_put": room and case.state in AT_WORK}


def line(row: CaseFile) -> dict[str, Any]:
    return {
        "file": row,
        "about": lookups.called(row.sought) if row.sought else "",
        "note": lookups.note_to(row),
    }


def happened(case: Case, _by: Member) -> Iterator[Happening]:
    """For the timeline: what was put to the case and still lies there, with the note to it."""
    for row in lookups.files_of(case):
        said = _("Put to the case: %(kind)s.") % {"kind": row.get_kind_display()}
        yield Happening(row.at, said, row.by.name if row.by else "", lookups.note_to(row) or "")


def shown(row: CaseFile) -> dict[str, Any]:
    """The context of the page of one file."""
    media = Media(row.media)
    return {
        **line(row),
        "case": row.case,
        "is_picture": media == Media.PICTURE,
        "is_sound": media in SOUND,
    }


def answer(row: CaseFile, *, wanted: str = "") -> HttpResponse:
    """The bytes; of sound only those wanted (a Range header), for who listens jumps about.

    Raises BoxIsShut, KeyNotAtHand, FileNotFoundError.
    """
    media, kept = Media(row.media), lookups.bytes_of(row)
    part = _RANGE.fullmatch(wanted) if media in SOUND else None
    response = _part(kept, part) if part else HttpResponse(kept.read())
    response["Content-Type"] = MIME[media]
    response["Content-Security-Policy"] = ALONE
    if media == Media.PDF:
        response["Content-Disposition"] = 'attachment; filename="file.pdf"'
    if media in SOUND:
        response["Accept-Ranges"] = "bytes"
    return response


def _part(kept: Kept, wanted: re.Match[str]) -> HttpResponse:
    size, first = kept.size(), int(wanted[1])
    last = min(int(wanted[2] or size), size - 1)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    where = f"bytes {first}-{last}/{size}"
    part = kept.read(first, last + 1)
    return HttpResponse(part, status=206, headers={"Content-Range": where})
