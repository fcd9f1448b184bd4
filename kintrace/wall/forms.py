"""What visitors fill in. Nothing asks for papers, status or route; a name is never needed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import Code
from kintrace.visitors.forms import StampedForm
from kintrace.wall import certificate_codes
from kintrace.wall.relations import I_AM
from kintrace.wall.telling import Answerable, Reachable, Written


class ClaimField(forms.ChoiceField):
    """Which first button was pressed below a photo; what is none of its buttons says nothing."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> str:
        # Nobody typed it: there is no mistake to look at once more.
        return str(value) if value and self.valid_value(value) else ""


class MessageForm(Written, StampedForm):
    """One message about one face: who writes, how to reach them, what they say, their word."""

    claim = ClaimField(label=_("Pressed below the photo"), choices=I_AM.items(), required=False)

    def __init__(self, *args: Any, relations: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        claims = [(code, I_AM[code]) for code in relations]
        self.fields["claim"].choices = claims  # type: ignore[attr-defined]
        # Always: a number is lost, a phone is taken; with code and word an answer still arrives.
        self.fields["word"].required = True

    def body(self) -> dict[str, Any]:
        """With the button pressed, while they still say that they are the one who is sought."""
        claim = self.cleaned_data["claim"] if self.cleaned_data["writer"] == "sought" else ""
        return {**super().body(), "claim": claim}


class DemandForm(Reachable, StampedForm):
    """Somebody asked for money. Who is afraid need not say how to be reached."""

    who = forms.CharField(
        label=_("Who asked for money?"),
        help_text=_("A name, a number or an account: whatever you know."),
        required=False,
        max_length=300,
    )
    text = forms.CharField(
        label=_("How did they ask you?"),
        help_text=_("For example: they called me, they wrote to me, they came to my door."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write some words to us.")},
    )
    how_much = forms.CharField(label=_("How much?"), required=False, max_length=120)

    def body(self) -> dict[str, Any]:
        kept = ("who", "how_much", "text")
        return {**self.reached(), **{name: self.cleaned_data[name] for name in kept}}


class AnswerForm(StampedForm):
    """Code and word; and, once they opened something, more to say."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Three groups of four letters. Spaces and small letters do not matter."),
        max_length=40,
        widget=Code(),
        error_messages={"required": _("Write the code.")},
    )
    word = forms.CharField(
        label=_("Your word"),
        help_text=_("The word you chose when you wrote to us."),
        max_length=60,
        error_messages={"required": _("Write the word.")},
    )
    text = forms.CharField(
        label=_("Write to us again"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class CertificateForm(StampedForm):
    """The code of a certificate, from a paper that somebody was shown."""

    code = forms.CharField(
        label=_("The code that stands on it"),
        help_text=_("Four groups of four. Spaces and small letters do not matter."),
        max_length=40,
        widget=Code(),
        error_messages={"required": _("Write the code.")},
    )

    def clean_code(self) -> str:
        """A slip of the finger is told without looking whether there is such a code."""
        code: str = self.cleaned_data["code"]
        if not certificate_codes.is_whole(code):
            raise forms.ValidationError(_("A letter is wrong or missing. Look at the code again."))
        return code


class RemovalCodeForm(StampedForm):
    """The code the person searching got when the photo was put up."""

    what = forms.CharField(widget=forms.HiddenInput, initial="code")
    code = forms.CharField(
        label=_("Your removal code"),
        help_text=_("You got it when your photo was put up."),
        max_length=40,
        widget=Code(),
        error_messages={"required": _("Write the code.")},
    )


class AskForm(Answerable, StampedForm):
    """Without the code: a message to the society, and the press of the button counts."""

    what = forms.CharField(widget=forms.HiddenInput, initial="ask")
    text = forms.CharField(
        label=_("What we should know, and how we reach you"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def body(self) -> dict[str, Any]:
        """What is sealed for the society."""
        return {"text": self.cleaned_data["text"], "page_language": get_language()}


class DangerForm(AskForm):
    """The same, with one thing more said: it cannot wait."""

    what = forms.CharField(widget=forms.HiddenInput, initial="danger")
