"""Questions about lawful bases, and about who must not learn or must not find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.ui.countries import choices as country_choices
from kintrace.ui.countries import countries
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kintrace.network.models import Society

# Publishing is agreed to on the page about the photo, where its words are read first.
ASKED_HERE = [choice for choice in Purpose.choices if choice[0] != Purpose.PUBLISH]


class BasisForm(forms.Form):
    """What may be done, on which ground, how it was said and until when."""

    purpose = forms.ChoiceField(
        label=_("What may be done?"),
        choices=ASKED_HERE,
        widget=PickOne,
        error_messages={"required": _("Choose what may be done.")},
    )
    kind = forms.ChoiceField(
        label=_("On which ground?"),
        choices=BasisKind.choices,
        widget=PickOne,
        error_messages={"required": _("Choose the ground.")},
    )
    how = forms.ChoiceField(
        label=_("How did it come about?"),
        choices=How.choices,
        widget=PickOne,
        error_messages={"required": _("Choose how it came about.")},
    )
    until = forms.DateField(
        label=_("Until when? Leave it empty when no end was named."),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Name a later one."))
        return until

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("kind") == BasisKind.CONSENT and told.get("how") == How.WEIGHED:
            self.add_error("how", _("Consent is given by the person. Choose how it was given."))
        return told

    def terms(self) -> dict[str, Any]:
        """The keyword arguments of actions.record_basis, beside file and member."""
        told = self.cleaned_data
        return {
            "purpose": Purpose(told["purpose"]),
            "kind": BasisKind(told["kind"]),
            "how": How(told["how"]),
            "until": told["until"],
        }


class NotWithForm(forms.Form):
    """Everybody who must not learn of a person: what is taken out here may learn from now on."""

    societies = forms.MultipleChoiceField(
        label=_("Which societies must not learn of the person?"), widget=PickMany, required=False
    )
    countries = forms.MultipleChoiceField(
        label=_("Countries named so far"), widget=PickMany, required=False
    )
    country = forms.ChoiceField(
        label=_("Is there a country? No society of that country learns of the person."),
        choices=country_choices,
        required=False,
    )
    persons = forms.CharField(
        label=_("Which persons or offices? One on each line."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        required=False,
    )

    def __init__(
        self, *args: Any, circle: NotWith, societies: Iterable[Society], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial = _beginning(circle)
        named = [(str(one.pk), one.name) for one in societies]
        so_far = [(code, name) for code, name in countries() if code in circle.countries]
        self.fields["societies"].choices = named  # type: ignore[attr-defined]
        self.fields["countries"].choices = so_far  # type: ignore[attr-defined]
        if not so_far:
            del self.fields["countries"]

    def not_with(self) -> NotWith:
        told = self.cleaned_data
        lines = (line.strip() for line in told["persons"].splitlines())
        kept = {
            "societies": told["societies"],
            "countries": filter(None, [*told.get("countries", []), told["country"]]),
            "persons": filter(None, lines),
        }
        return NotWith.from_json(kept)


def _beginning(circle: NotWith) -> dict[str, Any]:
    kept = circle.to_json()
    return kept | {"persons": "\n".join(kept["persons"])}


class DoNotFindForm(forms.Form):
    """Who does not want to be found, in words that let the protection team know them again."""

    names = forms.CharField(
        label=_("What is the person called? Write every name, as the person writes it."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write at least one name.")},
    )
    born = forms.CharField(
        label=_("When was the person born, or how old is the person?"),
        max_length=200,
        required=False,
    )
    origin = forms.CharField(
        label=_("Where does the person come from?"), max_length=200, required=False
    )
    by_whom = forms.CharField(
        label=_("Who must not find the person?"),
        help_text=_("Names, or “nobody at all”. The person need not say why."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write who must not find the person.")},
    )


class EndForm(forms.Form):
    """Why an entry of the register ends."""

    because = forms.CharField(
        label=_("How do you know that the person wants this?"),
        help_text=_("Speak with the person alone. Sealed: only the protection team can read it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": _("Write how you know that the person wants this.")},
    )
