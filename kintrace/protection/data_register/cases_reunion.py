"""What is kept of families that come together."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.cases_found import WORKS_ON_IT
from kintrace.protection.data_register.words import Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

ENTRIES = {
    "cases.AfterContact": Entry(
        Why.TOGETHER,
        None,
        Until.SOCIETY,
        holding(Right.READ_CASES),
        {
            "settled": _("Where families are spoken with, and after how many days they are asked"),
            "by_id": _("Which member settled it"),
        },
    ),
    "cases.Reunion": Entry(
        Why.TOGETHER,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS_ON_IT,
        {
            "agreed": _("When and how each of the two said that they want to come together"),
            "looked": _("What was looked at for the safety of a family"),
        },
    ),
    "cases.ReunionStep": Entry(
        Why.TOGETHER,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS_ON_IT,
        {
            "step": _("A step on the way of a family to come together, and why"),
            "note": _("Words to a step"),
        },
    ),
    "cases.ReunionSheet": Entry(
        Why.TOGETHER,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS_ON_IT,
        {"told": _("What an office asks a family for, whose it is, and until when it is good")},
    ),
}
