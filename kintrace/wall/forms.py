"""What visitors fill in. Nothing asks for papers, status or route; a name is never needed."""

from typing import Any

from django import forms
from django.utils.translation import get_language, get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import Code, Phone, PickMany, PickOne
from kintrace.vault.codes import normalise_word
from kintrace.visitors.forms import StampedForm

SHORTEST_WORD = 4
WAYS = ("phone", "email", "app", "through")


class MessageForm(StampedForm):
    """One message about one face: who writes, how to reach them, what they say, their word."""

    WRITERS = [
        ("sought", _("I am the person who is being looked for")),
        ("family", _("I am of the same family")),
        ("news", _("I have news of the person who is being looked for")),
    ]
    SAFE = [
        ("day", _("In the day")),
        ("evening", _("In the evening")),
        ("write", _("Write to me before you call")),
        ("silent", _("Do not say who is calling")),
    ]
    writer = forms.ChoiceField(
        label=_("Who are you?"),
        choices=WRITERS,
        widget=PickOne(icons={"sought": "match", "family": "people", "news": "chat"}),
        error_messages={"required": _("Choose one of the three.")},
    )
    name = forms.CharField(
        label=pgettext_lazy("of the visitor", "Your name"),
        help_text=_("As you like to be called."),
        required=False,
        max_length=120,
    )
    phone = forms.CharField(
        label=_("Phone number"),
        help_text=_("Begin with + and the country number, if you know it."),
        required=False,
        max_length=60,
        widget=Phone(),
    )
    email = forms.CharField(
        label=_("E-mail"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "email"}),
    )
    app = forms.CharField(
        label=_("A messaging app"),
        help_text=_("Which app, and your name or number there."),
        required=False,
        max_length=200,
    )
    through = forms.CharField(
        label=_("Through someone you trust"),
        help_text=_("Who, and how we reach them. We tell them nothing about why we call."),
        required=False,
        max_length=300,
    )
    come_back = forms.BooleanField(
        label=_("I come back here with my code and read your answer"), required=False
    )
    safe = forms.MultipleChoiceField(
        label=_("When are you safe to talk?"), choices=SAFE, required=False, widget=PickMany()
    )
    country = forms.CharField(
        label=_("Country where you are now"),
        help_text=_("The country is enough. It helps us to find someone near you."),
        required=False,
        max_length=80,
    )
    language = forms.CharField(
        label=_("Languages you speak"),
        required=False,
        max_length=120,
        initial=lambda: get_language_info(get_language() or "en")["name_local"],
    )
    text = forms.CharField(
        label=_("Your message"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write some words to us.")},
    )
    word = forms.CharField(
        label=_("A word you choose"),
        help_text=_(
            "At least four letters. You need it together with the code we give you. Choose a word "
            "that you remember and nobody guesses."
        ),
        max_length=60,
        error_messages={"required": _("Choose a word.")},
    )

    def clean_word(self) -> str:
        """What counts is what is left of it when it is compared: letters and digits."""
        word: str = self.cleaned_data["word"]
        if len(normalise_word(word)) < SHORTEST_WORD:
            raise forms.ValidationError(_("Choose a word of at least four letters."))
        return word

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if not any(typed.get(way) for way in (*WAYS, "come_back")):
            self.add_error(
                "phone",
                _("Give one way to reach you, or choose to come back with your code."),
            )
        return typed

    def body(self) -> dict[str, Any]:
        """What is sealed for the society. The word is not in it: it opens the answer."""
        said = self.cleaned_data
        ways = {way: said[way] for way in WAYS if said[way]}
        kept = ("writer", "name", "come_back", "safe", "country", "language", "text")
        return {
            "kind": "message",
            "ways": ways,
            "page_language": get_language(),
            **{name: said[name] for name in kept},
        }


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


class AskForm(StampedForm):
    """Without the code: a message to the society, and the press of the button counts."""

    what = forms.CharField(widget=forms.HiddenInput, initial="ask")
    text = forms.CharField(
        label=_("What we should know, and how we reach you"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DangerForm(AskForm):
    """The same, with one thing more said: it cannot wait."""

    what = forms.CharField(widget=forms.HiddenInput, initial="danger")
