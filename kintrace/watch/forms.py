"""Why more must be read; what was done about an alarm; when the society works."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import PickMany
from kintrace.watch.hours import OfWork

DAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


class ReasonForm(forms.Form):
    """Why a member has to go on."""

    words = forms.CharField(
        label=_("Why do you need to open so much today?"),
        help_text=_(
            "Write what you are doing, and no name of a person. Your data-protection officer "
            "reads it."
        ),
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerForm(forms.Form):
    """What an alarm was about."""

    note = forms.CharField(
        label=_("What was it, and what did you do?"),
        help_text=_(
            "For example: I called the member, and it was the yearly review of old cases. Write "
            "no name of a person we serve."
        ),
        min_length=10,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class HoursForm(forms.Form):
    """When somebody is at work."""

    zone = forms.ChoiceField(label=_("Whose clock?"), choices=[])
    days = forms.TypedMultipleChoiceField(
        label=_("On which days do you work?"), choices=DAYS, coerce=int, widget=PickMany
    )
    opens = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"dir": "ltr"}))
    closes = forms.TimeField(label=_("Until"), widget=forms.TimeInput(attrs={"dir": "ltr"}))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        zones = [(name, name) for name in sorted(available_timezones())]
        self.fields["zone"].choices = zones  # type: ignore[attr-defined]

    @classmethod
    def beginning(cls, hours: OfWork) -> dict[str, Any]:
        """What the form shows first."""
        return {
            "zone": hours.zone,
            "days": hours.days,
            "opens": f"{hours.opens:%H:%M}",
            "closes": f"{hours.closes:%H:%M}",
        }

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        opens, closes = told.get("opens"), told.get("closes")
        if opens and closes and opens >= closes:
            self.add_error("closes", _("The day ends after it begins. Write a later time."))
        return told

    def hours(self) -> OfWork:
        told = self.cleaned_data
        return OfWork(told["zone"], tuple(sorted(told["days"])), told["opens"], told["closes"])
