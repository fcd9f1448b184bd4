"""What a child chooses from when it tells: these words stand in its own copy."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

FAMILY, PARTED = "family", "parted"  # pages: whom it knows, and how they lost each other
FAMILY_ROWS = 6  # of the family, as the child tells of it


class Care(TextChoices):
    """Who looks after the child until the family is found."""

    FAMILY = "family", _("Relatives")
    FOSTER = "foster", _("A foster family")
    HOME = "home", _("A home for children")
    GROWN_UP = "grown_up", _("A grown-up who is no relative")
    OLDER = "older", _("An older brother or sister")
    NOBODY = "nobody", _("Nobody yet")


class Assent(TextChoices):
    """What the child says when asked whether we may search."""

    YES = "yes", _("Yes, search")
    LATER = "later", _("Not now, ask again")
    NO = "no", _("No, do not search")


class Extent(TextChoices):
    """How much somebody must not learn."""

    ALL = "all", _("Everything: not even that we know the child")
    PART = "part", _("Only what stands here")
