"""A member checks what somebody told of themself, and writes it down by its parts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.came_forward import Described
from kintrace.cases.came_forward import Beside, Ended
from kintrace.cases.forms import LANGUAGES, PersonForm, QuietForm
from kintrace.protection.purposes import How
from kintrace.ui.widgets import PickMany, PickOne
from kintrace.wall.relations import Who

QUIET = "quiet"  # its own prefix: both forms ask for a country


class DescribedForm(PersonForm):
    """Who somebody is. It begins with what they wrote; whole names are parted here."""

    languages = forms.MultipleChoiceField(
        label=_("Languages the person speaks well"),
        choices=LANGUAGES,
        widget=PickMany,
        required=False,
    )
    mother = forms.CharField(label=_("Mother’s name"), max_length=300, required=False)
    kin = forms.MultipleChoiceField(
        label=_("Who may be looking for the person?"),
        choices=Who.choices,
        widget=PickMany(pictos={one.value: one.value for one in Who}),
        required=False,
    )
    kin_names = forms.CharField(label=_("Their names"), max_length=300, required=False)
    together = forms.CharField(
        label=_("Where and when they were last together"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, data: Any = None, *, initial: Any = None, feared: Any = None, **more: Any
    ) -> None:
        super().__init__(data, initial=initial, **more)
        self.quiet = QuietForm(data, initial=feared, prefix=QUIET)

    def is_valid(self) -> bool:
        """Both at once, so that every mistake is told."""
        return all([super().is_valid(), self.quiet.is_valid()])

    def described(self) -> Described:
        given = self.cleaned_data
        beside = Beside(
            mother=given["mother"],
            kin=tuple(given["kin"]),
            kin_names=given["kin_names"],
            together=given["together"],
        )
        return Described(self.told(), beside, self.quiet.not_with())


class EndForm(forms.Form):
    why = forms.ChoiceField(label=_("Why does it end?"), choices=Ended.asked, widget=PickOne)


class LongerForm(forms.Form):
    how = forms.ChoiceField(
        label=_("How did the person say that we go on?"),
        choices=[(one.value, one.label) for one in (How.PHONE, How.SPOKEN, How.WRITTEN)],
        widget=PickOne,
    )
