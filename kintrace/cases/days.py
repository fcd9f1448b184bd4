"""Days on our pages: asked for in a form, and written out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format


def asked_day(label: Any, *, initial: Any = timezone.localdate, **more: Any) -> forms.DateField:
    """The field of a day; today stands in it, unless another one or none is given."""
    picker = forms.DateInput(attrs={"type": "date"})
    return forms.DateField(label=label, initial=initial, widget=picker, **more)


def on(day: date | str) -> str:
    """The day written out: of a moment the day it has here, of sealed values as they keep it."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return date_format(timezone.localdate(day) if isinstance(day, datetime) else day, "j F Y")
