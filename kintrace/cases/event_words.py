"""The lists an event's questions choose from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(TextChoices):
    """What happened to many at once."""

    SHIPWRECK = "shipwreck", _("A boat or ship in distress")
    BORDER = "border", _("At a border")
    CAMP = "camp", _("A fire or attack where people stayed")
    DAY = "day", _("A day on which many were parted")


class CountOf(TextChoices):
    """Who is counted. Nothing is worked out from what was not told."""

    ABOARD = "aboard", pgettext_lazy("people counted", "There, or aboard")
    RESCUED = "rescued", pgettext_lazy("people counted", "Rescued or safe")
    DEAD = "dead", pgettext_lazy("people counted", "Found dead")
    MISSING = "missing", pgettext_lazy("people counted", "Missing")


class CountBy(TextChoices):
    """Who says so. A list and no words of one's own, so that no name stands here."""

    SURVIVORS = "survivors", pgettext_lazy("who counted", "People who were there")
    RESCUERS = "rescuers", pgettext_lazy("who counted", "Rescuers")
    AUTHORITY = "authority", pgettext_lazy("who counted", "An authority")
    MOVEMENT = "movement", pgettext_lazy("who counted", "One of our societies")
    PRESS = "press", pgettext_lazy("who counted", "Newspapers, radio or television")
    OTHER = "other", pgettext_lazy("who counted", "Somebody else")
