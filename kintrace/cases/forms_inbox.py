"""Forms of the inbox: answer, screen, give to somebody, keep a lead, write down what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kintrace.cases.criteria import NotOurs
from kintrace.cases.replies import Topic
from kintrace.protection.actions import Heard
from kintrace.protection.purposes import Channel as Read
from kintrace.ui.widgets import PickMany, PickOne
from kintrace.wall.screening import Channel, Flag, Kind, State
from kintrace.wall.telling import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.cases.models import Sentence
    from kintrace.network.models import Member
    from kintrace.protection.models import NoticeText


class AnswerForm(forms.Form):
    """What the visitor will read with code and word: approved sentences, own words, or both."""

    sentences = forms.MultipleChoiceField(
        label=_("Approved sentences"), required=False, widget=PickMany
    )
    text = forms.CharField(
        label=_("Your own words"),
        help_text=_("No name, address or number of the person searching."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, sentences: Sequence[Sentence] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["sentences"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), format_html('<bdi lang="{}">{}</bdi>', one.language, one.text))
            for one in sentences
        ]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not self.errors and not (typed["sentences"] or typed["text"]):
            self.add_error("text", _("Choose a sentence or write one."))
        return typed


class ScreenForm(forms.Form):
    """What a message is, or how it ended."""

    state = forms.ChoiceField(label=_("What is this message?"), widget=PickOne)

    def __init__(self, *args: Any, states: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["state"].choices = states  # type: ignore[attr-defined]


class AssignForm(forms.Form):
    """Who looks after a message; only those who can open it stand in the list."""

    member = forms.ChoiceField(label=_("Who looks after it?"), required=False)

    def __init__(self, *args: Any, holders: Sequence[Member], **more: Any) -> None:
        super().__init__(*args, **more)
        self.holders = {str(holder.pk): holder for holder in holders}
        self.fields["member"].choices = [  # type: ignore[attr-defined]
            ("", _("Nobody yet")),
            *((pk, holder.name or holder.sign_in) for pk, holder in self.holders.items()),
        ]

    def chosen(self) -> Member | None:
        return self.holders.get(self.cleaned_data["member"])


class FilterForm(forms.Form):
    """Which messages the list shows. Sent by GET; a filter that is not known shows all."""

    whose = forms.CharField(widget=forms.HiddenInput, required=False)
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("Any")), *State.choices], required=False
    )
    flag = forms.ChoiceField(
        label=_("Noticed"), choices=[("", _("Any")), *Flag.choices], required=False
    )


class ToldForm(Written):
    """What somebody tells by phone or at a desk, in the words in which they were asked."""

    channel = forms.ChoiceField(
        label=_("How is it told?"),
        choices=[(Channel.PHONE, _("By phone")), (Channel.DESK, _("At our desk"))],
        widget=PickOne(icons={"phone": "phone", "desk": "people"}),
    )
    kind = forms.ChoiceField(
        label=_("What is it about?"),
        # Who says who they are is asked more than this form asks.
        choices=[(code, label) for code, label in Kind.choices if code != Kind.SELF],
        initial=Kind.MESSAGE,
        widget=PickOne,
    )
    answer_in = forms.ChoiceField(
        label=_("In which language shall we answer?"), choices=settings.LANGUAGES
    )
    heard_in = forms.ChoiceField(
        label=_("In which language did you read the information aloud?"),
        widget=PickOne,
        error_messages={
            "required": _("Read the information aloud first. Nothing is written down before.")
        },
    )
    interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)

    field_order = ("heard_in", "interpreter", "channel", "kind", "writer", "name")  # as asked

    def __init__(self, *args: Any, texts: Sequence[NoticeText], **more: Any) -> None:
        super().__init__(*args, **more)
        self.texts = {str(text.pk): text for text in texts}
        self.fields["heard_in"].choices = [  # type: ignore[attr-defined]
            (pk, text.language_name) for pk, text in self.texts.items()
        ]

    def told(self) -> dict[str, Any]:
        """The keyword arguments of wall.actions.write_down, beside face and member."""
        given = self.cleaned_data
        on_the_phone = given["channel"] == Channel.PHONE
        how = Read.PHONE if on_the_phone else Read.READ_ALOUD
        return {
            "heard": Heard(self.texts[given["heard_in"]], how, given["interpreter"]),
            "kind": Kind(given["kind"]),
            "channel": Channel(given["channel"]),
            "body": self.body() | {"page_language": given["answer_in"]},
            "word": given["word"],
        }


class LeadForm(forms.Form):
    """What was learned. Sealed: only members who open the box can read it."""

    SURE = [
        ("saw", _("The writer saw it")),
        ("heard", _("The writer heard it from somebody who saw it")),
        ("rumour", _("It is told, and nobody knows from whom")),
    ]
    about = forms.ChoiceField(
        label=_("About whom of those who are sought?"),
        help_text=_(
            "Another society that is asked about one of them learns nothing of the others."
        ),
        required=False,
        widget=PickOne,
    )
    what = forms.CharField(
        label=_("What was learned?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what was learned.")},
    )
    where = forms.CharField(label=_("Where?"), required=False, max_length=300)
    when = forms.CharField(label=_("When, as it was said?"), required=False, max_length=200)
    whom = forms.CharField(label=_("Of whom?"), required=False, max_length=300)
    sure = forms.ChoiceField(label=_("How sure is it?"), choices=SURE, widget=PickOne)

    def __init__(self, *args: Any, persons: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        if persons:
            named = [*persons, ("", _("About more than one, or it is not known"))]
            self.fields["about"].choices = named  # type: ignore[attr-defined]
        else:
            del self.fields["about"]


def _topics() -> list[Any]:
    """A sentence for each reason of a refusal stands apart: its label is the reason alone."""
    return [*Topic.choices, (_("When a request is not accepted"), NotOurs.choices)]


class SentenceForm(forms.Form):
    """A new version of a sentence for answers."""

    topic = forms.ChoiceField(label=_("What is it for?"), choices=_topics)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    text = forms.CharField(
        label=_("The sentence"),
        help_text=_("No name and no promise. A child of ten must understand it."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
