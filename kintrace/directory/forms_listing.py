"""What a member is asked about a service. All of it is public, and people walk to it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.directory import hours, told
from kintrace.directory.forms import InLanguages
from kintrace.directory.kinds import ICONS, Kind, State
from kintrace.network.forms_desks import NUMBER, has_no_link
from kintrace.ui import tongues
from kintrace.ui.widgets import Phone, PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.forms import BoundField

    from kintrace.directory.models import Listing

PHONES, ROWS = 2, 3  # asked at least; what stands already is asked again
# By the name of the field: what it asks, and how long it may be.
TEXTS: dict[str, tuple[Any, int]] = {
    "names": (_("What it is called"), 120),
    "about": (_("In one or two short sentences: for whom, and what to bring"), 300),
    "fees": (_("What it costs, in words"), 120),
    "access": (_("How one gets in: steps, a lift, which bell"), 200),
}
FEES = [
    ("free", _("It is free")),
    ("paid", _("It costs something")),
    ("", _("I do not know")),
]


class ListingForm(InLanguages):
    """A service as everybody will read it."""

    TEXTS: ClassVar = TEXTS

    kind = forms.ChoiceField(
        label=_("With what do they help?"), choices=Kind.choices, widget=PickOne(icons=ICONS)
    )
    place = forms.ChoiceField(label=_("Near which place?"))
    organisation = forms.CharField(
        label=_("Who helps: the name of the organisation"),
        help_text=_("Never the name of a person."),
        max_length=120,
        validators=[has_no_link],
    )
    address = forms.CharField(
        label=_("Address"),
        help_text=_(
            "As people ask for it in the street. Leave it empty for a house that hides people from "
            "somebody: its phone is enough."
        ),
        max_length=400,
        required=False,
        validators=[has_no_link],
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    may_be_known = forms.BooleanField(
        label=_("The people of this safe space said that everybody may know its address"),
        required=False,
    )
    fee = forms.ChoiceField(
        label=_("Does it cost anything?"),
        choices=FEES,
        required=False,
        widget=PickOne(),
    )
    amount = forms.DecimalField(
        label=_("How much"), min_value=0, max_digits=10, decimal_places=2, required=False
    )
    currency = forms.RegexField(
        label=_("Currency, in three letters such as EUR"), regex=r"^[A-Za-z]{3}$", required=False
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken there"),
        choices=tongues.choices,
        widget=PickMany(),
        required=False,
    )
    closed = forms.BooleanField(label=_("It is closed for now"), required=False)

    def __init__(
        self,
        *args: Any,
        places: Sequence[tuple[str, str]],
        listing: Listing | None = None,
        **more: Any,
    ) -> None:
        """listing: what stands already, and is asked about again."""
        super().__init__(*args, initial=initial_of(listing) if listing else None, **more)
        self.fields["place"].choices = places  # type: ignore[attr-defined]
        self.phones = max(PHONES, len(listing.phones.all()) if listing else 0)
        self.rows = max(ROWS, len(listing.openings.all()) if listing else 0)
        self.prices = prices_of(listing) if listing else []
        self.fields |= {f"phone_{turn}": _phone() for turn in range(self.phones)}
        for turn in range(self.rows):
            self.fields |= {f"{name}_{turn}": asked for name, asked in _hours().items()}

    @property
    def near_somewhere(self) -> bool:
        """Whether there is any place to choose."""
        return bool(self.fields["place"].choices)  # type: ignore[attr-defined]

    def phone_fields(self) -> list[BoundField]:
        return [self[f"phone_{turn}"] for turn in range(self.phones)]

    def hour_fields(self) -> list[list[BoundField]]:
        return [[self[f"{name}_{turn}"] for name in _hours()] for turn in range(self.rows)]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        self.needs_a_name()
        for turn in range(self.rows):
            self._clean_hours(turn)
        if not said.get("address") and not any(self._numbers()) and not self.errors:
            raise forms.ValidationError(_("Give an address or a phone number, or both."))
        if said.get("kind") == Kind.SAFE_SPACE and said.get("address") and not said["may_be_known"]:
            self.add_error(
                "may_be_known",
                _("Ask them first. If they do not want it known, take the address out."),
            )
        return said

    def _clean_hours(self, turn: int) -> None:
        days, opens, closes = self._row(turn)
        if (opens is None) != (closes is None):
            self.add_error(f"opens_{turn}", _("Say both: from when, and until when."))
        elif opens and not days:
            self.add_error(f"days_{turn}", _("Say on which days."))

    def _row(self, turn: int) -> tuple[list[str], Any, Any]:
        said = self.cleaned_data
        times = (said.get(f"{name}_{turn}") for name in ("opens", "closes"))
        return said.get(f"days_{turn}", []), *times

    def _numbers(self) -> Iterable[str]:
        return (self.cleaned_data.get(f"phone_{turn}", "") for turn in range(self.phones))

    def near(self) -> UUID:
        """Near which place."""
        return UUID(self.cleaned_data["place"])

    def offer(self) -> told.Offer:
        """What was said of the service."""
        said = self.cleaned_data
        return told.Offer(
            organisation=told.Body(name=said["organisation"]),
            kind=said["kind"],
            names=self.texts("names"),
            about=self.texts("about"),
            fees=self.texts("fees"),
            spoken=[told.Tongue(code=code) for code in said["languages"]],
            costs=self._costs(),
        )

    def _costs(self) -> list[told.Price]:
        said = self.cleaned_data
        # A file may know several prices; who changes none of the answers keeps all of them.
        if self.prices and not {"fee", "amount", "currency"} & set(self.changed_data):
            return self.prices
        if said["fee"] == "free":
            return [told.Price(amount=Decimal(0))]
        if said["fee"] != "paid":
            return []
        return [told.Price(amount=said["amount"] or None, currency=said["currency"].upper())]

    def site(self) -> told.Site:
        """What was said of the place."""
        said = self.cleaned_data
        rows = [self._row(turn) for turn in range(self.rows)]
        return told.Site(
            address=said["address"],
            access=self.texts("access"),
            state=State.CLOSED if said["closed"] else State.OPEN,
            phones=[told.Number(number=number) for number in self._numbers() if number],
            openings=[
                told.Hours(days=hours.in_order(days), opens=opens, closes=closes)
                for days, opens, closes in rows
                if days
            ],
        )


def _phone() -> forms.CharField:
    return forms.CharField(
        label=_("Phone"), max_length=40, required=False, widget=Phone(), validators=[_can_be_called]
    )


def _can_be_called(number: str) -> None:
    """From abroad, or a short one of the country."""
    if not NUMBER.match(number):
        raise forms.ValidationError(
            _("Write the number with + and the number of the country, such as +43 1 234 56 78.")
        )


def _hours() -> dict[str, forms.Field]:
    clock = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return {
        "days": forms.MultipleChoiceField(
            label=_("On which days?"),
            choices=hours.day_choices,
            widget=PickMany(),
            required=False,
        ),
        "opens": forms.TimeField(label=_("From"), widget=clock, required=False),
        "closes": forms.TimeField(label=_("Until"), widget=clock, required=False),
    }


def initial_of(listing: Listing) -> dict[str, Any]:
    """What stands, as the form asks it."""
    service = listing.service
    costs = list(service.costs.all())
    asked: dict[str, Any] = {
        "kind": service.kind,
        "place": str(listing.place_id),
        "organisation": service.organisation.name,
        "address": listing.address,
        "may_be_known": service.kind == Kind.SAFE_SPACE and bool(listing.address),
        "fee": "free" if service.is_free else "paid" if costs else "",
        "amount": costs[0].amount if costs and not service.is_free else None,
        "currency": costs[0].currency if costs else "",
        "languages": [one.code for one in service.spoken.all()],
        "closed": listing.state == State.CLOSED,
    }
    written = {"names": service.names, "about": service.about, "fees": service.fees}
    for name, texts in (written | {"access": listing.access}).items():
        asked |= {f"{name}_{code}": words for code, words in texts.items()}
    for turn, phone in enumerate(listing.phones.all()):
        asked[f"phone_{turn}"] = phone.number
    for turn, one in enumerate(listing.openings.all()):
        asked |= {f"days_{turn}": one.days.split(",")}
        asked |= {f"opens_{turn}": one.opens, f"closes_{turn}": one.closes}
    return asked


def prices_of(listing: Listing) -> list[told.Price]:
    """What it costs, as it stands."""
    return [
        told.Price(id=one.pk, option=one.option, amount=one.amount, currency=one.currency)
        for one in listing.service.costs.all()
    ]
