"""On which terms a face may be shown: by age, and by who answers for who may be a child."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.protection.retention import Kind, longest

A_CHILDS_FACE_HANGS = longest(Kind.CHILDS_PHOTO)  # a society may settle less


class Terms(TextChoices):
    """Who the person is to the second eye. Nobody under 15 has terms at all."""

    ADULT = "adult", _("18 or older")
    UNSAID = "unsaid", _("No birth was told: who looks at the photo judges the age")
    GUARDIAN = "guardian", _("15 to 17: a guardian agreed")
    BEST_INTEREST = "best_interest", _("15 to 17: two members sign that it is in their interest")


CHILDS = frozenset({Terms.GUARDIAN, Terms.BEST_INTEREST})


class Declined(TextChoices):
    """Why a second eye sends a proposal back."""

    PERSON = "person", _("It is not one person, or not the one who searches")
    AGE = "age", _("The person is not clearly old enough")
    TELLS = "tells", _("The picture tells a place, a name or a number")
    UNSAFE = "unsafe", _("The person may not be safe if anyone sees it")
    PICTURE = "picture", _("The picture is not good enough")


@dataclass(frozen=True)
class Known:
    """What the second eye goes by: the terms of the age, and which member took the photo."""

    terms: Terms = Terms.ADULT
    photo_by: UUID | None = None


AN_ADULT = Known()
