"""The words of following people up: what they need, how a meeting went, where a slip leads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Need(TextChoices):
    """Why somebody is to be seen again. None of them asks for papers, status or a route."""

    ALONE = "alone", _("A child without any adult")
    SEPARATED = "separated", _("A child with adults who are not its parents")
    OLD = "old", _("Old, needs somebody to look in")
    ILL = "ill", _("Ill or hurt")
    PREGNANT = "pregnant", _("Expects a child, or has a newborn one")
    DISABILITY = "disability", _("Lives with a disability")
    ANOTHER = "another", _("Needs something else")
    # Nobody reads this to the person: somebody may stand beside them.
    TRAFFICKING = "trafficking", _("A sign of trafficking or of being made to do something")


# What is told of these is for the protection team alone.
OF_CHILDREN = frozenset({Need.ALONE, Need.SEPARATED})
GUARDED = OF_CHILDREN | {Need.TRAFFICKING}


class Came(TextChoices):
    """How it went on the day."""

    SEEN = "seen", pgettext_lazy("how a meeting went", "Seen")
    MISSED = "missed", pgettext_lazy("how a meeting went", "Not seen")
    MOVED = "moved", pgettext_lazy("how a meeting went", "Went on to another place")


class Help(TextChoices):
    """What somebody is shown the way to, in general words."""

    FAMILY = "family", _("Looking for family")
    HEALTH = "health", _("A doctor or medicine")
    LEGAL = "legal", _("Advice on law")
    SHELTER = "shelter", _("A place to sleep")
    FOOD = "food", _("Food and water")
    CASH = "cash", _("Help with money")
    EDUCATION = "education", _("School or learning")
    DOCUMENTS = "documents", _("Help with documents")
    REUNION = "reunion", _("Bringing a family together")
    SAFE_SPACE = "safe_space", _("A safe place for women or children")


class Booked(TextChoices):
    """What became of a talk that was booked."""

    OPEN = "open", pgettext_lazy("state of a booking", "Expected")
    KEPT = "kept", pgettext_lazy("state of a booking", "The talk took place")
    CANCELLED = "cancelled", pgettext_lazy("state of a booking", "Called off")
