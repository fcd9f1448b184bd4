"""The questions asked before a search, a message or a photo. There is no score.

Any answer but a plain no is a concern, and a concern is a hold: people decide, not sums. None of
the questions asks for legal status, papers or the way travelled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Answer(TextChoices):
    NO = "no", pgettext_lazy("answer to a risk question", "No")
    YES = "yes", pgettext_lazy("answer to a risk question", "Yes")
    UNSURE = "unsure", pgettext_lazy("answer to a risk question", "Not sure")


@dataclass(frozen=True)
class Question:
    code: str
    words: _StrPromise


QUESTIONS = (
    Question("listening", _("Is somebody listening to us, or waiting for what you tell me?")),
    Question("sent", _("Did somebody else ask you or push you to look for this person?")),
    Question("fled", _("Did the person go away to be safe from somebody, perhaps in the family?")),
    Question("violence", _("Has anybody in this story hurt or threatened you or the person?")),
    Question("held", _("Does somebody else keep your phone, your papers or your money?")),
    Question("debt", _("Do you or the person owe money to somebody who may use force?")),
    Question("dependent", _("Does one of you depend on the other and cannot say no?")),
    Question("state", _("Would it be dangerous if the authorities of any country learnt of it?")),
    Question("child", _("Is one of you younger than 18 years?")),
)

# Asked before consent to a photo that everybody sees: recognised means found, by family or foe.
WHO_RECOGNISES = _(
    "Who may see your photo and recognise you, at the place where you are now and where you come "
    "from?"
)
IS_IT_A_DANGER = _("Is that a danger for you or for anybody else?")


def concerns(answers: dict[str, str]) -> tuple[str, ...]:
    """The codes of the questions whose answer is a concern."""
    return tuple(code for code, answer in answers.items() if answer != Answer.NO)


def complete(answers: dict[str, str]) -> bool:
    """Whether each question, and nothing else, has one of the answers."""
    return set(answers) == {question.code for question in QUESTIONS} and all(
        answer in Answer.values for answer in answers.values()
    )
