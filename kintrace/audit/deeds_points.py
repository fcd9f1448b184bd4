"""What is done about people at service points: a part of the list in `deeds.py`, apart for its
length alone. No code stands in both."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.audit.deeds import Deed
from kintrace.audit.deeds_house import HouseDeed
from kintrace.audit.deeds_listings import ListingDeed


class PointDeed(TextChoices):
    """As in `Deed`, a code is never renamed or used anew."""

    REGISTERED_AT_POINT = "registered_at_point", _("Wrote down somebody to be seen again")
    READ_REGISTRATION = "read_registration", _("Read of somebody who is seen again")
    LISTED_TO_SEE = "listed_to_see", _("Looked through the people to be seen again")
    MET_AT_POINT = "met_at_point", _("Wrote down whether somebody was seen again")
    TOOK_GUARDED = "took_guarded", _("Took on what a point sealed to the protection team")
    GAVE_HAND_OVER = "gave_hand_over", _("Gave a person a code for the next point")
    TRIED_HAND_OVER = "tried_hand_over", _("Typed a code that a person carries")
    OPENED_HAND_OVER = "opened_hand_over", _("Opened what a person carries")
    TOOK_ON_HAND_OVER = "took_on_hand_over", _("Took on what a person carried")
    TOOK_BACK_HAND_OVER = "took_back_hand_over", _("Let a carried code open nothing any more")
    GAVE_SLIP = "gave_slip", _("Gave somebody a slip that shows the way")
    CAME_WITH_SLIP = "came_with_slip", _("Noted that somebody came with a slip")
    BOOKED_TALK = "booked_talk", _("Booked a talk at a desk")
    SETTLED_TALK = "settled_talk", _("Noted what became of a booked talk")


AnyDeed = Deed | PointDeed | ListingDeed | HouseDeed
