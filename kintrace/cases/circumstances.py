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


class Kin(models.TextChoices):
    """Who was sought, no nearer than this: what stays of a case when it is gone."""

    PARENT = "parent", _("A parent")
    CHILD = "child", _("A child")
    SIBLING = "sibling", _("A brother or sister")
    SPOUSE = "spouse", _("A husband or wife")
    OTHER = "other", _("Another relative")


class AgeThen(models.TextChoices):
    """How old the person sought was when the case was opened."""

    CHILD = "0", _("Under 18")
    ADULT = "18", _("18 to 59")
    OLD = "60", _("60 and older")
    UNKNOWN = "unknown", _("Age not known")


class KeptFor(models.TextChoices):
    """Why a closed case is kept longer. No free words: they would outlive what they speak of."""

    NEWS = "news", _("News may still come, and the family waits for it")
    REUNION = "reunion", _("The family is on its way to live together")
    COMPLAINT = "complaint", _("A complaint or a question of law is not settled")
    ASKED = "asked", _("The person asked us to keep it")


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
