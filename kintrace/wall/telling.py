"""What is asked of somebody who tells us something, on the wall and at a desk alike."""

import re
from typing import Any

from django import forms
from django.utils.translation import get_language, get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kintrace.ui.spoken import number
from kintrace.ui.widgets import Phone, PickMany, PickOne
from kintrace.vault.codes import normalise_word

SHORTEST_WORD = 4
WAYS = ("phone", "email", "app", "through")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class Answerable(forms.Form):
    """The word with which an answer is read."""

    word = forms.CharField(
        label=_("A word you choose"),
        help_text=_(
            "At least four letters. You need it together with the code we give you. Choose a word "
            "that you remember and nobody guesses."
        ),
        required=False,
        max_length=60,
        error_messages={"required": _("Choose a word.")},
    )

    def clean_word(self) -> str:
        """What counts is what is left of it when it is compared: letters and digits."""
        word: str = self.cleaned_data["word"]
        if word and len(normalise_word(word)) < SHORTEST_WORD:
            raise forms.ValidationError(_("Choose a word of at least four letters."))
        return word


class Reachable(Answerable):
    """How somebody is reached without danger, and the word with which an answer is read."""

    SAFE = [
        ("day", _("In the day")),
        ("evening", _("In the evening")),
        ("write", _("Write to me before you call")),
        ("silent", _("Do not say who is calling")),
    ]
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

    def clean_phone(self) -> str:
        """In plain digits, whatever the keyboard."""
        typed: str = self.cleaned_data["phone"]
        try:
            return number(typed) if typed else ""
        except ValueError:
            raise forms.ValidationError(
                _("Write only the number here, for example +00 010 555 0142.")
            ) from None

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"]
        if typed and not _EMAIL.fullmatch(typed):
            raise forms.ValidationError(
                _("An e-mail address has an @ and a dot in it, for example amal@example.org.")
            )
        return typed

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("come_back") and not typed.get("word") and "word" not in self.errors:
            self.add_error("word", _("Choose a word, so that you can read our answer here."))
        return typed

    def is_reached(self) -> bool:
        """Whether one way at least was given, right or wrong: what is wrong says so itself."""
        typed = {way for way in (*WAYS, "come_back") if self.cleaned_data.get(way)}
        return bool(typed or set(WAYS) & self.errors.keys())

    def require_reached(self) -> None:
        """Say at the first way that one of them is needed."""
        if not self.is_reached():
            self.add_error(
                "phone",
                _("Give one way to reach you, or choose to come back with your code."),
            )

    def reached(self) -> dict[str, Any]:
        """What is sealed of it. The word is not in it: it opens the answer."""
        said = self.cleaned_data
        return {
            "ways": {way: said[way] for way in WAYS if said[way]},
            "come_back": said["come_back"],
            "safe": said["safe"],
            "page_language": get_language(),
        }


def asked_country() -> forms.CharField:
    return forms.CharField(
        label=_("Country where you are now"),
        help_text=_("The country is enough. It helps us to find someone near you."),
        required=False,
        max_length=80,
    )


def asked_languages() -> forms.CharField:
    return forms.CharField(
        label=_("Languages you speak"),
        required=False,
        max_length=120,
        initial=lambda: get_language_info(get_language() or "en")["name_local"],
    )


class Written(Reachable):
    """One message about a face: who tells it, what it is, and where and how to answer."""

    WRITERS = [
        ("sought", _("I am the person who is being looked for")),
        ("family", _("I am of the same family")),
        ("news", _("I have news of the person who is being looked for")),
        ("knows", _("I think I know the person on the photo")),
    ]
    writer = forms.ChoiceField(
        label=_("Who are you?"),
        choices=WRITERS,
        widget=PickOne(
            icons={"sought": "match", "family": "people", "news": "chat", "knows": "eye"}
        ),
        error_messages={"required": _("Choose one of the four.")},
    )
    name = forms.CharField(
        label=pgettext_lazy("of the visitor", "Your name"),
        help_text=_("As you like to be called."),
        required=False,
        max_length=120,
    )
    country = asked_country()
    language = asked_languages()
    text = forms.CharField(
        label=_("Your message"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write some words to us.")},
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        self.require_reached()
        return typed

    def body(self) -> dict[str, Any]:
        """What is sealed for the society."""
        kept = ("writer", "name", "country", "language", "text")
        return {**self.reached(), **{name: self.cleaned_data[name] for name in kept}}
