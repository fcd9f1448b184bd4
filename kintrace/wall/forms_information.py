"""What is chosen for papers, and for the screen in a hall: only words of ours come back."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import PickMany, PickOne
from kintrace.wall.advice import Topic
from kintrace.wall.advice_on_the_way import TOPICS
from kintrace.wall.handouts import Size, Tongue

if TYPE_CHECKING:
    from django.http import QueryDict

Choices = list[tuple[str, Any]]


def topics() -> Choices:
    return [(name, topic.title) for name, topic in TOPICS.items()]


def languages() -> Choices:
    return [(code, Tongue(code).name) for code, _name in settings.LANGUAGES]


def beside(language: str) -> Choices:
    """What may stand beside the language of the page."""
    others = [(code, name) for code, name in languages() if code != language]
    return [("", _("No other language")), *others]


class CardForm(forms.Form):
    """In which second language a card speaks. What an address leaves out is as it begins."""

    begins: ClassVar[dict[str, str]] = {"beside": ""}

    beside = forms.ChoiceField(
        label=_("Which language beside it?"), required=False, widget=PickOne()
    )

    def __init__(self, said: "QueryDict", *, language: str) -> None:
        super().__init__({**self.begins, **said.dict()})
        self.language = language
        offer(self, "beside", beside(language), "")

    @property
    def languages(self) -> list[str]:
        """Of the paper; what cannot be read here is passed over."""
        return [self.language, self._chosen("beside")]

    def _chosen(self, name: str) -> str:
        self.is_valid()
        chosen: str = self.cleaned_data.get(name) or self.begins[name]
        return chosen


class PicturesForm(CardForm):
    """Which sheet of pictures, on which paper."""

    begins: ClassVar[dict[str, str]] = {"topic": "together", "beside": "", "size": Size.A4}

    topic = forms.ChoiceField(label=_("What about?"), choices=topics, widget=PickOne())
    size = forms.ChoiceField(label=_("Which sheet?"), choices=Size.choices, widget=PickOne())
    field_order = ("topic", "beside", "size")

    @property
    def about(self) -> Topic:
        return TOPICS[self._chosen("topic")]

    @property
    def paper(self) -> str:
        return self._chosen("size")


class ScreenForm(forms.Form):
    """What a screen in a hall shows, and in which languages by turns."""

    topic = forms.MultipleChoiceField(label=_("What about?"), widget=PickMany())
    language = forms.MultipleChoiceField(label=_("In which languages?"), widget=PickMany())

    def __init__(self, said: "QueryDict | None" = None, *, language: str) -> None:
        super().__init__(said)
        offer(self, "topic", topics(), ["together"])
        offer(self, "language", languages(), [language])


def offer(form: forms.Form, name: str, choices: Choices, initial: object) -> None:
    field = form.fields[name]
    field.choices = choices  # type: ignore[attr-defined]
    field.initial = initial
