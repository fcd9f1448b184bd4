"""A description to search by, what a member says of a pair, and that a person agrees to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.matching.description import birth_by_band
from kintrace.matching.stand import why_words
from kintrace.matching.words import WHYS, Verdict, Why
from kintrace.names.dates import window_of
from kintrace.people.calendars import Calendar
from kintrace.people.told import LONGEST, Sex
from kintrace.protection.purposes import How
from kintrace.ui import asking
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from kintrace.ui.asking import Option

FEWEST_FACTS = 2
# As `names.dates` reads a year that is told in another calendar.
ERAS = {"ethiopian": "E.C.", "solar_hijri": "SH", "hijri": "AH"}
SEXES = (Sex.FEMALE, Sex.MALE)


def _asked(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=LONGEST, required=False)


class SearchForm(forms.Form):
    """What is told of somebody, in any script. All of it may be empty, but not nearly all."""

    NAMES = ("given", "middle", "family", "full_name", "father_name", "mother_name")
    FACTS = (*NAMES, "birth", "age", "birth_place", "last_seen")

    given = _asked(gettext_lazy("Given name"))
    middle = _asked(gettext_lazy("Other names: of the grandfather, a nickname"))
    family = _asked(gettext_lazy("Family or clan name"))
    full_name = _asked(
        gettext_lazy("Or the whole name as it is said"),
        gettext_lazy("In the order in which the person says it. You need not know what is what."),
    )
    father_name = _asked(gettext_lazy("Father’s name"))
    mother_name = _asked(gettext_lazy("Mother’s name"))
    sex = forms.ChoiceField(
        label=gettext_lazy("Sex"),
        choices=[("", gettext_lazy("Not known")), *((one.value, one.label) for one in SEXES)],
        required=False,
    )
    birth = _asked(
        gettext_lazy("Year or day of birth"), gettext_lazy("For example: 1990, or 12.3.1990.")
    )
    calendar = forms.ChoiceField(
        label=gettext_lazy("In which calendar?"),
        choices=Calendar.choices,
        initial=Calendar.GREGORIAN,
        required=False,
    )
    age = _asked(
        gettext_lazy("Or the age today"), gettext_lazy("For example: 30, or 25-35, or 60+.")
    )
    birth_place = _asked(gettext_lazy("Where the person was born or comes from"))
    last_seen = _asked(gettext_lazy("Where the person was last"))

    def clean_birth(self) -> str:
        said: str = self.cleaned_data["birth"]
        if said and window_of(said) is None:
            raise forms.ValidationError(
                _("This is no year and no day that we can read. Write it in numbers.")
            )
        return said

    def clean_age(self) -> str:
        said: str = self.cleaned_data["age"]
        if said and birth_by_band(said, str(timezone.localdate().year)) is None:
            raise forms.ValidationError(_("Write an age in numbers, for example 30 or 25-35."))
        return said

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if not self.errors:
            self._require_enough(told)
        return told

    def _require_enough(self, told: dict[str, Any]) -> None:
        facts = sum(bool(told.get(name)) for name in self.FACTS)
        facts += max(0, len(told.get("full_name", "").split()) - 1)
        if not any(told.get(name) for name in self.NAMES[:4]):
            words = _("Write a name of the person, or a part of one, in any script.")
            self.add_error("given", words)
        elif facts < FEWEST_FACTS:
            words = _(
                "Write one thing more, for example the father’s name, the year of birth or a "
                "place. One alone is told of too many people."
            )
            self.add_error(None, words)

    def description(self) -> dict[str, str]:
        """As `lookups.search` takes it."""
        told = self.cleaned_data
        era = ERAS.get(told["calendar"], "")
        return {
            **{name: told[name] for name in (*self.NAMES, "birth_place", "last_seen")},
            "gender": told["sex"],
            "dob": f"{told['birth']} {era}".strip() if told["birth"] else "",
            "age_band": "" if told["birth"] else told["age"],
            "event_year": str(timezone.localdate().year) if told["age"] else "",
        }


def _answers() -> list[tuple[str, str]]:
    return [
        (f"{verdict.value}:{why.value}", why_words(verdict, why))
        for verdict in (Verdict.YES, Verdict.NO, Verdict.UNSURE)
        for why in WHYS[verdict]
    ]


class JudgeForm(forms.Form):
    """One tap says both what it is and why; and a note for the own society."""

    says = forms.ChoiceField(
        label=gettext_lazy("Is it the same person?"),
        choices=_answers,
        widget=PickOne,
        error_messages={"required": gettext_lazy("Choose what you think, and why.")},
    )
    note = forms.CharField(
        label=gettext_lazy("A note for your colleagues"),
        help_text=gettext_lazy(
            "Your own society alone reads it. Write no phone number and no address."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def groups(self) -> list[tuple[str, list[Option]]]:
        """The answers below what they say, for the page."""
        every = list(zip(_answers(), asking.options(self["says"]), strict=True))
        return [
            (str(verdict.label), [one for (value, _label), one in every if _is(value, verdict)])
            for verdict in (Verdict.YES, Verdict.NO, Verdict.UNSURE)
        ]

    def judged(self) -> dict[str, Any]:
        """As `actions.judge` takes it."""
        verdict, why = self.cleaned_data["says"].split(":")
        return {"verdict": Verdict(verdict), "why": Why(why), "note": self.cleaned_data["note"]}


def _is(value: str, verdict: Verdict) -> bool:
    return value.startswith(f"{verdict.value}:")


class BackForm(forms.Form):
    """Why what was said does not stand any more."""

    why = forms.ChoiceField(
        label=gettext_lazy("Why do you take it back?"),
        choices=[(one.value, one.label) for one in WHYS[Verdict.BACK]],
        widget=PickOne,
    )


class CompareForm(forms.Form):
    """That the person agrees, and how that was said."""

    how = forms.ChoiceField(
        label=gettext_lazy("How did the person agree?"),
        choices=[(one.value, one.label) for one in (How.SPOKEN, How.PHONE, How.WRITTEN)],
        widget=PickOne,
    )
