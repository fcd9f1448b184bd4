"""Asking for a name and a birth, wherever a person is written down. Forms never save."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.people.calendars import Calendar, Days, Precision, Said
from kintrace.people.told import LONGEST, Birth, Name, Part, Role
from kintrace.ui.refusals import Refusal
from kintrace.ui.spoken import plain_digits
from kintrace.ui.widgets import Digits, PickOne

ASKED = (Role.GIVEN, Role.FATHER, Role.GRANDFATHER, Role.FAMILY, Role.NICKNAME)
ORIGINAL, UNKNOWN = "_original", "_unknown"


class NameRow(NamedTuple):
    """A part of a name beside its twin in the original script, and the box for “not known”, where a
    form has one."""

    plain: forms.BoundField
    original: forms.BoundField
    unknown: forms.BoundField | None


class NameForm(forms.Form):
    """A name in parts with roles, each also as it is written in its own script.

    Fields: given, father, grandfather, family, nickname, and each with `_original` after it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in ASKED:
            self.fields[role.value] = forms.CharField(
                label=role.label, max_length=LONGEST, required=False
            )
            self.fields[role.value + ORIGINAL] = forms.CharField(
                # Visitors read this.
                label=_("%(part)s, in its own script") % {"part": role.label},
                max_length=LONGEST,
                required=False,
            )

    @property
    def rows(self) -> list[NameRow]:
        """The parts of the name for the template."""
        return [
            NameRow(self[one], self[one + ORIGINAL], self._tick(one + UNKNOWN))
            for one in (role.value for role in ASKED)
        ]

    def _tick(self, name: str) -> forms.BoundField | None:
        return self[name] if name in self.fields else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # Only the parts of the name: a form that asks more inherits from this one.
        asked = [role.value + ending for role in ASKED for ending in ("", ORIGINAL)]
        for field in asked:
            self._check(field, cleaned.get(field) or "")
        if not self.errors and not any(cleaned.get(field) for field in asked):
            self.add_error("given", _("Write at least one name, as the person says it."))
        return cleaned

    def variants(self) -> tuple[Name, ...]:
        """The name as typed, and as written in its own script where that was given."""
        names = (self._variant(""), self._variant(ORIGINAL))
        return tuple(name for name in names if name)

    def _variant(self, ending: str) -> Name:
        typed = ((role.value, self.cleaned_data[role.value + ending]) for role in ASKED)
        return tuple(Part(role, text) for role, text in typed if text)

    def _check(self, field: str, text: str, *, role: Role | None = None) -> None:
        """Say at the field what is wrong with a part; its name is that of the role, unless told."""
        if not text:
            return
        try:
            Part(role or field.removesuffix(ORIGINAL), text)
        except Refusal as refusal:
            self.add_error(field, refusal.sentence)


class DigitsField(forms.Field):
    """A small whole number, in the digits of any script."""

    widget = Digits

    def to_python(self, value: Any) -> int | None:
        typed = plain_digits(str(value or "")).strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdecimal() and len(typed) <= 4):
            raise ValidationError(_("Write a number, for example 1990."))
        return int(typed)


class BirthForm(forms.Form):
    """When someone was born: in their words, and the numbers in them. All of it may be empty."""

    said = forms.CharField(
        # Visitors read this.
        label=gettext_lazy("Birth, in the person’s own words"),
        # Visitors read this.
        help_text=gettext_lazy("For example: 1990, or: spring of the year the war began."),
        max_length=LONGEST,
        required=False,
    )
    calendar = forms.ChoiceField(
        # Visitors read this.
        label=gettext_lazy("In which calendar?"),
        choices=Calendar.choices,
        initial=Calendar.GREGORIAN,
        required=False,
    )
    precision = forms.ChoiceField(
        # Visitors read this.
        label=gettext_lazy("What is known?"),
        choices=Precision.choices,
        initial=Precision.YEAR,
        widget=PickOne,
        required=False,
    )
    # Visitors read this.
    year = DigitsField(label=gettext_lazy("Year"), required=False)
    # Visitors read this.
    month = DigitsField(label=gettext_lazy("Month, as a number"), required=False)
    # Visitors read this.
    day = DigitsField(label=gettext_lazy("Day"), required=False)
    # Visitors read this.
    year_to = DigitsField(label=gettext_lazy("Or up to this year"), required=False)
    age = DigitsField(
        # Visitors read this.
        label=gettext_lazy("Age in years"),
        # Visitors read this.
        help_text=gettext_lazy("Today; or in the year written above, when one is written."),
        required=False,
    )
    # Visitors read this.
    age_to = DigitsField(label=gettext_lazy("Or up to this age"), required=False)

    NUMBERS = ("year", "month", "day", "year_to", "age", "age_to")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._birth: Birth | None = None
        # Its own fields alone: what a date means is shown beside a mistake in another answer, too.
        wrong = self.errors.keys() & BirthForm.base_fields.keys()
        if wrong or not (cleaned.get("said") or self._numbers(cleaned)):
            return cleaned
        try:
            self._birth = self._told(cleaned)
        except Refusal as refusal:
            self.add_error(self._blamed(cleaned), refusal.sentence)
        return cleaned

    def birth(self) -> Birth | None:
        """The birth that was told, or None when nothing was."""
        return self._birth

    def days(self) -> Days | None:
        """The Gregorian days that it means."""
        return (self._birth.start, self._birth.end) if self._birth else None

    def _told(self, cleaned: dict[str, Any]) -> Birth:
        numbers = self._numbers(cleaned)
        return Birth.told(
            cleaned["said"] or "-".join(str(number) for number in numbers.values()),
            Said(**numbers),
            calendar=Calendar(cleaned.get("calendar") or Calendar.GREGORIAN),
            precision=Precision(cleaned.get("precision") or Precision.YEAR),
        )

    def _numbers(self, cleaned: dict[str, Any]) -> dict[str, int]:
        return {name: cleaned[name] for name in self.NUMBERS if cleaned.get(name) is not None}

    def _blamed(self, cleaned: dict[str, Any]) -> str:
        return "age" if cleaned.get("precision") == Precision.AGE_AT_DATE else "year"
