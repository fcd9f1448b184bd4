"""What may be typed onto an index card."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OnCardForm(forms.Form):
    """Empty, nothing of it stands there."""

    mother = forms.CharField(label=_("Mother’s name"), max_length=300, required=False)
