"""Days on our pages: asked for in a form, and written out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format


def asked_day(label: Any, *, initial: Any = timezone.localdate, **more: Any) -> forms.DateField:
    """The field of a day; today stands in it, unless another one or none is given."""
    picker = forms.DateInput(attrs={"type": "date"})
    return forms.DateField(label=label, initial=initial, widget=picker, **more)


def on(day: date | str) -> str:
    """The day written out; one of sealed values comes as they keep it."""
    return date_format(date.fromisoformat(day) if isinstance(day, str) else day, "j F Y")
