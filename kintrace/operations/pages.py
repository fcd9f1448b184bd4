"""What the pages about the running of the house show."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.operations import failed, lookups, standing
from kintrace.ui import charts

if TYPE_CHECKING:
    from kintrace.operations.standing import Part

HOURS = 24


def of_status(*, whole: bool) -> dict[str, Any]:
    """The page of what works. whole: for who runs the house."""
    parts = standing.parts()
    told = {
        "parts": [(part, _figure(part)) for part in parts],
        "broken": [part for part in parts if part.well is False],
        "unknown": all(part.well is None for part in parts),
        "whole": whole,
    }
    return told | ({"chart": _chart(), "failed": failed.count_for_good()} if whole else {})


def of_failed() -> dict[str, Any]:
    """The list of jobs that failed for good, and of those that were given up."""
    return {
        "jobs": failed.for_good(),
        "number": failed.count_for_good(),
        "given_up": failed.given_up(),
    }


def _figure(part: Part) -> str:
    """The number or the time behind a part, in words."""
    number = part.number or 0
    if part.key in {"queue", "failed"} and part.number is not None:
        return ngettext("%(number)d job", "%(number)d jobs", number) % {"number": number}
    if part.key == "mail" and part.number is not None:
        words = ngettext("%(number)d letter waits", "%(number)d letters wait", number)
        return words % {"number": number}
    if part.key == "disk" and part.number is not None:
        return _("%(size)s free") % {"size": filesizeformat(number)}
    if part.key in {"backups", "anchors"}:
        when = part.moment
        return _("last: %(when)s") % {"when": date_format(when, "j M, H:i")} if when else ""
    return ""


def _chart() -> charts.Chart:
    """The most that waited in each hour of the last day; an hour without anything has no bar."""
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    hours = [now - timedelta(hours=back) for back in reversed(range(HOURS))]
    kept = {hour.begins: hour for hour in lookups.hours(hours[0])}
    cells = [(date_format(hour, "H:i"), kept[hour].ready if hour in kept else 0) for hour in hours]
    rows = [
        (date_format(hour, "j M, H:i"), [kept[hour].ready, round(kept[hour].oldest / 60)])
        for hour in reversed(hours)
        if hour in kept
    ]
    head = [_("Hour"), _("Most that waited"), _("Longest wait in minutes")]
    words = _("The most jobs that waited at once, hour by hour, in the last day.")
    title = _("Work that waited")
    drawn = charts.columns("queue", title, words, cells, charts.Table(head, rows))
    return replace(drawn, bars=[bar for bar in drawn.bars if bar.number])
