"""What a step of a draft asks. Forms know shape and language of the answers; rules are elsewhere.

No form asks legal status, papers or the way someone plans to go.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kintrace.cases.forms_companions import CompanionsField
from kintrace.cases.forms_typing import NOTHING, Several
from kintrace.network.lookups import every_society
from kintrace.people.forms import BirthForm, NameForm
from kintrace.people.told import Place, PlaceKind, Sex, Told
from kintrace.protection.circles import NotWith
from kintrace.ui.countries import choices as country_choices
from kintrace.ui.widgets import Phone, PickMany, PickOne
from kintrace.vault.reader import KeyNotAtHand, reader_in_force

LANGUAGES = [
    ("ar", "العربية"), ("am", "አማርኛ"), ("bn", "বাংলা"), ("ckb", "کوردی"), ("de", "Deutsch"),
    ("en", "English"), ("es", "Español"), ("fa", "فارسی"), ("fa-af", "دری"), ("fr", "Français"),
    ("ku", "Kurmancî"), ("ps", "پښتو"), ("ru", "Русский"), ("so", "Soomaali"), ("sw", "Kiswahili"),
    ("ti", "ትግርኛ"), ("tr", "Türkçe"), ("uk", "Українська"), ("ur", "اردو"), ("wo", "Wolof"),
]  # fmt: skip
YES_NO = [
    # Visitors read this.
    ("no", _("No")),
    # Visitors read this.
    ("yes", _("Yes")),
    # Visitors read this.
    ("unsure", pgettext_lazy("answer to a question", "Not sure")),
]


class PersonForm(NameForm, BirthForm):
    """Names, sex and birth: what is asked of the enquirer and of the person sought alike."""

    sex = forms.ChoiceField(
        # Visitors read this.
        label=_("Sex"),
        choices=Sex.choices,
        widget=PickOne,
        initial=Sex.UNKNOWN,
    )
    NEEDED = frozenset({"given"})  # of the parts of a name one is needed

    place_kind = PlaceKind.ORIGIN
    place_required = False
    # Visitors read this.
    place = forms.CharField(label=_("Comes from: town or village"), max_length=200, required=False)
    # Visitors read this.
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, required=False)

    def told(self) -> Told:
        """The answers as a person; NotToldWell when they do not hold together."""
        given = self.cleaned_data
        return Told(
            names=self.variants(),
            sex=given["sex"],
            births=tuple(filter(None, [self.birth()])),
            places=self._places(),
            languages=tuple(given.get("languages", ())),
        )

    def _places(self) -> tuple[Place, ...]:
        said, country = self.cleaned_data["place"], self.cleaned_data["country"]
        return (Place(self.place_kind, said, country),) if said or country else ()


class SearcherForm(PersonForm):
    """The enquirer."""

    languages = forms.MultipleChoiceField(
        # Visitors read this.
        label=_("Languages the person speaks well"),
        choices=LANGUAGES,
        widget=PickMany,
    )
    lives = forms.ChoiceField(
        # Visitors read this.
        label=_("Country in which the person lives now"), choices=country_choices, required=False
    )  # fmt: skip

    def _places(self) -> tuple[Place, ...]:
        lives = self.cleaned_data["lives"]
        here = (Place(PlaceKind.LIVES, "", lives),) if lives else ()
        return (*super()._places(), *here)


class WaysForm(forms.Form):
    """How the enquirer may be reached without danger. Goes into the inbox box at once."""

    # These labels stand in an access copy.
    # Visitors read this.
    phone = forms.CharField(label=_("Phone"), max_length=60, required=False, widget=Phone)
    # Visitors read this.
    email = forms.CharField(label=_("E-mail"), max_length=200, required=False)
    app = forms.CharField(
        # Visitors read this.
        label=_("Messaging app, and the name there"), max_length=200, required=False
    )  # fmt: skip
    through = forms.CharField(
        # Visitors read this.
        label=_("Through someone else: who, and how"), max_length=300, required=False
    )  # fmt: skip
    # Visitors read this.
    times = forms.CharField(label=_("When is it safe to call?"), max_length=200, required=False)
    # Visitors read this.
    visits = forms.BooleanField(label=_("The person comes back to this desk"), required=False)
    quiet = forms.BooleanField(
        # Visitors read this.
        label=_("Do not say who is calling"), required=False,
        # Visitors read this.
        help_text=_("Someone who must not know may pick up the phone."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(way) for way in ("phone", "email", "app", "through", "visits")):
            raise forms.ValidationError(
                # Visitors read this.
                _("Write at least one way to reach the person, or choose that they come back.")
            )
        return given


def _other_societies() -> list[tuple[str, str]]:
    """Every society but the one that asks, which cannot search for somebody it must not know."""
    own: UUID | None = None
    with suppress(KeyNotAtHand):  # nobody asks: a form that is only looked at
        own = reader_in_force().society
    return [NOTHING, *((str(one.pk), one.name) for one in every_society() if one.pk != own)]


class QuietForm(forms.Form):
    """Who must not learn of the search: asked aloud, of everyone."""

    fears = forms.ChoiceField(
        # Visitors read this.
        label=_("Is there a country, an office or a person that must not learn of this search?"),
        choices=YES_NO, widget=PickOne,
    )  # fmt: skip
    country = forms.MultipleChoiceField(
        # Visitors read this.
        label=_("Which countries?"), choices=country_choices, required=False,
        widget=Several(attrs={"aria-label": _("Which countries?")}),
    )  # fmt: skip
    societies = forms.MultipleChoiceField(
        # Visitors read this.
        label=_("Which Red Cross or Red Crescent Societies?"), choices=_other_societies,
        required=False,
        widget=Several(attrs={"aria-label": _("Which Red Cross or Red Crescent Societies?")}),
    )  # fmt: skip
    persons = forms.CharField(
        # Visitors read this.
        label=_("Which persons or offices?"), required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        named = any(given.get(one) for one in ("country", "societies", "persons"))
        if given.get("fears") == "yes" and not named:
            raise forms.ValidationError(
                _("Write who must not learn of it, or choose a country or a society.")
            )
        return given

    def not_with(self) -> NotWith:
        given = self.cleaned_data
        if given["fears"] == "no":
            return NotWith()
        persons = tuple(filter(None, (line.strip() for line in given["persons"].splitlines())))
        societies = frozenset(UUID(one) for one in given["societies"])
        return NotWith(societies, frozenset(given["country"]), persons)


class StoryForm(forms.Form):
    """What happened, in the person's own words. Goes into the inbox box at once."""

    story = forms.CharField(
        # Visitors read this.
        label=_("What happened, in the person’s own words"), required=False, max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip


def _more(label: Any, *, rows: int = 0) -> forms.CharField:
    """One of the answers that help and may stay empty."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, max_length=1000, required=False, widget=widget)


class MoreForm(forms.Form):
    """What else may help to find one person sought. Goes into the inbox box at once."""

    HELPS = frozenset({"marks", "vessel"})

    # Visitors read this.
    mother = _more(_("Mother’s name"))
    # Visitors read this.
    work = _more(_("Work or school"))
    # Visitors read this.
    family = _more(_("Names of husband or wife, and of children"), rows=2)
    # Visitors read this.
    address = _more(_("Last address, and what is near it"), rows=2)
    # Visitors read this.
    companions = CompanionsField(label=_("Who was with them?"), required=False)
    # Visitors read this.
    reached = _more(_("Phone or account they last used"))
    # Visitors read this.
    marks = _more(_("Marks, an illness or an injury by which they can be recognised"), rows=2)
    vessel = _more(
        # Visitors read this.
        _("Boat or vehicle: where and when it left, its colour, how many were aboard"),
        rows=2,
    )
