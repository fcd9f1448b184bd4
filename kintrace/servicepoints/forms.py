"""What is asked about a service point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.people.forms import DigitsField
from kintrace.servicepoints.actions.points import Plan
from kintrace.servicepoints.words import MOST_SLOTS, Equipment, PointKind
from kintrace.ui import tongues
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Desk
    from kintrace.servicepoints.models import ServicePoint

MOST = 500  # of one kind of thing at one place
TOO_MANY = _("Write a number up to %(most)s.")


class PointForm(forms.Form):
    """A service point as its planners describe it."""

    name = forms.CharField(label=_("What do you call it?"), max_length=120)
    kind = forms.ChoiceField(
        label=_("What is it like?"), choices=PointKind.choices, widget=PickOne()
    )
    place = forms.CharField(
        label=_("Where is it, or which way does it go?"),
        help_text=_("Only members of your society read this."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    desk = forms.ChoiceField(
        label=_("Which desk stands behind it?"),
        help_text=_("Confidential conversations are held there."),
        required=False,
    )
    hours = forms.CharField(label=_("When is somebody there?"), max_length=200, required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken here"),
        choices=tongues.choices,
        widget=PickMany(),
        required=False,
    )
    slots = DigitsField(label=_("How many phones can be charged at a time?"), required=False)

    def __init__(self, *args: Any, desks: Sequence[Desk], **more: Any) -> None:
        super().__init__(*args, **more)
        self._desks = {str(one.pk): one for one in desks}
        named = [(key, desk.name) for key, desk in self._desks.items()]
        self.fields["desk"].choices = [("", _("None")), *named]  # type: ignore[attr-defined]
        for thing in Equipment:
            self.fields[thing.value] = DigitsField(label=thing.label, required=False)

    def clean_desk(self) -> Desk | None:
        return self._desks.get(self.cleaned_data["desk"])

    def clean(self) -> dict[str, Any]:
        """Nobody counts a thousand phones at one place: it is a slip of the finger."""
        said = super().clean() or self.cleaned_data
        for name in ("slots", *Equipment.values):
            most = MOST_SLOTS if name == "slots" else MOST
            if (said.get(name) or 0) > most:
                self.add_error(name, TOO_MANY % {"most": most})
        return said

    @property
    def things(self) -> list[forms.BoundField]:
        """The questions how many of each there are."""
        return [self[name] for name in Equipment.values]

    def plan(self) -> Plan:
        """What was said, as the actions take it."""
        said = self.cleaned_data
        plain = ("name", "kind", "place", "desk", "hours", "languages")
        return Plan(
            **{name: said[name] for name in plain},
            equipment={name: said[name] for name in Equipment.values if said[name]},
            slots=said["slots"] or 0,
        )


def known_of(point: ServicePoint) -> dict[str, Any]:
    """What stands in the form of a point that is there already."""
    plain = ("name", "kind", "place", "hours", "languages", "slots")
    known = {name: getattr(point, name) for name in plain}
    return {**known, "desk": str(point.desk_id or ""), **point.equipment}
