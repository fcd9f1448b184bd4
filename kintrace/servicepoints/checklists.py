"""What is looked after before a day opens, before it closes, and what a volunteer has learned."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Opening(TextChoices):
    """Before anybody is received."""

    SAFE = "safe", _("Nobody in uniform stands near, and nobody watches who comes.")
    ALONE = "alone", _("There is a quiet corner where nobody else hears a talk.")
    EMPTY = "empty", _("Phones and tablets that we lend hold nothing of yesterday.")
    READY = "ready", _("Phones are charged and have credit; Wi-Fi opens our page.")
    SOCKETS = "sockets", _("Sockets and chargers are dry, whole and not hot.")
    TOLD = "told", _("What we do and what we write down hangs where everybody reads it.")
    WHOM = "whom", _("Everybody here knows whom to call for a child and for a sign of trafficking.")


class Closing(TextChoices):
    """Before everybody goes home."""

    LENT = "lent", _("No number and no message is left on a phone or tablet that we lend.")
    PHONES = "phones", _("Every phone is collected, or locked away with its ticket.")
    COUNTS = "counts", _("The counts of the day are looked through and put right.")
    PAPERS = "papers", _("Nothing written about anybody lies about; it is at the desk or torn up.")
    LOCKED = "locked", _("Tablets are charged, signed out and locked away.")


# Without these nobody is received, and nobody goes.
NEEDED = (Opening.SAFE, Opening.EMPTY, Closing.LENT)


class Lesson(TextChoices):
    """What who works at a point has learned, each with its day."""

    PRINCIPLES = "principles", _("The seven Principles, and what “do no harm” means here")
    LINKS = "links", _("Restoring family links: what we can do, and what we never promise")
    DATA = "data", _("What is written down, what never is, and why")
    FIRST_AID = "first_aid", _("Psychological first aid, and looking after oneself")
    CHILDREN = "children", _("Children on their own: whom to call, what not to ask")
    TRAFFICKING = "trafficking", _("Signs of trafficking, and whom to call")
    TABLET = "tablet", _("The tablet, with network and without")
