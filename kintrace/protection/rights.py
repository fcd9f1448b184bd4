"""The words of people's rights and of authorities' questions, and how long an answer may take."""

from calendar import monthrange
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# General Data Protection Regulation, Article 12 (3): one month, two more where it is needed.
MONTHS, MONTHS_AT_MOST = 1, 3


class Kind(TextChoices):
    """What a person asks for."""

    ACCESS = "access", _("A copy of what we keep")
    CORRECTION = "correction", _("A correction")
    OBJECTION = "objection", _("An objection to what we do")
    WITHDRAWAL = "withdrawal", _("Taking back an agreement")
    ERASURE = "erasure", _("Deleting everything")


class Came(TextChoices):
    """How a request reached us."""

    DESK = "desk", pgettext_lazy("how a request came", "At a desk")
    PHONE = "phone", pgettext_lazy("how a request came", "By phone")
    LETTER = "letter", pgettext_lazy("how a request came", "By letter")
    MESSAGE = "message", pgettext_lazy("how a request came", "By message or e-mail")


class Authority(TextChoices):
    """Which kind of authority asked."""

    POLICE = "police", _("Police")
    BORDER = "border", _("Border guard or immigration office")
    COURT = "court", _("Court or public prosecutor")
    SECRET = "secret", _("Secret service or army")
    EMBASSY = "embassy", _("Embassy or consulate")
    WELFARE = "welfare", _("Social or youth welfare office")
    OTHER = "other", pgettext_lazy("kind of authority", "Another authority")


class Decision(TextChoices):
    REFUSED = "refused", pgettext_lazy("answer to an authority", "Refused")
    BOUND = "bound", pgettext_lazy("answer to an authority", "Answered, because a law binds us")


def months_after(day: date, months: int) -> date:
    """The same day of a later month; its last day where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
