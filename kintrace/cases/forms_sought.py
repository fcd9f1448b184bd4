"""Who is sought, and the last news of them. A question that has to be answered is answered, or
somebody chooses that it is not known: an empty field may have been forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.circumstances import Heard, Reason
from kintrace.cases.forms import LANGUAGES, PersonForm
from kintrace.cases.forms_typing import NOTHING, Several
from kintrace.people.calendars import (
    Calendar,
    DateNotUnderstood,
    Days,
    Precision,
    Said,
    window,
)
from kintrace.people.forms import ORIGINAL, UNKNOWN, BirthForm, DigitsField
from kintrace.people.told import LONGEST, Part, Role, Source, Told, Unknown
from kintrace.ui.countries import choices as country_choices
from kintrace.ui.widgets import PickOne
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.people.told import Name

TICKED = "on"


class OnPurpose(forms.Form):
    """Beside a question stands a box to tick: it is not known.

    ANSWERED_BY: by each such question, the fields that answer it. stands: the questions that were
    answered before and need no answer on this page.
    """

    ANSWERED_BY: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    stands: frozenset[str] = frozenset()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for question, fields in self.ANSWERED_BY.items():
            if not self.errors.keys() & set(fields):
                answers = [given.get(one) for one in fields]
                self._require(question, is_answered=any(one not in {None, ""} for one in answers))
        return given

    def not_known(self) -> list[str]:
        """The questions of which somebody chose that the answer is not known."""
        return [one for one in self.ANSWERED_BY if self.cleaned_data.get(one + UNKNOWN)]

    def _require(self, question: str, *, is_answered: bool) -> None:
        is_unknown = bool(self.cleaned_data.get(question + UNKNOWN))
        if is_answered and is_unknown:
            words = _(
                "An answer stands here, and “not known” is chosen, too. Take one of them out."
            )
            self.add_error(question, words)
        elif not (is_answered or is_unknown or question in self.stands):
            words = _("Ask for this. If nobody knows it, choose that it is not known.")
            self.add_error(question, words)


class OtherNames(PersonForm):
    """How else the person sought is written and called, which finds them in other cases. All of it
    may stay empty."""

    SPELT = {"given_other": Role.GIVEN, "father_other": Role.FATHER}
    CALLED = {"kunya": (Role.KUNYA, Source.SAYS), "used": (Role.UNKNOWN, Source.ROUTE_ALIAS)}

    given_other = forms.CharField(
        # Visitors read this.
        label=_("Given name, spelt in another way"), max_length=LONGEST, required=False
    )  # fmt: skip
    father_other = forms.CharField(
        # Visitors read this.
        label=_("Father’s name, spelt in another way"), max_length=LONGEST, required=False
    )  # fmt: skip
    kunya = forms.CharField(label=Role.KUNYA.label, max_length=LONGEST, required=False)
    used = forms.CharField(
        # Visitors read this.
        label=_("Another name, taken for a while"), max_length=LONGEST, required=False
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for field in (*self.SPELT, *self.CALLED):
            self._check(field, given.get(field) or "", role=Role.UNKNOWN)
        return given

    def variants(self) -> tuple[Name, ...]:
        given = self.cleaned_data
        spelt = ((role, given.get(field)) for field, role in self.SPELT.items())
        other = tuple(Part(role.value, text) for role, text in spelt if text)
        called = (
            (Part(role.value, given[field], source=source.value),)
            for field, (role, source) in self.CALLED.items()
            if given.get(field)
        )
        return (*super().variants(), *filter(None, [other]), *called)

    @property
    def has_other_names(self) -> bool:
        """Whether something stands there, so that the page shows it open."""
        every = (self[field] for field in (*self.SPELT, *self.CALLED))
        return any(bound.value() or bound.errors for bound in every)


class SoughtForm(OnPurpose, OtherNames):
    """The person sought, and who that is to the enquirer."""

    ANSWERED_BY = {
        "given": ("given", "given" + ORIGINAL),
        "father": ("father", "father" + ORIGINAL),
        "said": ("said", *BirthForm.NUMBERS),
        "place": ("place", "country"),
    }
    NEEDED = frozenset(ANSWERED_BY)
    KEPT_AS = {
        "given": Unknown.GIVEN,
        "father": Unknown.FATHER,
        "said": Unknown.BIRTH,
        "place": Unknown.ORIGIN,
    }

    relation = forms.ChoiceField(
        # Visitors read this.
        label=_("Who is this to the person searching?"),
        choices=[NOTHING, *Relation.choices],
    )
    # Visitors read this.
    given_unknown = forms.BooleanField(label=_("The given name is not known"), required=False)
    # Visitors read this.
    father_unknown = forms.BooleanField(label=_("The father’s name is not known"), required=False)
    said_unknown = forms.BooleanField(
        # Visitors read this.
        label=_("Nothing is known of the birth or the age"),
        required=False,
    )
    place_unknown = forms.BooleanField(
        # Visitors read this.
        label=_("It is not known where the person comes from"),
        required=False,
    )
    languages = forms.MultipleChoiceField(
        # Visitors read this.
        label=_("Languages that the person sought speaks"),
        choices=[NOTHING, *LANGUAGES],
        required=False,
        widget=Several(attrs={"aria-label": _("Languages that the person sought speaks")}),
    )
    field_order = [
        *("relation", *BirthForm.base_fields, "said_unknown"),
        *("place", "country", "place_unknown", "languages"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sex"].initial = None  # that it is not known is chosen here, too

    def told(self) -> Told:
        unknown = tuple(self.KEPT_AS[one].value for one in self.not_known())
        return replace(super().told(), unknown=unknown)


def ticked_for(unknown: Unknown) -> str:
    """The box of `SoughtForm` that says it."""
    return next(name for name, kept in SoughtForm.KEPT_AS.items() if kept == unknown) + UNKNOWN


class NewsForm(OnPurpose):
    """When, where and how the enquirer last heard, and why the family was parted."""

    ANSWERED_BY = {"said": ("said", "year"), "place": ("place", "country")}
    NEEDED = frozenset(ANSWERED_BY)

    reason = forms.ChoiceField(
        # Visitors read this.
        label=_("Why was the family parted?"),
        choices=Reason.choices,
        widget=PickOne,
    )
    said = forms.CharField(
        # Visitors read this.
        label=_("When did the person last hear of them? Write it as it is said."),
        max_length=200,
        required=False,
    )
    calendar = forms.ChoiceField(
        # Visitors read this.
        label=_("Calendar"),
        choices=Calendar.choices,
        initial=Calendar.GREGORIAN,
    )
    # Visitors read this.
    year = DigitsField(label=_("Year, if known"), required=False)
    # Visitors read this.
    month = DigitsField(label=_("Month, as a number"), required=False)
    # Visitors read this.
    day = DigitsField(label=_("Day"), required=False)
    # Visitors read this.
    year_to = DigitsField(label=_("Or up to this year"), required=False)
    # Visitors read this.
    said_unknown = forms.BooleanField(label=_("It is not known when that was"), required=False)
    # Visitors read this.
    place = forms.CharField(label=_("Where were they then?"), max_length=200, required=False)
    # Visitors read this.
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, required=False)
    # Visitors read this.
    place_unknown = forms.BooleanField(label=_("It is not known where they were"), required=False)
    heard = forms.ChoiceField(
        # Visitors read this.
        label=_("How did the news come?"),
        choices=[NOTHING, *Heard.choices],
    )

    NUMBERS = ("year", "month", "day", "year_to")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self._days: Days | None = None
        self._precision = ""
        numbers = {name: given[name] for name in self.NUMBERS if given.get(name) is not None}
        self._numbers = numbers
        if "day" in numbers and "month" not in numbers:
            self.add_error("month", _("Write the month, too, or leave the day empty."))
        elif numbers and "calendar" in given:
            self._reckon(Said(**numbers), Calendar(given["calendar"]))
        return given

    def days(self) -> Days | None:
        """The Gregorian days that it means."""
        return self._days

    def last_news(self) -> dict[str, Any]:
        """What was told of it. unknown: of what somebody chose that it is not known."""
        given, days = self.cleaned_data, self._days
        kept = {name: given[name] for name in ("calendar", "place", "country", "heard")}
        years = (str(self._numbers[one]) for one in ("year", "year_to") if one in self._numbers)
        kept |= {"said": given["said"] or " – ".join(years), "precision": self._precision}
        kept |= {"window": [day.isoformat() for day in days] if days else None}
        return kept | {"numbers": self._numbers, "unknown": self.not_known()}

    def _reckon(self, said: Said, calendar: Calendar) -> None:
        """From the first day that the numbers mean to the last, or to the end of a later year."""
        known = Precision.MONTH if said.day is None else Precision.EXACT
        precision = Precision.YEAR if said.month is None else known
        days = self._window("year", said, calendar, precision)
        if days and said.year_to is not None:
            until = self._window("year_to", Said(year=said.year_to), calendar, Precision.YEAR)
            days, precision = until and (days[0], until[1]), Precision.BAND
        if days and days[1] < days[0]:
            self.add_error("year_to", _("The last day lies before the first. Look at both again."))
        elif days:
            self._days, self._precision = days, precision.value

    def _window(
        self, blamed: str, said: Said, calendar: Calendar, precision: Precision
    ) -> Days | None:
        try:
            return window(said, calendar=calendar, precision=precision)
        except (DateNotUnderstood, ValueError) as trouble:
            self.add_error(blamed, getattr(trouble, "sentence", str(trouble)))
            return None
