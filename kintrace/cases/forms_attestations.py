"""Forms of certificates: asked for, and withdrawn."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.cases.certificate_words import Because
from kintrace.ui.widgets import PickOne


class AskForAttestationForm(forms.Form):
    """In which language, and that the person knows what the paper tells."""

    language = forms.ChoiceField(
        label=_("In which language?"),
        help_text=_("Choose the language of the people who will read it."),
        choices=settings.LANGUAGES,
    )
    knows = forms.BooleanField(
        label=_(
            "The person asked for it, and knows: whoever reads it learns that the person searches "
            "for family with us."
        ),
        error_messages={"required": _("Say this to the person first.")},
    )


class WithdrawAttestationForm(forms.Form):
    """Why the code is valid no more."""

    because = forms.ChoiceField(
        label=_("Why is it withdrawn?"),
        choices=[one for one in Because.choices if one[0] != Because.ENDED],
        widget=PickOne,
    )
