"""The words of lawful basis: what for, on which ground, how far, how the person was told."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TextKind(TextChoices):
    """What an approved text is read for. The first words of each lie in first_words/."""

    NOTICE = "notice", _("Before anything is asked")
    CONSENT = "consent", _("Before the question about the photo")
    RISK = "risk", _("Before the questions about safety")


class Purpose(TextChoices):
    """What is done with what a person told. Each needs a basis of its own."""

    TRACE = "trace", _("Search for the family")
    PUBLISH = "publish", _("Show the photo to everyone")
    SHARE = "share", _("Tell another society")
    COMPARE = "compare", _("Compare with searches of other societies")
    CONTACT = "contact", _("Get in touch with the person")
    MESSAGE = "message", _("Pass on a family message")
    REFER = "refer", _("Pass the person on to somebody who helps")


# What shows a person to whoever looks.
SHOWS = frozenset({Purpose.PUBLISH, Purpose.SHARE, Purpose.COMPARE, Purpose.MESSAGE})
# What lies with others, or opens in their hands. Whether somebody is compared is asked anew by the
# hour, and nobody sees a card before.
ELSEWHERE = (SHOWS | {Purpose.REFER}) - {Purpose.COMPARE}


class BasisKind(TextChoices):
    CONSENT = "consent", _("Consent")
    VITAL_INTEREST = "vital_interest", _("Vital interest")
    PUBLIC_INTEREST = "public_interest", _("Public interest")
    LEGITIMATE_INTEREST = "legitimate_interest", _("Legitimate interest")
    LEGAL_OBLIGATION = "legal_obligation", _("Legal obligation")


class Scope(TextChoices):
    """Where a photo may stand. Consent to one is not consent to the other."""

    WALL = "wall", _("The public wall on the internet")
    POSTERS = "posters", _("Printed posters")


class How(TextChoices):
    """How a basis came about."""

    SPOKEN = "spoken", _("Said at the desk")
    PHONE = "phone", _("Said by phone")
    WRITTEN = "written", _("Given in writing")
    GUARDIAN = "guardian", _("Given by the guardian")
    WEIGHED = "weighed", _("Weighed by the society; the person could not be asked")


class Channel(TextChoices):
    """How the information notice reached the person."""

    READ_ALOUD = "read_aloud", _("Read aloud")
    PICTOGRAMS = "pictograms", _("Shown with pictures")
    FULL_TEXT = "full_text", _("Read by the person")
    PHONE = "phone", _("Read aloud by phone")


class WhyErased(TextChoices):
    ASKED = "asked", _("The person asked for it.")
    RETENTION = "retention", _("The time we may keep it is over.")
    MISTAKE = "mistake", _("It should never have been written down.")
    BEFORE = "before", _("It was erased before, and came back with a backup.")

    @classmethod
    def asked(cls) -> list[tuple[str, str]]:
        """What a member may choose."""
        return [(one.value, str(one.label)) for one in cls if one is not cls.BEFORE]


class Cause(TextChoices):
    """Why something that stands elsewhere must stop."""

    HOLD = "hold", _("Held by the protection team")
    WITHDRAWN = "withdrawn", _("Withdrawn by the person")
    EXPIRED = "expired", _("The agreed time is over")
    DO_NOT_FIND = "do_not_find", _("The person does not want to be found")
    MUST_NOT_LEARN = "must_not_learn", _("Somebody must not learn of the person")
    SOCIETY_LEFT = "society_left", _("The society left the network")
    RESTORED = "restored", _("A backup came back, and nobody knows what was stopped since")
