"""What somebody is asked who wants to be found: a few taps and words, to a society they choose.

Nothing asks for papers, status or a way that somebody means to go. All but the names may be empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import PickMany, PickOne
from kintrace.visitors.forms import StampedForm
from kintrace.wall.relations import AgeBand, Me, Who
from kintrace.wall.telling import Reachable, asked_country, asked_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.wall.who_i_am import Hears

UNSAID = ("unsaid", _("I do not want to say it"))
LONG = 300  # letters in one line


def _line(label: Any, *, hint: Any = "") -> forms.CharField:
    """One of the answers in words that may stay empty."""
    return forms.CharField(label=label, help_text=hint, required=False, max_length=LONG)


def _words(label: Any, *, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SocietyForm(forms.Form):
    """Who shall read it: a society that says in this language what it does with it."""

    society = forms.ChoiceField(
        label=_("Which society do you want to tell?"),
        help_text=_("Choose the one where you are, or one that you trust."),
        widget=PickOne,
        error_messages={
            "required": _("Choose a society."),
            "invalid_choice": _("Choose a society."),
        },
    )

    def __init__(self, *args: Any, hear: Sequence[Hears] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.hear = {one.society.code: one for one in hear}
        self.fields["society"].choices = [  # type: ignore[attr-defined]
            (code, one.called) for code, one in self.hear.items()
        ]

    def chosen(self) -> Hears:
        return self.hear[self.cleaned_data["society"]]


class WhoIAmForm(Reachable, StampedForm):
    """How somebody describes themself. `notice` is the text that stood above the questions."""

    society = forms.CharField(widget=forms.HiddenInput)
    notice = forms.CharField(widget=forms.HiddenInput)
    me = forms.ChoiceField(
        label=_("Are you a woman or a man?"),
        choices=[*Me.choices, UNSAID],
        required=False,
        widget=PickOne(pictos={"woman": "me-woman", "man": "me-man"}),
    )
    age = forms.ChoiceField(
        label=_("How old are you?"),
        choices=[("0", _("Younger than 15")), *AgeBand.choices, UNSAID],
        required=False,
        widget=PickOne,
    )
    born = _line(
        _("When were you born, as you know it?"),
        hint=_("For example: 1990, or: spring of the year the war began."),
    )
    names = forms.CharField(
        label=_("Your names, as you say them"),
        help_text=_("All of them, in any letters."),
        max_length=LONG,
        error_messages={"required": _("Write at least one name.")},
    )
    names_other = _line(
        _("Other names"),
        hint=_("The same in other letters, or how people call you."),
    )
    father = _line(_("Your father’s name"))
    mother = _line(_("Your mother’s name"))
    origin = _line(_("Where do you come from?"), hint=_("Country, town or village."))
    kin = forms.MultipleChoiceField(
        label=_("Who may be looking for you?"),
        choices=Who.choices,
        required=False,
        widget=PickMany(pictos={one.value: one.value for one in Who}),
    )
    kin_names = _line(_("What are their names?"))
    together = _words(_("Where and when were you last together?"))
    feared = _words(
        _("Who must not learn that you wrote to us?"),
        hint=_("A person, an office or a country. We keep it from them."),
    )
    country = asked_country()
    language = asked_languages()
    text = _words(_("What else should we know?"))
    across = forms.ChoiceField(
        label=_("May this society also ask the other societies?"),
        choices=[("no", _("No, only this society")), ("yes", _("Yes, the others too"))],
        initial="no",
        required=False,
        widget=PickOne(icons={"no": "lock", "yes": "transfer"}),
    )

    # As they are asked; `wall` shows them so, and the inbox as well.
    ABOUT_ME = ("me", "age", "born", "names", "names_other", "father", "mother", "origin")
    FAMILY = ("kin", "kin_names", "together")
    REST = ("feared", "country", "language", "across")

    def __init__(self, *args: Any, hears: Hears | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["word"].required = True  # with code and word an answer arrives in any case
        self.hears = hears

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        self.require_reached()
        now = str(self.hears.text.pk) if self.hears else ""
        if typed.get("notice") != now:
            self.add_error(None, _("The words above the questions changed. Read them once more."))
            self._put_back("notice", now)
        return typed

    def clean_across(self) -> str:
        """What nobody chose is a no."""
        return str(self.cleaned_data["across"] or "no")

    def body(self) -> dict[str, Any]:
        """What is sealed for the society, with the notice that was read before."""
        kept = (*self.ABOUT_ME, *self.FAMILY, *self.REST, "text", "notice")
        return {**self.reached(), **{name: self.cleaned_data[name] for name in kept}}

    def free_words(self) -> str:
        """What was told in sentences: names alike are no sign that somebody wrote twice."""
        return "\n".join(filter(None, (self.cleaned_data["together"], self.cleaned_data["text"])))

    def everything(self) -> str:
        """All that was typed, for a page that has to give it back."""
        typed = (self.cleaned_data.get(name) for name in (*self.ABOUT_ME, *self.FAMILY, "text"))
        return "\n".join(one for one in typed if isinstance(one, str) and one)
