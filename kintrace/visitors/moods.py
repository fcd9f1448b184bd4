"""How somebody found it: three faces, each with its word."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Mood(TextChoices):
    GOOD = "good", _("Good")
    FAIR = "fair", _("So-so")
    BAD = "bad", _("Bad")


DRAWN = {Mood.GOOD.value: "smile", Mood.FAIR.value: "even", Mood.BAD.value: "sad"}
