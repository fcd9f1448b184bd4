"""The lists a case's questions choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    UNKNOWN = "unknown", pgettext_lazy("how news came", "Not known")


class Closing(models.TextChoices):
    """Why a case was closed; silence is never a reason.

    What tells of a found person, of a death or that nothing was found is no code here: it is
    sealed with the outcome, and all such cases end alike.
    """

    FOUND = "found", _("The family is in touch again")
    SELF_SOLVED = "self_solved", _("They found each other without us")
    TOLD = "told", _("The family was told what may be told")
    WITHDRAWN = "withdrawn", _("The person asked us to stop")
    LOST = "lost", _("The person who searches could not be reached for a year")
    NOT_OURS = "not-ours", _("Another service helps with this")
    DUPLICATE = "duplicate", _("It is the same as another case")
    PASSED_ON = "passed_on", _("Another society goes on with the search")
    CRITERIA = "criteria", _("The request was not accepted")


# Says that the family heard of somebody through us: of everybody sought, then. The others need no
# outcome, for the family knows more than we do, or nobody can be told.
TELLS = frozenset({Closing.TOLD, Closing.FOUND})
# What a member may choose; the last is written when a request is not accepted.
TO_CHOOSE = [one for one in Closing if one is not Closing.CRITERIA]


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
