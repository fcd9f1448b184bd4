"""A window of days in words, for who counts by another calendar than the one it was said in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from kintrace.people.calendars import Days


def in_gregorian(days: Days) -> str:
    """From the first day to the last, or the one day that it is."""
    start, end = (date_format(day, "j F Y") for day in days)
    return start if start == end else _("%(start)s – %(end)s") % {"start": start, "end": end}
