"""What the work list says of services nearby that nobody confirmed lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext

from kintrace.cases.neighbours import Work
from kintrace.directory.lookups import due_by_place
from kintrace.directory.shown import words_of
from kintrace.network.access import Right, has
from kintrace.ui.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member


def services_to_confirm(member: Member) -> Iterator[Work]:
    """One line a place: who calls there asks about all of them in a row."""
    for place, number, due in due_by_place(member) if has(member, Right.CONFIRM_LISTINGS) else ():
        words = ngettext(
            "Ask whether %(number)d service near %(place)s is still as it stands.",
            "Ask whether %(number)d services near %(place)s are still as they stand.",
            number,
        )
        said = words % {"number": number, "place": isolated(words_of(place))}
        url = f"{reverse('listings:list')}?place={place.pk}&due=on"
        yield Work(said, url, "tent", due)


SOURCES = (services_to_confirm,)
