"""What is asked about a desk. All of it is public, and people travel to it: it must be usable."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.ui import countries, tongues
from kintrace.ui.widgets import Phone, PickMany

LINK = re.compile(r"https?:|www\.|@", re.IGNORECASE)
NUMBER = re.compile(r"\+[0-9 ().-]{5,38}\Z|[0-9 ]{3,7}\Z")  # with its country, or a short one


def has_no_link(text: str) -> None:
    """A printed page and a borrowed phone open no link, and a copied one may lead astray."""
    if LINK.search(text):
        raise forms.ValidationError(
            _("Write it out in words. Links and e-mail addresses are not shown.")
        )


def is_one_line(text: str) -> None:
    """Hours stand in one line beside the clock."""
    if "\n" in text:
        raise forms.ValidationError(_("Write the hours in one line."))


def says_when(text: str) -> None:
    """Hours name a time; a desk without fixed ones says that one should call first."""
    if text and not any(sign.isdecimal() for sign in text):
        raise forms.ValidationError(
            _("Write days and times in numbers, such as “Monday to Friday 9:00 to 17:00”.")
        )


class DeskForm(forms.Form):
    """A desk as everybody will see it."""

    name = forms.CharField(label=_("Name of the place"), max_length=120, validators=[has_no_link])
    country = forms.ChoiceField(
        label=_("Country"),
        help_text=_("Leave it empty if the place is in the country of your society."),
        required=False,
        choices=countries.choices,
    )
    address = forms.CharField(
        label=_("Address"),
        help_text=_("As people ask for it in the street. A landmark helps."),
        max_length=400,
        required=False,
        validators=[has_no_link],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    hours = forms.CharField(
        label=_("Opening hours"),
        help_text=_("Leave it empty if there are none: then we say that one should call first."),
        max_length=200,
        required=False,
        validators=[has_no_link, is_one_line, says_when],
    )
    phone = forms.CharField(
        label=_("Phone"),
        help_text=_("With + and the number of the country: people call from other countries."),
        max_length=40,
        required=False,
        widget=Phone(),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken here"),
        choices=tongues.choices,
        widget=PickMany(),
        required=False,
    )

    def clean_phone(self) -> str:
        """A number that can be called from abroad, or a short one of the country."""
        phone: str = self.cleaned_data["phone"]
        if phone and not NUMBER.match(phone):
            raise forms.ValidationError(
                _("Write the number with + and the number of the country, such as +43 1 234 56 78.")
            )
        return phone

    def clean(self) -> dict[str, Any]:
        """A place that can neither be visited nor called helps nobody."""
        said = super().clean() or self.cleaned_data
        reachable = said.get("address") or said.get("phone") or self.errors
        if not reachable:
            raise forms.ValidationError(_("Give an address or a phone number, or both."))
        return said
