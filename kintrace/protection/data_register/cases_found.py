"""What is kept of people who were found, and of what came of a search."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

# Who works on the search, and who may be the second member; the page asks which of them.
WORKS_ON_IT = holding(Right.CHANGE_CASES)

ENTRIES = {
    "cases.Located": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "found": _("Which search found the person, and how"),
            "mark": Column(
                _("Leads from the search to who was found, for who can open the search’s file"),
                seen=Audience.NOBODY,
            ),
            "is_told": _("Whether the family heard what it may hear"),
        },
    ),
    "cases.Whereabouts": Entry(
        Why.SEARCH,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS_ON_IT,
        {"reached": _("Where a found person is and how they are reached, as they agreed")},
    ),
    "cases.Choice": Entry(
        Why.PROTECT,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS_ON_IT,
        {"wish": _("What a found person wants passed on, and in which language they were asked")},
    ),
    "cases.Proof": Entry(
        Why.PROTECT,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "rung": _("What proves that it is the family, and whether both sides agree"),
            "asked": _("A question that only family can answer"),
            "seeker_says": _("What the person who searches answered"),
            "found_says": _("What the found person answered"),
        },
    ),
    "cases.Judgement": Entry(
        Why.PROTECT,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {"judged": _("What a member decided: whether it is the family, whether it may go on")},
    ),
    "cases.Release": Entry(
        Why.SEARCH,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS_ON_IT,
        {
            "passed": _("Which ways to reach a found person were passed on"),
            "first_told": _("How the family was told first"),
        },
    ),
    "cases.Outcome": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "outcome": _("What came of the search for one person"),
            "told_words": _("The sentence that the family heard"),
            "told_how": _("In which way the family was told"),
        },
    ),
}
