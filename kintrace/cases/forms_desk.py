"""Forms of the desk after a case is open: consent, photo, proposal, its end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.faces import Recognised
from kintrace.cases.circumstances import TO_CHOOSE
from kintrace.protection.purposes import Channel, How, Scope
from kintrace.protection.risk import IS_IT_A_DANGER, WHO_RECOGNISES, Answer
from kintrace.ui.widgets import Code, Digits, PickFrame, PickMany, PickOne
from kintrace.vault.photos import SENTENCES, Why
from kintrace.wall.relations import AgeBand, Relation, Sex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import Promise

    from kintrace.people.lookups import Description
    from kintrace.protection.models import DoNotFind

NOBODY = "nobody"
MONTHS = [(1, _("1 month")), (3, _("3 months")), (6, _("6 months")), (12, _("12 months"))]


def in_months(months: int) -> date:
    return timezone.localdate() + timedelta(days=round(months * 30.4))


def months_up_to(longest: int) -> list[tuple[int, str | Promise]]:
    """The choices that fit; one month stands only where nothing longer does."""
    return [one for one in MONTHS if one[0] <= longest and (one[0] > 1 or longest == 1)]


class BeginForm(forms.Form):
    """In which language the notice is given; only approved texts stand in the list."""

    text = forms.ChoiceField(
        label=_("In which language does the person want to hear it?"), widget=PickOne
    )

    def __init__(self, *args: Any, texts: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["text"].choices = texts  # type: ignore[attr-defined]


class GivenForm(forms.Form):
    """How the notice was given."""

    channel = forms.ChoiceField(
        # Visitors read this.
        label=_("How did you give it?"),
        choices=Channel.choices,
        widget=PickOne,
    )
    # Visitors read this.
    interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)


class ConsentForm(forms.Form):
    """Who may recognise the person; then what they agreed to: where, for how long, how said."""

    who = forms.CharField(
        label=WHO_RECOGNISES,
        help_text=_("Sealed: only the protection team can read it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    danger = forms.ChoiceField(
        label=IS_IT_A_DANGER,
        help_text=_(
            "Anything but a plain no stops everything until the protection team has decided."
        ),
        choices=Answer.choices,
        widget=PickOne,
    )
    scope = forms.MultipleChoiceField(
        label=_("Where may the photo be shown?"), choices=Scope.choices, widget=PickMany
    )
    months = forms.TypedChoiceField(
        label=_("For how long?"), choices=MONTHS, coerce=int, initial=12, widget=PickOne
    )
    how = forms.ChoiceField(
        label=_("How did the person agree?"), choices=How.choices[:4], widget=PickOne
    )
    understood = forms.BooleanField(
        label=_(
            "The person knows that anyone can see the photo, that it may be copied, and that "
            "saying no changes nothing else."
        )
    )

    def __init__(self, *args: Any, longest: int = 12, **more: Any) -> None:
        """`longest`: so many months at most for this person."""
        super().__init__(*args, **more)
        self.fields["months"].choices = months_up_to(longest)  # type: ignore[attr-defined]
        self.fields["months"].initial = longest

    def agreed(self) -> dict[str, Any]:
        """The keyword arguments of faces.consent, beside case, words and member."""
        told = self.cleaned_data
        return {
            "recognised": Recognised(told["who"], told["danger"]),
            "scope": told["scope"],
            "how": told["how"],
            "until": in_months(told["months"]),
        }


class PhotoForm(forms.Form):
    """The photo of the person who searches; never of the person sought."""

    photo = forms.FileField(
        label=_("Photo of the person who searches"),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"required": _("Choose a photo.")},
    )

    def __init__(self, *args: Any, sent: int = 0, **more: Any) -> None:
        """`sent`: how many bytes arrived; a photo too large never got as far as the form."""
        super().__init__(*args, **more)
        if sent > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            self.fields["photo"].error_messages["required"] = SENTENCES[Why.HEAVY]

    def clean_photo(self) -> bytes:
        return bytes(self.cleaned_data["photo"].read())


class ProposeForm(forms.Form):
    """What the wall would show: one cut-out and whom the person is looking for."""

    frame = forms.ChoiceField(label=_("Which cut-out shows the face best?"), widget=PickFrame)
    relations = forms.MultipleChoiceField(
        label=_("I am looking for my …"), choices=Relation.choices, widget=PickMany
    )
    sex = forms.ChoiceField(
        label=_("The person who searches is"), choices=Sex.choices, widget=PickOne
    )
    age_band = forms.ChoiceField(label=_("Age"), choices=AgeBand.choices, widget=PickOne)

    def __init__(self, *args: Any, frames: Mapping[str, tuple[str, str]], **more: Any) -> None:
        """`frames`: name of a cut-out to (its words, the address of its preview)."""
        super().__init__(*args, **more)
        field = self.fields["frame"]
        field.choices = [(name, words) for name, (words, _url) in frames.items()]  # type: ignore[attr-defined]
        field.widget.previews = {name: url for name, (_words, url) in frames.items()}


class TakeDownForm(forms.Form):
    """Why a face comes down; it never needs a second member."""

    why = forms.ChoiceField(
        label=_("Why does the photo come down?"),
        choices=[
            ("withdrawn", _("The person asked for it")),
            ("matched", _("The family is found")),
            ("taken_down", _("For safety, or another reason")),
        ],
        widget=PickOne,
    )


class CloseForm(forms.Form):
    """Why the search ends."""

    closing = forms.ChoiceField(
        label=_("Why does the search end?"),
        choices=[(one.value, one.label) for one in TO_CHOOSE],
        widget=PickOne,
    )


class CallerForm(forms.Form):
    """The code under a photo on a poster, as a caller reads it out."""

    code = forms.CharField(
        label=_("Which code does the caller read?"),
        help_text=_("Two numbers, for example 11-17. It stands below the photo on the poster."),
        max_length=30,
        widget=Digits(),
    )


class CompareForm(forms.Form):
    """For each person sought: which entry of the register it is, or none."""

    def __init__(
        self,
        *args: Any,
        sought: Sequence[tuple[UUID, Description | None]],  # None: shown by the page itself
        entries: Sequence[DoNotFind],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.sought, self.entries = sought, entries
        self.wordless = any(not one.told for one in entries)
        none = [("", "—"), (NOBODY, _("None of them"))]
        named = [(str(one.pk), one.told["names"]) for one in entries if one.told]
        for subject, _person in sought:
            self.fields[f"is_{subject.hex}"] = forms.ChoiceField(
                label=_("Which of them is this person?"),
                choices=[*none, *named],
                error_messages={"required": _("Choose who it is, or “None of them”.")},
            )

    def rows(self) -> list[tuple[Description | None, forms.BoundField]]:
        return [(person, self[f"is_{subject.hex}"]) for subject, person in self.sought]

    def judged(self) -> list[tuple[UUID, UUID | None]]:
        """Per person sought the entry it is, or None; after is_valid()."""
        chosen = (
            (subject, self.cleaned_data[f"is_{subject.hex}"]) for subject, _person in self.sought
        )
        return [(subject, None if one == NOBODY else UUID(one)) for subject, one in chosen]


class CanaryForm(forms.Form):
    """Which case is invented: its code, and the name that was invented for it."""

    reference = forms.CharField(label=_("Code of the case"), max_length=20, widget=Code)
    name = forms.CharField(
        label=_("Name of the invented person who searches"),
        help_text=_("As it was told at the desk. It proves that this is the case you mean."),
        max_length=200,
    )
    note = forms.CharField(
        label=_("Note"),
        help_text=_("Who told the story, and who knows of it. Only you can read this."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
