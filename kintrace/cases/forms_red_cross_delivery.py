"""Forms of a Red Cross Message where it is delivered: handed over, answered, returned."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.cases.forms_red_cross import within_the_sheet
from kintrace.cases.red_cross import LETTERS_A_LINE, LINES, Returned
from kintrace.ui.widgets import PickOne


class DeliveredForm(forms.Form):
    """When it was handed over."""

    day = asked_day(
        label=_("On which day was it handed over?"),
    )


class ReplyForm(forms.Form):
    """The answer as it stands on the second sheet."""

    text = forms.CharField(
        label=_("What stands on the answer sheet?"),
        help_text=_("Type it as it is written, in its own script. It is sealed at once."),
        max_length=4000,
        widget=forms.Textarea(
            attrs={"rows": 16, "data-lines": LINES, "data-letters": LETTERS_A_LINE}
        ),
        error_messages={"required": _("Type what stands on the sheet.")},
    )

    def clean_text(self) -> str:
        return within_the_sheet(self.cleaned_data["text"])


class ReturnForm(forms.Form):
    """Why it comes back; whether somebody lives, and what they want, is told by no choice."""

    why = forms.ChoiceField(
        label=_("Why does it come back?"),
        choices=[choice for choice in Returned.choices if choice[0] != Returned.LEFT],
        widget=PickOne,
    )
