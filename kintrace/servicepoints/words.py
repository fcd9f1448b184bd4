"""The words rows of this folder are written in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

MOST_SLOTS = 200  # of a charging board


class PointKind(TextChoices):
    """What a service point is like."""

    FIXED = "fixed", _("In one place")
    MOBILE = "mobile", _("Moving: a car, a bus or on foot")
    BOAT = "boat", _("On a boat")
    TRAIN = "train", _("On a train")


class PointState(TextChoices):
    """Whether anybody works there."""

    ACTIVE = "active", _("At work")
    ENDED = "ended", _("Ended")


class Equipment(TextChoices):
    """What lies ready at a service point. How many phones can be charged is asked apart."""

    PHONES = "phones", _("Phones to call with")
    ROUTERS = "routers", _("Wi-Fi routers")
    TABLETS = "tablets", _("Tablets")
    SCREENS = "screens", _("Screens on a wall")
