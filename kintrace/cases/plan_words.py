"""The words of a contact plan which the person may read in a copy."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Way(TextChoices):
    """How somebody may be asked. Graded: each allows more than the one before."""

    SENTENCE = "sentence", _("A safe sentence only")
    MESSAGE = "message", _("A written message")
    CALL = "call", _("A call")


class Outcome(TextChoices):
    DONE = "done", _("We spoke with you")
    MISSED = "missed", _("We did not reach you")
    DECLINED = "declined", _("You did not want it any more")
