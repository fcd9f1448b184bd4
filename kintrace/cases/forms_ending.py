"""The question before a closed case is kept longer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.retention import LONGEST_KEPT
from kintrace.cases.afterwards import KeptFor
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from datetime import date


class KeepForm(forms.Form):
    """Why, and until when; a year after the last day at most."""

    because = forms.ChoiceField(
        label=_("Why is it needed still?"), choices=KeptFor.choices, widget=PickOne
    )
    until = forms.DateField(
        label=_("Until which day?"),
        help_text=_("A year after its last day at most, and only once."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, last: date | None, **more: Any) -> None:
        """`last`: the last day as it stands; None for a case that is open."""
        super().__init__(*args, **more)
        self.last = last

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if self.last and not self.last < until <= self.last + LONGEST_KEPT:
            raise forms.ValidationError(
                _("Choose a day between %(first)s and %(longest)s.")
                % {
                    "first": (self.last + timedelta(days=1)).isoformat(),
                    "longest": (self.last + LONGEST_KEPT).isoformat(),
                }
            )
        return until
