"""What a date that was told means in the Gregorian calendar, shown before anything is done by it.

A calendar that was chosen wrongly is off by centuries or by a week; nobody sees it in the numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import steps
from kintrace.cases.forms_sought import NewsForm
from kintrace.people.calendars import Calendar
from kintrace.people.forms import BirthForm
from kintrace.people.meant import in_gregorian

if TYPE_CHECKING:
    from django.forms import Form


def days_meant(form_of_page: type[Form], answers: dict[str, list[str]]) -> str:
    """The days of the birth or the last news among these answers. "" where none were told, and for
    one Gregorian day, which says so itself."""
    if not issubclass(form_of_page, BirthForm | NewsForm):
        return ""
    return meant_by(form_of_page(steps.as_data(answers)))


def meant_by(form: BirthForm | NewsForm) -> str:
    """The same of what was typed, whatever else is wrong on its page."""
    form.is_valid()
    days = form.days()
    if days is None:
        return ""
    is_plain = form.cleaned_data.get("calendar") == Calendar.GREGORIAN and days[0] == days[1]
    return "" if is_plain else in_gregorian(days)
