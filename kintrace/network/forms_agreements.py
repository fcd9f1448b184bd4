"""What is asked when two societies agree, and when that ends."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kintrace.network import lookups
from kintrace.network.access import Right, has
from kintrace.network.words import SharingPurpose
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from datetime import date

    from kintrace.network.models import Member, SharingAgreement


class AgreementForm(forms.Form):
    """Whose photos, who looks, for what and until when. An officer speaks for the own society."""

    giver = forms.ChoiceField(label=_("Whose photos?"))
    taker = forms.ChoiceField(label=_("Which society looks at them?"))
    purposes = forms.MultipleChoiceField(
        label=_("What for?"),
        choices=SharingPurpose.choices,
        widget=PickMany(),
        initial=[SharingPurpose.SECOND_EYE],
    )
    until = forms.DateField(
        label=_("Until which day?"),
        help_text=_("Left empty, it holds until one of the two ends it."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, by: "Member", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.societies = {str(one.pk): one for one in lookups.every_society()}
        office = has(by, Right.MANAGE_SOCIETIES)
        givers = self.societies.values() if office else [by.society]
        self.fields["giver"].choices = _named(givers)  # type: ignore[attr-defined]
        takers = self.societies.values()
        own = None if office else by.society_id
        self.fields["taker"].choices = _named(  # type: ignore[attr-defined]
            one for one in takers if one.pk != own
        )

    def clean_until(self) -> "date | None":
        until: date | None = self.cleaned_data["until"]
        if until is not None and until < timezone.localdate():
            raise forms.ValidationError(gettext("This day is over."))
        return until

    def agreed(self) -> dict[str, Any]:
        """What was agreed, for the action."""
        said = self.cleaned_data
        return {
            "giver": self.societies[said["giver"]],
            "taker": self.societies[said["taker"]],
            "purposes": said["purposes"],
            "until": said["until"],
        }


class EndAgreementForm(forms.Form):
    """Which agreement ends."""

    agreement = forms.ChoiceField(label=_("Which agreement ends?"), widget=PickOne())

    def __init__(self, *args: Any, agreements: "list[SharingAgreement]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in agreements}
        self.fields["agreement"].choices = [  # type: ignore[attr-defined]
            (key, _between(one)) for key, one in self.known.items()
        ]

    def chosen(self) -> "SharingAgreement":
        return self.known[self.cleaned_data["agreement"]]


def _between(agreement: "SharingAgreement") -> str:
    return gettext("%(taker)s looks at photos of %(giver)s") % {
        "taker": agreement.taker.name,
        "giver": agreement.giver.name,
    }


def _named(societies: Any) -> "list[tuple[str, str]]":
    return [(str(one.pk), one.name) for one in societies]
