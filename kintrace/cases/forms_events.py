"""Forms of events: what happened, whom it joins, how many were counted, what somebody tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.cases.event_words import CountBy, CountOf, EventKind
from kintrace.cases.happened import Happened, Vessel
from kintrace.network.seen import SeenForm
from kintrace.people.calendars import Calendar, DateNotUnderstood, Precision, Said, window
from kintrace.people.forms import DigitsField
from kintrace.protection.actions import Heard
from kintrace.protection.purposes import Channel as Read
from kintrace.ui.countries import choices as country_choices
from kintrace.ui.direction import isolated
from kintrace.ui.widgets import Code, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kintrace.cases.lookups import EventLine
    from kintrace.cases.models import Event
    from kintrace.protection.models import NoticeText


class EventForm(SeenForm):
    """What happened to many at once. Nobody is named here."""

    kind = forms.ChoiceField(label=_("What was it?"), choices=EventKind.choices, widget=PickOne)
    called = forms.CharField(
        label=_("What do people call it?"),
        help_text=_("For example: the blue boat from Zuwara. No name of a person."),
        max_length=200,
    )
    said = forms.CharField(label=_("When was it? Write it as it is said."), max_length=200)
    calendar = forms.ChoiceField(label=_("Calendar"), choices=Calendar.choices)
    year = DigitsField(label=_("Year"), error_messages={"required": _("Write the year.")})
    month = DigitsField(label=_("Month, as a number"), required=False)
    day = DigitsField(label=_("Day"), required=False)
    year_to = DigitsField(label=_("Or up to this year"), required=False)
    month_to = DigitsField(label=_("Month of the last day"), required=False)
    day_to = DigitsField(label=_("Last day"), required=False)
    place = forms.CharField(label=_("Where was it?"), max_length=200)
    country = forms.ChoiceField(
        label=_("Country, or the nearest one"), choices=country_choices, required=False
    )
    left_from = forms.CharField(
        label=_("A boat: from where did it leave?"), max_length=200, required=False
    )
    left_when = forms.CharField(
        label=_("When did it leave, as it is said?"), max_length=200, required=False
    )
    looks = forms.CharField(
        label=_("What did it look like? Colour, kind, size"), max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors:
            given["days"] = self._days(given)
        return given

    def _days(self, given: dict[str, Any]) -> tuple[date, date] | None:
        try:
            first, last = _window(given, "")
            if any(given[f"{unit}_to"] is not None for unit in ("year", "month", "day")):
                last = _window(given, "_to")[1]
        except (DateNotUnderstood, ValueError) as trouble:
            self.add_error("year", getattr(trouble, "sentence", str(trouble)))
            return None
        if last < first:
            self.add_error("year_to", _("The last day lies before the first. Look at both again."))
        return first, last

    def happened(self) -> Happened:
        given = self.cleaned_data
        first, last = given["days"]
        vessel = Vessel(given["left_from"], given["left_when"], given["looks"])
        plain = {name: given[name] for name in ("called", "said", "calendar", "place", "country")}
        return Happened(**plain, first=first, last=last, vessel=vessel)


def _window(given: dict[str, Any], ending: str) -> tuple[date, date]:
    """The days that year, month and day mean; the last day may leave out what is the same."""
    year, month, day = (given[f"{unit}{ending}"] for unit in ("year", "month", "day"))
    if ending:
        month = month or (given["month"] if year is None else None)
        year = year or given["year"]
    precision = Precision.EXACT if day else Precision.MONTH if month else Precision.YEAR
    said = Said(year=year, month=month, day=day)
    return window(said, calendar=Calendar(given["calendar"]), precision=precision)


def known_of(event: Event, happened: Happened) -> dict[str, Any]:
    """What stands in the form of an event that is corrected. The days are asked anew, for they
    were said in numbers of a calendar and are kept as days."""
    vessel = happened.vessel
    plain = {name: getattr(happened, name) for name in ("called", "said", "place", "country")}
    days = {
        "calendar": Calendar.GREGORIAN,
        **{unit: getattr(happened.first, unit) for unit in ("year", "month", "day")},
        **{f"{unit}_to": getattr(happened.last, unit) for unit in ("year", "month", "day")},
    }
    boat = {name: getattr(vessel, name) for name in ("left_from", "left_when", "looks")}
    return {"kind": event.kind, **plain, **days, **boat}


class FarForm(forms.Form):
    """Where a page of cases that may belong ended, and among which it looked."""

    after = forms.UUIDField(required=False)
    earlier = forms.BooleanField(required=False)

    def where(self) -> dict[str, Any]:
        """What it says; from the beginning where it says nothing that we know."""
        self.is_valid()
        given = self.cleaned_data
        return {"after": given.get("after"), "earlier": bool(given.get("earlier"))}


class ChosenForm(forms.Form):
    """Which event is chosen already, and what the one that is looked for is called."""

    event = forms.UUIDField(required=False)
    called = forms.CharField(max_length=200, required=False)

    def wanted(self) -> dict[str, Any]:
        self.is_valid()
        given = self.cleaned_data
        return {"event": given.get("event"), "called": given.get("called") or ""}


class JoinForm(forms.Form):
    """To which event a case belongs, and how we know. Sent by POST when another event is looked
    for, too: what people call it stands in no address."""

    called = forms.CharField(
        label=_("Look for another event by what people call it"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    event = forms.ChoiceField(label=_("Which event?"), widget=PickOne)
    why = forms.CharField(
        label=_("How do we know that it belongs there?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, lines: Sequence[EventLine], **more: Any) -> None:
        super().__init__(*args, **more)
        self.events = {str(line.event.pk): line.event for line in lines}
        self.fields["event"].choices = [  # type: ignore[attr-defined]
            (str(line.event.pk), isolated(line.happened.called)) for line in lines
        ]

    def chosen(self) -> Event:
        return self.events[self.cleaned_data["event"]]


class CountForm(forms.Form):
    """A figure, who says so, and of which day. No name."""

    of = forms.ChoiceField(label=_("Who is counted?"), choices=CountOf.choices, widget=PickOne)
    number = DigitsField(label=_("How many?"), error_messages={"required": _("Write a number.")})
    by = forms.ChoiceField(label=_("Who says so?"), choices=CountBy.choices, widget=PickOne)
    day = asked_day(
        label=_("Of which day?"),
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def told(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "of": CountOf(given["of"]).value,
            "number": given["number"],
            "by": CountBy(given["by"]).value,
            "day": given["day"].isoformat(),
        }


class AccountForm(forms.Form):
    """What somebody tells who was there: a person whose case we have, or who hears the notice."""

    reference = forms.CharField(
        label=_("Code of the case, if the person who tells it searches with us"),
        max_length=20,
        required=False,
        widget=Code,
    )
    heard_in = forms.ChoiceField(
        label=_("Else: in which language did you read the information aloud?"),
        widget=PickOne,
        required=False,
    )
    channel = forms.ChoiceField(
        label=_("How is it told?"),
        choices=[(Read.READ_ALOUD, _("At our desk")), (Read.PHONE, _("By phone"))],
        initial=Read.READ_ALOUD,
        widget=PickOne,
    )
    interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)
    called = forms.CharField(
        label=_("What may we call the person?"), max_length=200, required=False
    )
    ways = forms.CharField(
        label=_("How may the person be reached, without danger?"), max_length=300, required=False
    )
    said = forms.CharField(
        label=_("What the person saw and heard, in their own words"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write what the person tells.")},
    )

    def __init__(self, *args: Any, texts: Sequence[NoticeText], **more: Any) -> None:
        super().__init__(*args, **more)
        self.texts = {str(text.pk): text for text in texts}
        self.fields["heard_in"].choices = [  # type: ignore[attr-defined]
            (pk, text.language_name) for pk, text in self.texts.items()
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not (given.get("reference") or given.get("heard_in") or "heard_in" in self.errors):
            self.add_error(
                "heard_in", _("Read the information aloud first. Nothing is written down before.")
            )
        return given

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("said", "called", "ways")}

    def heard(self) -> Heard:
        given = self.cleaned_data
        return Heard(self.texts[given["heard_in"]], Read(given["channel"]), given["interpreter"])
