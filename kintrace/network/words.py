"""The words rows of this folder are written in, and what they may look like."""

from django.core.validators import RegexValidator
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

is_sign_in_name = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]{2,39}\Z",
    _("Use 3 to 40 letters from a to z, digits, dots, dashes or underscores."),
)
is_code = RegexValidator(r"^[A-Z]{2,8}\Z", _("Use 2 to 8 letters from A to Z."))
is_country = RegexValidator(r"^[A-Z]{2}\Z", _("Use the two letters of the country, such as AT."))


BOX_NAMES = {"inbox": _("Inbox"), "protection": _("Protection notes")}


class SocietyKind(TextChoices):
    """What a society is to the network."""

    NATIONAL_SOCIETY = "national_society", _("National Society")
    DELEGATION = "delegation", _("ICRC delegation")
    NETWORK_OFFICE = "network_office", _("Network office")


class SocietyState(TextChoices):
    """Whether it belongs to the network now."""

    ACTIVE = "active", _("Active")
    LEFT = "left", _("Left the network")


class MemberState(TextChoices):
    """Whether a member can sign in."""

    INVITED = "invited", _("Invited")
    ACTIVE = "active", _("Active")
    LEFT = "left", _("Left")


class LinkKind(TextChoices):
    """What a one-time link is for."""

    INVITATION = "invitation", _("Invitation")
    RESET = "reset", _("Reset")


class SharingPurpose(TextChoices):
    """What another society is shown something for."""

    SECOND_EYE = "second_eye", _("Second eye: its officers look at proposed photos")
