"""What is kept of people whom a service point sees again, and of the ways it shows."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

_SEES_AGAIN = holding(Right.FOLLOW_UP)

ENTRIES = {
    "servicepoints.Registration": Entry(
        Why.MEET,
        BasisKind.CONSENT,
        Until.REGISTRATION,
        _SEES_AGAIN,
        {
            "told": _(
                "How somebody wants to be called, what they need, an agreed sign, where next"
            ),
            "guarded": Column(
                _("The same of a child, or where a sign of trafficking was seen"),
                why=Why.PROTECT,
                on=BasisKind.PUBLIC_INTEREST,
                seen=holding(Right.LIFT_HOLD),
            ),
            "hand_over": _("Which carried copy opens nothing any more when this is erased"),
        },
    ),
    "servicepoints.Meeting": Entry(
        Why.MEET,
        BasisKind.CONSENT,
        Until.REGISTRATION,
        _SEES_AGAIN,
        {"came": _("Whether somebody was seen, was not, or went on")},
    ),
    "servicepoints.HandOver": Entry(
        Why.MEET,
        BasisKind.CONSENT,
        Until.CARRIED,
        Audience.NOBODY,
        {
            "lookup": _("What is made of a code and a word, which are kept nowhere"),
            "sealed": Column(
                _("A copy of what somebody told a point, which only their code and word open"),
                seen=_SEES_AGAIN,
            ),
            "opened": _("How often it was opened"),
        },
    ),
    "servicepoints.Slip": Entry(
        Why.COUNT,
        None,
        Until.SLIP,
        _SEES_AGAIN,
        {
            "help": _("What somebody was shown the way to, in general words"),
            "code": _("What stands on the slip; it leads to nobody"),
        },
    ),
    "servicepoints.Booking": Entry(
        Why.MEET,
        BasisKind.CONSENT,
        Until.BOOKING,
        _SEES_AGAIN,
        {
            "sign": _("By which sign somebody is known who comes for a talk; no name"),
            "time": _("At what time"),
            "language": _("In which language"),
        },
    ),
}
