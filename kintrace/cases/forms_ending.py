"""What is asked at a review and of a try, and before a closed case is kept longer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.retention import LONGEST_KEPT
from kintrace.cases.actions.reviews import Attempt, Reviewed
from kintrace.cases.afterwards import KeptFor
from kintrace.cases.days import asked_day
from kintrace.cases.review_words import Reach
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


def _words(**more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(max_length=4000, widget=widget, **more)


class ReviewForm(forms.Form):
    """That the case was looked at again. As it comes it says: told today, by phone."""

    day = asked_day(label=_("On which day?"))
    way = forms.ChoiceField(
        label=_("How did the family hear that the search goes on?"),
        choices=Reach.choices,
        initial=Reach.PHONE.value,
        widget=PickOne,
    )
    said = _words(
        label=_("What was said"),
        help_text=_("It goes into the box of your society at once."),
        required=False,
    )
    comes = _words(
        label=_("What is to be done next?"), help_text=_("Sealed into the box."), required=False
    )

    def review(self) -> Reviewed:
        return Reviewed(**self.cleaned_data)


class TriedForm(forms.Form):
    """What was tried in a search."""

    day = asked_day(label=_("On which day?"))
    place = forms.CharField(
        label=_("Where, or in which register?"),
        help_text=_("For example: the market of a town, a hospital, a list of a camp. Sealed."),
        max_length=120,
    )
    words = _words(
        label=_("What was tried, and what came of it?"),
        help_text=_("That somebody was found is written down on the page of the person sought."),
    )

    def attempt(self) -> Attempt:
        return Attempt(**self.cleaned_data)
