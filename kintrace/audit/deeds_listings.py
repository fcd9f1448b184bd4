"""What is done about services nearby: a part of the list in `deeds.py`, apart for its length alone.
No code stands in both."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ListingDeed(TextChoices):
    """As in `Deed`, a code is never renamed or used anew."""

    SETTLED_PLACE = "settled_place", _("Wrote down what a place is called")
    WROTE_LISTING = "wrote_listing", _("Wrote down a service nearby")
    CHANGED_LISTING = "changed_listing", _("Changed a service nearby")
    CONFIRMED_LISTING = "confirmed_listing", _("Confirmed a service nearby")
    RETIRED_LISTING = "retired_listing", _("Took a service nearby out of sight")
    TOOK_SERVICE = "took_service", _("Took a service over from a file")
