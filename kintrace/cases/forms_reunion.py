"""Questions around a family that comes together. The rules are in the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.reunion import Beginning, Going
from kintrace.cases.days import asked_day
from kintrace.cases.forms_found import SAID_BY_THEM
from kintrace.cases.reunion import TOLD_THERE, AfterContact, Agreed, Sheet, Whose
from kintrace.cases.reunion_words import Held, Needed
from kintrace.network.seen import SeenForm
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.cases.reunion import Why
    from kintrace.network.models import Desk

FEWEST_DAYS, MOST_DAYS, MOST_TIMES = 1, 730, 6


def _how(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=SAID_BY_THEM, widget=PickOne)


def _words(**more: Any) -> forms.CharField:
    return forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), **more)


class OpenReunionForm(forms.Form):
    """That both want to come together, where we speak with them, and whether it is safe."""

    seeker_day = asked_day(_("When did the one who searched say that they want to come together?"))
    seeker_how = _how(_("How did they say it?"))
    found_day = asked_day(_("When did the one who was found say that they want to come together?"))
    found_how = _how(_("How did they say it?"))
    looked = _words(
        label=_("What did you look at for the safety of everybody?"),
        help_text=_(
            "Who wants it most? Is anybody pressed or afraid? Who pays? What do children wish? "
            "Sealed into the box."
        ),
    )
    place = forms.ChoiceField(
        label=_("Where do you speak with them?"),
        widget=PickOne,
        help_text=_(
            "Not at a Humanitarian Service Point: others listen there, and who comes is seen."
        ),
    )

    def __init__(
        self, *args: Any, places: Sequence[Desk] = (), elsewhere: bool = False, **more: Any
    ) -> None:
        """`places`: where the society speaks with families in confidence; `elsewhere`: another
        society found the person, and tells us that they want it."""
        super().__init__(*args, **more)
        if elsewhere:
            self.fields["found_day"].help_text = _("The society that found the person tells you.")
            del self.fields["found_how"]
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.name) for one in places
        ]

    def beginning(self) -> Beginning:
        said = self.cleaned_data
        seeker = Agreed(said["seeker_day"], said["seeker_how"])
        found = Agreed(said["found_day"], said.get("found_how", TOLD_THERE))
        return Beginning(seeker, found, UUID(said["place"]), said["looked"])


class GoForm(forms.Form):
    """A step of the dossier."""

    day = asked_day(_("On which day?"))
    why = forms.ChoiceField(label=_("Why?"), widget=PickOne)
    heard = asked_day(
        _("When did the one who was found last say that they want it still?"),
        initial=None,
        help_text=_(
            "Ask the society that found the person, or the person alone. Nobody answers for them."
        ),
    )
    note = _words(label=_("Words to it"), required=False, help_text=_("Sealed into the box."))

    def __init__(
        self, *args: Any, whys: Sequence[Why] = (), asks_found: bool = False, **more: Any
    ) -> None:
        """`asks_found`: something is done for somebody whom another society found."""
        super().__init__(*args, **more)
        if not asks_found:
            del self.fields["heard"]
        if whys:
            self.fields["why"].choices = [  # type: ignore[attr-defined]
                (one.value, one.label) for one in whys
            ]
        else:
            del self.fields["why"]

    def going(self) -> Going:
        said = self.cleaned_data
        return Going(said["day"], said.get("why", ""), said["note"], said.get("heard"))


class SheetForm(SeenForm):
    """One thing that an office asks the family for."""

    what = forms.ChoiceField(label=_("What does the office ask for?"), choices=Needed.choices)
    called = forms.CharField(
        label=_("If it is something else: what?"),
        help_text=_("No number, and nothing that stands in it."),
        max_length=120,
        required=False,
    )
    whose = forms.ChoiceField(label=_("Whose is it?"), choices=Whose.choices, widget=PickOne)
    held = forms.ChoiceField(label=_("Is it there?"), choices=Held.choices, widget=PickOne)
    until = asked_day(
        label=_("Until when is it good?"),
        required=False,
        initial=None,
    )

    def sheet(self) -> Sheet:
        said = self.cleaned_data
        called = said["called"] if said["what"] == Needed.OTHER else ""
        return Sheet(said["what"], said["whose"], said["held"], said["until"], called)


class AfterContactForm(SeenForm):
    """Where a society speaks with families, and how long after contact it asks how they are."""

    places = forms.MultipleChoiceField(
        label=_("Which of your places have a room where nobody listens?"),
        help_text=_(
            "Choose no Humanitarian Service Point. Families that come together are spoken with "
            "only in the places that you choose."
        ),
        widget=PickMany,
        required=False,
    )
    days = forms.CharField(
        label=_("How many days after contact do you ask the family how they are?"),
        help_text=_("Numbers of days, the smallest first, for example: 7, 30, 91"),
        max_length=60,
    )

    def __init__(self, *args: Any, desks: Sequence[Desk] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["places"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.name) for one in desks
        ]

    def clean_days(self) -> tuple[int, ...]:
        words = str(self.cleaned_data["days"]).replace("،", ",").split(",")
        days = [int(one) for one in words if one.strip().isdecimal()]
        whole = len(days) == len(words) <= MOST_TIMES and days == sorted(set(days))
        if not whole or not FEWEST_DAYS <= days[0] <= days[-1] <= MOST_DAYS:
            raise forms.ValidationError(
                _("Write up to six numbers from 1 to 730, the smallest first, with commas.")
            )
        return tuple(days)

    def settled(self) -> AfterContact:
        said = self.cleaned_data
        return AfterContact(tuple(said["places"]), said["days"])
