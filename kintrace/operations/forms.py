"""Why a job that failed is left undone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.operations.failed import WhyGivenUp
from kintrace.ui.widgets import PickOne


class GiveUpForm(forms.Form):
    """One of three reasons; no words, for a job is about somebody."""

    why = forms.ChoiceField(
        label=_("Why need nobody do it any more?"),
        choices=WhyGivenUp.choices,
        widget=PickOne,
    )
