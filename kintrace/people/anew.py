"""Why something is told anew of a person. Members read it; an access copy does not say it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Anew(TextChoices):
    WRONG = "wrong", _("It was written down wrongly")
    OTHERWISE = "otherwise", _("It is told otherwise now")
    MORE = "more", _("More is known now")
