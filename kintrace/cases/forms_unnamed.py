"""The card of a body or grave that nobody could name. It asks for no picture and takes none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.cases.unnamed import Card, Ended, Found, HeldBy
from kintrace.network.seen import SeenForm
from kintrace.people.forms import DigitsField
from kintrace.people.told import Sex
from kintrace.ui.countries import choices as country_choices
from kintrace.ui.direction import isolated
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kintrace.cases.lookups import EventLine
    from kintrace.cases.models import Event


class CardForm(SeenForm):
    """What is seen, where and when, and who holds it."""

    kind = forms.ChoiceField(label=_("What was found?"), choices=Found.choices, widget=PickOne)
    sex = forms.ChoiceField(
        label=_("Sex, as far as it can be seen"), choices=Sex.choices, widget=PickOne
    )
    youngest = DigitsField(label=_("Age: not younger than"), required=False)
    oldest = DigitsField(label=_("Age: not older than"), required=False)
    place = forms.CharField(label=_("Where was it found?"), max_length=200)
    country = forms.ChoiceField(
        label=_("Country, or the nearest one"), choices=country_choices, required=False
    )
    at_sea = forms.BooleanField(label=_("In the sea, or on a coast"), required=False)
    day = asked_day(
        label=_("On which day was it found?"),
        initial=None,
    )
    marks = forms.CharField(
        label=_("Marks, clothes and things that were with the person"),
        help_text=_("In words. A picture is never kept here."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    held_by = forms.ChoiceField(
        label=_("Who looks after it now?"), choices=HeldBy.choices, widget=PickOne
    )
    held = forms.CharField(
        label=_("Which one, and under which number?"), max_length=300, required=False
    )
    event = forms.ChoiceField(label=_("Does it belong to an event?"), required=False)

    def __init__(self, *args: Any, events: Sequence[EventLine] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.events = {str(line.event.pk): line.event for line in events}
        self.fields["event"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((str(line.event.pk), isolated(line.happened.called)) for line in events),
        ]

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        youngest, oldest = given.get("youngest"), given.get("oldest")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("oldest", _("The higher age lies below the lower one."))
        return given

    def written(self) -> dict[str, Any]:
        """The keyword arguments of unnamed.write_card beside the member."""
        given = self.cleaned_data
        names = ("kind", "sex", "youngest", "oldest", "place", "country", "at_sea", "day")
        card = Card(**{name: given[name] for name in names}, held_by=given["held_by"])
        words = {name: given[name] for name in ("marks", "held")}
        return {"card": card, "words": words, "event": self._event()}

    def _event(self) -> Event | None:
        return self.events.get(self.cleaned_data["event"])


class EndForm(forms.Form):
    why = forms.ChoiceField(label=_("Why does it end?"), choices=Ended.choices, widget=PickOne)
