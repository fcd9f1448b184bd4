"""Forms of a Red Cross Message at its home: sender, addressee, text, picture, check, hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.cases.red_cross import (
    BY_SOCIETY,
    LETTERS_A_LINE,
    LINES,
    REACH,
    Cancelled,
    Picture,
    SentBack,
    lines_of,
)
from kintrace.people.told import Sex
from kintrace.protection.purposes import How
from kintrace.ui.widgets import Phone, PickMany, PickOne
from kintrace.vault.photos import SENTENCES, Why
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Society

# What stands on the sheet only if the sender says yes to it.
ASKED = [
    ("sex", _("The sex")),
    ("birth", _("The birth")),
    ("father", _("The father’s name")),
    ("mother", _("The mother’s name")),
    ("address", _("The address")),
    ("phone", _("The phone")),
]


class StartForm(forms.Form):
    """To whom, and that the sender heard what is read and wants the message to be sent."""

    to = forms.ChoiceField(label=_("Who is to get the message?"), widget=PickOne)
    how = forms.ChoiceField(
        label=_("How did the sender say yes?"), choices=How.choices[:4], widget=PickOne
    )
    heard = forms.BooleanField(
        label=_("I read all of it to the sender, who wants a message to be sent."),
        error_messages={"required": _("Read it aloud first. Nothing is written down before.")},
    )

    def __init__(self, *args: Any, sought: Sequence[tuple[Any, str]], **more: Any) -> None:
        """`sought`: each person sought in the case, or of a child’s family, and what they are
        called."""
        super().__init__(*args, **more)
        self.sought = {str(one.pk): one for one, _name in sought}
        field = self.fields["to"]
        field.choices = [(str(one.pk), name) for one, name in sought]  # type: ignore[attr-defined]
        if len(sought) == 1:
            field.initial = str(sought[0][0].pk)

    def chosen(self) -> Any:
        return self.sought[self.cleaned_data["to"]]


class PartForm(forms.Form):
    """A part of a message; `seen` is the version that the page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def said(self) -> dict[str, Any]:
        """What is sealed of it."""
        return {name: told for name, told in self.cleaned_data.items() if told and name != "seen"}


class WhoForm(PartForm):
    """What the sheet says of one person."""

    UNTIL_THE_DOOR = ("name", "name_own", "sex", "birth", "father", "mother")
    name = forms.CharField(label=_("Full name"), max_length=200)
    name_own = forms.CharField(
        label=_("The same name in its own script"), max_length=200, required=False
    )
    sex = forms.ChoiceField(
        label=_("Sex"), choices=Sex.choices, widget=PickOne, initial=Sex.UNKNOWN, required=False
    )
    birth = forms.CharField(label=_("Birth, as it is said"), max_length=100, required=False)
    father = forms.CharField(label=_("Father’s name"), max_length=200, required=False)
    mother = forms.CharField(label=_("Mother’s name"), max_length=200, required=False)
    address = forms.CharField(
        label=_("Full address"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    phone = forms.CharField(label=_("Phone"), max_length=60, required=False, widget=Phone)
    language = forms.ChoiceField(
        label=_("In which language shall the sheet speak to this person?"),
        choices=settings.LANGUAGES,
    )


class SenderForm(WhoForm):
    """The sender, who says yes to each line that stands on the sheet."""

    reply_to = forms.ChoiceField(
        label=_("Where may the answer come?"),
        choices=[
            ("society", _("To our desk; the address stays here")),
            ("own", _("To the sender’s own address")),
        ],
        widget=PickOne,
        initial="society",
    )
    shown = forms.MultipleChoiceField(
        label=_("What may stand on the sheet? Ask for each."),
        help_text=_("Whoever carries the sheet can read it. What is not ticked is not kept here."),
        choices=ASKED,
        required=False,
        widget=PickMany,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        shown = set(given.get("shown", ()))
        own = given.get("reply_to") == "own"
        if own and not (given.get("address") and "address" in shown):
            self.add_error("address", _("Write the address, and tick that it may stand there."))
        return given

    def said(self) -> dict[str, Any]:
        """Without what the sender did not say yes to."""
        left_out = {name for name, _label in ASKED} - set(self.cleaned_data["shown"])
        if self.cleaned_data["reply_to"] == "society":
            left_out.add("address")
        return {name: told for name, told in super().said().items() if name not in left_out}


class AddresseeForm(WhoForm):
    """The addressee: enough that a stranger finds the door, or who knows where they are."""

    relation = forms.ChoiceField(
        label=_("Who is this to the sender?"), choices=[("", "—"), *Relation.choices]
    )
    reach = forms.ChoiceField(
        label=_("How does the message reach this person?"),
        help_text=_("Only the society that found somebody knows where they are."),
        choices=[
            (BY_SOCIETY, _("Through the society that found them; no address stands on it")),
            ("address", _("To the address below")),
        ],
        widget=PickOne,
        initial=BY_SOCIETY,
    )
    field_order = ["relation", *WhoForm.UNTIL_THE_DOOR, "reach"]

    def __init__(self, *args: Any, by_society: bool = False, **more: Any) -> None:
        """`by_society`: somebody found them, and nobody else knows where they are."""
        super().__init__(*args, **more)
        address = self.fields["address"]
        address.required = not by_society
        if not by_society:
            del self.fields[REACH]
        address.help_text = _(
            "Where there are no streets: the quarter, a shop or a well nearby, who is known "
            "there. A drawing can go with it."
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get(REACH) == "address" and not given.get("address"):
            self.add_error("address", self.fields["address"].error_messages["required"])
        return given

    def said(self) -> dict[str, Any]:
        """Through a society nothing of where they are is kept."""
        said = super().said()
        left_out = {"address", "phone"} if said.get(REACH) == BY_SOCIETY else {REACH}
        return {name: told for name, told in said.items() if name not in left_out}


class TextForm(PartForm):
    """The news. What is too long comes back whole."""

    text = forms.CharField(
        label=_("What shall the family read?"),
        help_text=_("Family news only, at most 30 lines. Write it as the sender says it."),
        max_length=4000,
        widget=forms.Textarea(
            attrs={"rows": 16, "data-lines": LINES, "data-letters": LETTERS_A_LINE}
        ),
        error_messages={"required": _("Write what the family shall read.")},
    )

    def clean_text(self) -> str:
        return within_the_sheet(self.cleaned_data["text"])


def within_the_sheet(text: str) -> str:
    """The text as it is; ValidationError when it takes more lines than the sheet has."""
    if lines_of(text) > LINES:
        words = _("This takes %(lines)d lines. The sheet has %(most)d: shorten it.")
        raise forms.ValidationError(words, params={"lines": lines_of(text), "most": LINES})
    return text


class PictureForm(forms.Form):
    """A photo, or a photo of a drawing. Cleaned to bare pixels."""

    what = forms.ChoiceField(label=_("What is it?"), choices=Picture.choices, widget=PickOne)
    photo = forms.FileField(
        label=_("The picture"),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"required": _("Choose a picture.")},
    )

    def __init__(self, *args: Any, sent: int = 0, **more: Any) -> None:
        """`sent`: how many bytes arrived; a photo too large never got as far as the form."""
        super().__init__(*args, **more)
        if sent > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            self.fields["photo"].error_messages["required"] = SENTENCES[Why.HEAVY]

    def clean_photo(self) -> bytes:
        return bytes(self.cleaned_data["photo"].read())


class CheckForm(forms.Form):
    """The second eye says yes by looking for each thing."""

    clean_of = forms.BooleanField(
        label=_("I read all of it, and none of this stands in it."),
        error_messages={"required": _("Read the message and look for each of these.")},
    )


class GiveBackForm(forms.Form):
    """Why the writer looks at it again."""

    why = forms.ChoiceField(
        label=_("Why does it go back to the writer?"), choices=SentBack.choices, widget=PickOne
    )


class SendForm(forms.Form):
    """Who delivers it."""

    partner = forms.ChoiceField(label=_("Which society delivers it?"))

    def __init__(
        self, *args: Any, societies: Sequence[Society], own: bool = True, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["partner"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *([("own", _("We do it ourselves"))] if own else []),
            *((str(one.pk), one.name) for one in societies),
        ]

    def chosen(self) -> UUID | None:
        said = self.cleaned_data["partner"]
        return None if said == "own" else UUID(said)


class CallOffForm(forms.Form):
    """Why it is called off. The other society does not read it."""

    why = forms.ChoiceField(
        label=_("Why is it called off?"), choices=Cancelled.choices, widget=PickOne
    )
