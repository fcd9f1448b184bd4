"""The words of a referral which the person may read in a copy."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Helper(TextChoices):
    """With what somebody helps. A code is kept and never renamed."""

    REINTEGRATION = "reintegration", _("Settling in again")
    DOCUMENTS = "documents", _("Help at an office")
    LEGAL = "legal", _("Advice about the law")
    HEALTH = "health", _("Health")
    SHELTER = "shelter", _("A place to sleep")
    SAFE_HOUSE = "safe_house", _("A safe house")
    CHILDREN = "children", _("Help for children")
    OTHER = "other", _("Something else")


class Standing(TextChoices):
    REFERRED = "referred", _("Passed on, no answer yet")
    ACCEPTED = "accepted", _("They will help")
    DECLINED = "declined", _("They cannot help")
    DONE = "done", _("They helped")
    NOT_DONE = "not_done", _("Nothing came of it")
    TOOK_BACK = "took_back", _("The person does not want it any more")
    RAN_OUT = "ran_out", _("The time that the person agreed to is over")
