"""What is kept of service points: where they are, and how many were helped there."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

_WORKS = holding(Right.RUN_POINT, Right.SET_UP_POINTS)
_COUNTS = holding(Right.RUN_POINT, Right.SEE_POINT_REPORTS)

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
    "servicepoints.DailyCount": Entry(
        Why.COUNT,
        None,
        Until.NO_END,
        _COUNTS,
        {
            "service": _("Which service"),
            "language": _("In which language it was given, where somebody said so"),
            "band": _("Sex and age of who was helped, in six bands, where somebody said so"),
            "count": _("How many in a day; nobody in particular"),
        },
    ),
    "servicepoints.MonthOutside": Entry(
        Why.COUNT,
        None,
        Until.NO_END,
        holding(Right.SEE_POINT_REPORTS),
        {
            "cut": _("By what it is counted: services, languages, bands, or all"),
            "cell": _("Which service, language or band"),
            "count": _("How many in a month at all points of a society; none under five"),
        },
    ),
    "servicepoints.UsedId": Entry(
        Why.RUN,
        None,
        Until.FOUR_DAYS,
        Audience.NOBODY,
        {"used": _("The number of a deed that arrived; it tells neither the deed nor who did it")},
    ),
    "servicepoints.PointDay": Entry(
        Why.MEET,
        BasisKind.LEGITIMATE_INTEREST,
        Until.NO_END,
        _COUNTS,
        {
            "looked_at": _("What was looked after before the day was opened"),
            "left_ready": _("What was looked after before it was closed"),
        },
    ),
    "servicepoints.ChargingTicket": Entry(
        Why.MEET,
        None,
        Until.NEXT_DAY,
        holding(Right.RUN_POINT),
        {
            "number": _("The number of the slot, and on the paper; no name"),
            "token": _("What the square on the paper holds"),
        },
    ),
    "servicepoints.NeedsAssessment": Entry(
        Why.MEET,
        BasisKind.LEGITIMATE_INTEREST,
        Until.SOCIETY,
        _WORKS,
        {
            "answers": _("What is seen of many people at once, as bands and yes or no"),
            "lines": _("What is offered and kept ready because of it"),
            "safe": _("When people come without danger: where, who is present, how far police is"),
        },
    ),
    "servicepoints.PointTask": Entry(
        Why.WORK,
        BasisKind.LEGITIMATE_INTEREST,
        Until.SOCIETY,
        _WORKS,
        {"what": _("What is to be done at a service point")},
    ),
    "servicepoints.Training": Entry(
        Why.WORK,
        BasisKind.LEGITIMATE_INTEREST,
        Until.MEMBER,
        holding(Right.SET_UP_POINTS),
        {"lesson": _("What a member has learned")},
    ),
}
