"""What is kept of service points: where they are, and how many were helped there."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Entry, Until, Why, holding

_WORKS = holding(Right.RUN_POINT, Right.SET_UP_POINTS)

ENTRIES = {
    "servicepoints.ServicePoint": Entry(
        Why.MEET,
        None,
        Until.SOCIETY,
        _WORKS,
        {
            "name": _("What the society calls it"),
            "place": _("Where it is, or which way it goes"),
            "hours": _("When somebody is there"),
            "equipment": _("How many of which thing lie ready"),
            "slots": _("How many phones can be charged at a time"),
        },
    ),
    "servicepoints.Device": Entry(
        Why.MEET,
        None,
        Until.DEVICE,
        _WORKS,
        {
            "name": _("What its people call the tablet"),
            "share": _("Which part of the charging board it gives out first"),
        },
    ),
    "servicepoints.TakenRecord": Entry(Why.RUN, None, Until.TAKEN, Audience.NOBODY),
}
