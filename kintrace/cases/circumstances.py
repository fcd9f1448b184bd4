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
