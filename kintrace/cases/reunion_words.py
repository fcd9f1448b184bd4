"""The words of a family that comes together which each of the two may read in a copy."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Step(TextChoices):
    """Where a dossier stands. A code is kept and never renamed."""

    ADVICE = "advice", _("Advice")
    DOSSIER = "dossier", _("Putting the dossier together")
    LODGED = "lodged", _("Handed in")
    GRANTED = "granted", _("They may come")
    REFUSED = "refused", _("They may not come")
    APPEAL = "appeal", _("We asked again, against the refusal")
    TRAVELLED = "travelled", _("They arrived")
    SUPPORTED = "supported", _("Helped after coming together")
    ENDED = "ended", _("Ended")


class Needed(TextChoices):
    """What an office asks of a family. We keep that it is there and until when, never what it
    says: no number, no picture of it."""

    BIRTH = "birth", _("Proof of birth")
    MARRIAGE = "marriage", _("Proof of marriage")
    KIN = "kin", _("Proof that they are family")
    CUSTODY = "custody", _("A decision on who looks after a child")
    CONSENT = "consent", _("Agreement of the other parent")
    PASSPORT = "passport", _("Passport")
    HOME = "home", _("Proof of home or income")
    PHOTOS = "photos", _("Photos for the office")
    FORM = "form", _("The form of the office")
    OTHER = "other", _("Something else")


class Held(TextChoices):
    """Whether it is there."""

    MISSING = "missing", _("It is missing")
    ASKED = "asked", _("It was asked for")
    HELD = "held", _("It is there")
