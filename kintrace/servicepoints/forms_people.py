"""What is asked of people whom a point sees again. Nothing asks for papers, status or a route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.protection.actions import Heard
from kintrace.protection.forms import GiveNoticeForm
from kintrace.protection.purposes import Channel, How
from kintrace.servicepoints.actions import Sent
from kintrace.servicepoints.people_words import Came, Need
from kintrace.servicepoints.telling import LONGEST, Again, Told
from kintrace.ui import tongues
from kintrace.ui.widgets import Code, PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kintrace.protection.models import NoticeText
    from kintrace.servicepoints.models import ServicePoint

# Of the ways of saying yes those that happen at a point.
SAID_HERE = [(one.value, one.label) for one in (How.SPOKEN, How.WRITTEN, How.GUARDIAN)]
ELSEWHERE = ("elsewhere", _("At another place, or nobody knows yet"))


def day_field(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "dir": "ltr"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


def choose_tongue() -> list[tuple[str, Any]]:
    """Nobody gets the first language of the list because nobody chose."""
    return [("", _("Choose a language")), *tongues.choices()]


class HeardForm(forms.Form):
    """How the notice was given and what the person said to it."""

    channel = forms.ChoiceField(
        # Visitors read this.
        label=_("How did you give it?"),
        choices=Channel.choices,
        initial=Channel.READ_ALOUD,
        widget=PickOne,
    )
    # Visitors read this.
    interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)
    how = forms.ChoiceField(
        label=_("How did the person say yes?"), choices=SAID_HERE, widget=PickOne
    )

    def heard(self, text: NoticeText) -> Heard:
        given = self.cleaned_data
        return Heard(text, Channel(given["channel"]), given["interpreter"])

    def agreed(self) -> How:
        return How(self.cleaned_data["how"])


class AgainForm(forms.Form):
    """When and where the person is seen again. since: the day on which it was said, where that is
    written down later."""

    next_on = day_field(_("On which day do you see each other again?"), required=False)
    hour = forms.CharField(label=_("At what time?"), max_length=LONGEST["hour"], required=False)
    next_at = forms.ChoiceField(label=_("Where?"), required=False)
    place = forms.CharField(
        label=_("If it is another place: which one, in a few words"),
        max_length=LONGEST["place"],
        required=False,
    )

    def __init__(
        self, *args: Any, points: Iterable[ServicePoint], since: date | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.points, self.since = list(points), since or timezone.localdate()
        named = [(str(one.pk), one.name) for one in self.points]
        self.fields["next_at"].choices = [*named, ELSEWHERE]  # type: ignore[attr-defined]

    def clean_next_on(self) -> Any:
        day = self.cleaned_data["next_on"]
        if day and day < self.since:
            raise forms.ValidationError(_("This day is over. Choose a later one."))
        return day

    def again(self) -> Again:
        given = self.cleaned_data
        chosen = next((one.pk for one in self.points if str(one.pk) == given["next_at"]), None)
        return Again(given["next_on"], chosen)


class WhoForm(forms.Form):
    """As little as it takes to see somebody again."""

    called = forms.CharField(
        label=_("How does the person want to be called?"),
        help_text=_("A first name or any other name. No family name, no number."),
        max_length=LONGEST["called"],
    )
    needs = forms.MultipleChoiceField(
        label=_("Why do you want to see each other again?"),
        help_text=_(
            "A child, or a sign of trafficking: what you write is sealed to the protection team at "
            "once. You cannot read it again."
        ),
        choices=Need.choices,
        widget=PickMany,
        error_messages={"required": _("Choose at least one.")},
    )
    language = forms.ChoiceField(label=_("Language"), choices=choose_tongue)
    sign = forms.CharField(
        label=_("By which sign do you know each other again?"),
        help_text=_("A thing, a word or a card that only the two of you know of."),
        max_length=LONGEST["sign"],
    )
    words = forms.CharField(
        label=_("What must the next member know, in one sentence?"),
        max_length=LONGEST["words"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RegisterForm(HeardForm, AgainForm, WhoForm):
    """The notice was given; then everything that is written down, on one page."""

    # Made by the page that shows the form: sent twice it is written down once.
    sent = forms.UUIDField(widget=forms.HiddenInput)
    field_order = [
        *("channel", "interpreter", "how", "called", "needs", "language", "sign", "words"),
        *("next_on", "hour", "next_at", "place", "sent"),
    ]

    def registered(self, text: NoticeText) -> dict[str, Any]:
        """The keyword arguments of actions.registering.register, beside the member."""
        told, sent = Told.of(self.cleaned_data), Sent(self.cleaned_data["sent"])
        heard = {"heard": self.heard(text), "how": self.agreed()}
        return {"told": told, "again": self.again(), "sent": sent, **heard}


class MeetingForm(AgainForm):
    """How it went, and when the next time is."""

    came = forms.ChoiceField(label=_("How did it go?"), choices=Came.choices, widget=PickOne)
    sent = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ["came", "next_on", "hour", "next_at", "place", "sent"]

    def met(self) -> dict[str, Any]:
        given = self.cleaned_data
        said = {"hour": given["hour"], "place": given["place"], "sent": Sent(given["sent"])}
        return {"came": Came(given["came"]), "again": self.again(), **said}


class NoMoreForm(forms.Form):
    """The person wants nothing kept any more."""

    sure = forms.BooleanField(
        label=_("The person says so themself. I know that nobody can bring this back."),
        error_messages={"required": _("Tick this when the person said so.")},
    )


class HandOverForm(forms.Form):
    """A word of the person's own; the code is drawn by us."""

    word = forms.CharField(
        label=_("Which word does the person choose?"),
        help_text=_("One that they remember and nobody guesses: no name, no day of birth."),
        min_length=3,
        max_length=60,
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    how = forms.ChoiceField(
        label=_("How did the person say yes?"), choices=SAID_HERE, widget=PickOne
    )

    def given(self) -> dict[str, Any]:
        return {"word": self.cleaned_data["word"], "how": How(self.cleaned_data["how"])}


class CarriedForm(forms.Form):
    """Code and word, as the person shows or says them."""

    code = forms.CharField(
        label=_("The code that the person carries"),
        # Visitors read this.
        help_text=_("Three groups of four letters. Spaces and small letters do not matter."),
        max_length=40,
        widget=Code(),
        # Visitors read this.
        error_messages={"required": _("Write the code.")},
    )
    word = forms.CharField(
        label=_("The person’s word"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        # Visitors read this.
        error_messages={"required": _("Write the word.")},
    )


class TakeOnForm(HeardForm, AgainForm):
    """The person was informed here and says yes; code and word come along once more."""

    code = forms.CharField(max_length=40, widget=forms.HiddenInput)
    word = forms.CharField(max_length=60, widget=forms.HiddenInput)
    text = forms.ChoiceField(label=_("In which language was it given?"), widget=PickOne)
    field_order = [
        *("text", "channel", "interpreter", "how", "next_on", "hour", "next_at", "place"),
        *("code", "word"),
    ]

    def __init__(self, *args: Any, texts: list[NoticeText], **more: Any) -> None:
        super().__init__(*args, **more)
        self.texts = texts
        named = [(str(one.pk), one.language_name) for one in texts]
        self.fields["text"].choices = named  # type: ignore[attr-defined]

    def taken(self) -> dict[str, Any]:
        """The keyword arguments of actions.handing_over.take_on, beside the member."""
        given = self.cleaned_data
        text = next(one for one in self.texts if str(one.pk) == given["text"])
        said = {"code": given["code"], "word": given["word"]}
        return said | {"heard": self.heard(text), "how": self.agreed(), "again": self.again()}


class GoOnForm(GiveNoticeForm):
    """The notice is given anew, for a search is something else; and only what the person says goes
    along into the request."""

    called = forms.BooleanField(label=_("How they want to be called"), required=False)
    language = forms.BooleanField(label=_("Their language"), required=False)

    def agreed(self) -> dict[str, Any]:
        along = {name: self.cleaned_data[name] for name in ("called", "language")}
        return {**self.given(), **along}
