"""Questions to hospitals, registers and the ICRC: which place, on which ground, what it is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.cases.enquiries import Ask, Part, Result, SourceKind
from kintrace.network.seen import SeenForm
from kintrace.protection.purposes import BasisKind, How
from kintrace.ui.countries import choices as country_choices
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kintrace.cases.models import Source

ASK_AGAIN = timedelta(days=14)


def _later() -> date:
    return timezone.localdate() + ASK_AGAIN


class SourceForm(SeenForm):
    """A place of the society's."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=SourceKind.choices, widget=PickOne)
    name = forms.CharField(label=_("What is it called?"), max_length=200)
    country = forms.ChoiceField(label=_("Country, or the nearest one"), choices=country_choices)
    how = forms.CharField(
        label=_("How is it asked?"),
        help_text=_("Which desk, by which way, what it wants to see. No name of a person."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AskForm(forms.Form):
    """One question to one place."""

    source = forms.ChoiceField(label=_("Which place do you ask?"), widget=PickOne)
    ground = forms.ChoiceField(
        label=_("On which ground?"),
        help_text=_("The person cannot be asked: weigh what it helps against what it may harm."),
        choices=[
            (BasisKind.VITAL_INTEREST, _("Life or health may hang on it")),
            (BasisKind.PUBLIC_INTEREST, _("To bring a family together, and nobody is in danger")),
        ],
        widget=PickOne,
    )
    parts = forms.MultipleChoiceField(
        label=_("What is the place told?"),
        help_text=_("As little as it needs. The name only where life or health may hang on it."),
        choices=Part.choices,
        widget=PickMany,
    )
    day = asked_day(_("On which day is it asked?"))
    due = asked_day(_("If no answer comes: when do you ask again?"), initial=_later)

    def __init__(self, *args: Any, sources: Sequence[Source] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.name) for one in sources
        ]

    def ask(self) -> Ask:
        given = self.cleaned_data
        parts = tuple(given["parts"])
        return Ask(given["source"], given["ground"], parts, given["day"], given["due"])


class ReferForm(AskForm):
    """Somebody is detained: the ICRC is told, as the person who searches agreed."""

    ground = None  # type: ignore[assignment]
    parts = None  # type: ignore[assignment]
    how = forms.ChoiceField(
        label=_("How did the person who searches agree?"), choices=How.choices[:3], widget=PickOne
    )

    def ask(self) -> Ask:
        given = self.cleaned_data
        day, due = given["day"], given["due"]
        return Ask(given["source"], BasisKind.CONSENT, tuple(Part.values), day, due, given["how"])


class AnswerForm(forms.Form):
    """What the place said."""

    day = asked_day(_("On which day did the answer come?"))
    result = forms.ChoiceField(label=_("What came of it?"), choices=Result.choices, widget=PickOne)
    said = forms.CharField(
        label=_("What they said"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
