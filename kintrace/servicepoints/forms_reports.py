"""Which report is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from kintrace.servicepoints.reports import Choice


class ReportForm(forms.Form):
    """A month, and whose numbers."""

    month = forms.ChoiceField(label=_("Month"))
    whose = forms.ChoiceField(label=_("Whose numbers"), required=False)

    def __init__(self, *args: Any, choice: Choice, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["month"].choices = choice.months  # type: ignore[attr-defined]
        self.fields["whose"].choices = choice.whose  # type: ignore[attr-defined]
