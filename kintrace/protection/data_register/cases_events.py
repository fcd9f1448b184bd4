"""What is kept of events: what happened, which cases belong there, what was counted and told."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

READS_CASES = holding(Right.READ_CASES)

ENTRIES = {
    "cases.Event": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.EVENT,
        READS_CASES,
        {
            "told": _("What it is called, when and where it was, what the boat looked like"),
            "kind": _("A boat, a border, a camp, a day"),
        },
    ),
    "cases.Joined": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {"why": _("Why the case belongs to the event")},
    ),
    "cases.Count": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.EVENT,
        READS_CASES,
        {"told": _("How many were there, rescued, dead or missing, who says so, of which day")},
    ),
    "cases.Account": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.EVENT,
        READS_CASES,
        {
            "words": _("What somebody who was there tells, and how they can be reached"),
            "read": _("When a member read it through"),
        },
    ),
}
