"""What the work list says of posters that hang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has
from kintrace.wall.lookups import hanging_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.network.models import Member


def posters_to_cover(member: Member) -> Iterator[Work]:
    """A face was taken down, and still looks from a wall: until somebody goes there."""
    for sheet in hanging_sheets(member) if has(member, Right.MAKE_POSTERS) else ():
        if sheet.uncovered:
            codes = ", ".join(str(spot.code) for spot in sheet.uncovered)
            words = _("Take the poster down or cover %(codes)s: %(place)s")
            said = words % {"codes": codes, "place": sheet.hanging.where}
            yield Work(said, _sheets_of(sheet.hanging.poster_id), "alert", timezone.localdate())


def posters_over(member: Member) -> Iterator[Work]:
    """Sheets that hang longer than was promised to those who are on them."""
    today = timezone.localdate()
    for sheet in hanging_sheets(member) if has(member, Right.MAKE_POSTERS) else ():
        poster = sheet.hanging.poster
        if poster.until < today:
            words = _("The time of poster %(number)d is over. Take it down: %(place)s")
            said = words % {"number": poster.number, "place": sheet.hanging.where}
            yield Work(said, _sheets_of(poster.pk), "cal", poster.until)


def _sheets_of(poster: UUID) -> str:
    return reverse("posters:poster", args=[poster]) + "#sheets"


SOURCES = (posters_to_cover, posters_over)  # of the work list
