"""What is done about the running of the house: a part of the list in `deeds.py`, apart for its
length alone. No code stands in two of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class HouseDeed(TextChoices):
    """As in `Deed`, a code is never renamed or used anew."""

    TRIED_JOB_AGAIN = "tried_job_again", _("Let a job that failed be tried again")
    GAVE_UP_JOB = "gave_up_job", _("Gave up a job that failed")
