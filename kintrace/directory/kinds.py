"""With what somebody helps, whether they do at the moment, and how long their word holds."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """In the order of the pages: what is needed today comes first. A code is never renamed."""

    HEALTH = "health", _("Health")
    SHELTER = "shelter", _("A place to sleep")
    FOOD = "food", _("Food")
    SAFE_SPACE = "safe_space", _("Safe spaces")
    LEGAL = "legal", _("Advice about the law")
    DOCUMENTS = "documents", _("Help at an office")
    REUNIFICATION = "reunification", _("Bringing families together")
    CASH = "cash", _("Money and vouchers")
    EDUCATION = "education", _("School and courses")


ICONS: dict[str, str] = {
    Kind.HEALTH: "pulse",
    Kind.SHELTER: "tent",
    Kind.FOOD: "bowl",
    Kind.SAFE_SPACE: "shield",
    Kind.LEGAL: "talk",
    Kind.DOCUMENTS: "note",
    Kind.REUNIFICATION: "together",
    Kind.CASH: "coins",
    Kind.EDUCATION: "book",
}


class State(TextChoices):
    """Whether somebody finds help there. What nobody helps with any more is shown nowhere."""

    OPEN = "open"
    CLOSED = "closed"  # for now
    RETIRED = "retired"


# A door that was open three months ago may be shut, and somebody walked there for nothing.
HOLDS = timedelta(days=90)
SOON = timedelta(days=14)  # how early the work list says that a word runs out


def runs_out(confirmed: date) -> date:
    """The last day on which what was confirmed on a day is printed without a doubt."""
    return confirmed + HOLDS
