"""The lists a case's questions choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why the family was parted."""

    CONFLICT = "conflict", _("War or violence")
    DISASTER = "disaster", _("A disaster")
    SEA = "sea", _("On the way, at sea")
    BORDER = "border", _("On the way, at a border")
    ONWARD = "onward", _("On the way, elsewhere")
    DETENTION = "detention", _("Someone was detained")
    INJURY = "injury", _("An injury or a stay in hospital")
    OTHER = "other", _("Something else")


class Heard(models.TextChoices):
    """How the last news came."""

    TOGETHER = "together", _("They were together")
    PHONE = "phone", _("By phone or message")
    SOMEONE = "someone", _("Someone told them")
    PAPER = "paper", _("By letter or paper")
    OTHER = "other", _("In another way")


class Closing(models.TextChoices):
    """Why a case was closed; silence is never a reason."""

    FOUND = "found", _("The family is in touch again")
    WITHDRAWN = "withdrawn", _("The person asked us to stop")
    NOT_OURS = "not-ours", _("Another service helps with this")


class Way(models.TextChoices):
    """How somebody spoke with the person about the photo."""

    DESK = "desk", _("At the desk")
    PHONE = "phone", _("By phone")
    VISIT = "visit", _("On a visit")
    MESSAGE = "message", _("By message or letter")


class Partner(models.TextChoices):
    """With whom. Only the person, or a guardian for a child, can let a photo hang longer."""

    PERSON = "person", _("With the person who searches")
    GUARDIAN = "guardian", _("With the guardian")
    OTHER = "other", _("With somebody else")
    NOBODY = "nobody", _("With nobody")


class Outcome(models.TextChoices):
    """What came of it."""

    WANTS = "wants", _("Yes, the photo may go on")
    NO = "no", _("No, the photo comes down")
    AFRAID = "afraid", _("The person is afraid now: stop everything")
    NOT_REACHED = "not_reached", _("Nobody was reached")
    REMINDED = "reminded", _("A letter asks the person to get in touch")
