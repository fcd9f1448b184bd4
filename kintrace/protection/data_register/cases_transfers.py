"""What another society is told for a search, and what it says back."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import (
    Audience,
    Column,
    Entry,
    Until,
    Why,
    holding,
)
from kintrace.protection.purposes import BasisKind

READS_CASES = holding(Right.READ_CASES)
WORKS_ON_IT = holding(Right.CHANGE_CASES)

ENTRIES = {
    "cases.Transfer": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.TRANSFER,
        READS_CASES,
        {
            "told": _("The parts that were chosen for the other society, as they were told"),
            "question": _("What exactly the other society is asked"),
            "parts": _("Which parts were sent"),
            "matter": _("One number for the same search at several societies"),
            "ground_searcher": _("On which ground the other society is told of who searches"),
            "ground_sought": _("On which ground it is told of who is sought"),
        },
    ),
    "cases.TransferCard": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.TRANSFER,
        READS_CASES,
        {
            "told": _(
                "What the other society sees before it accepts: sex, age in bands, whom somebody "
                "seeks, what is asked, in which region, and whether a child searches. It names "
                "nobody"
            ),
        },
    ),
    "cases.TransferText": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.TRANSFER,
        READS_CASES,
        {
            "said": _(
                "Words for one society’s box: the story, where somebody may be, questions, "
                "answers, what was tried, what is said with the result; of a child’s search all "
                "that is sent of who is sought, and what the child said"
            ),
            "box": _("Whose box it is: that of the society, or of a child’s team"),
        },
    ),
    "cases.Passage": Entry(
        Why.SEARCH,
        BasisKind.CONSENT,
        Until.TRANSFER,
        WORKS_ON_IT,
        {
            "asked": _("Questions of another society that only family can answer"),
            "passed": _("How somebody found by another society is reached, as they agreed"),
            "box": _("Whose box it is: that of the society, or of a child’s team"),
            "mark": Column(
                _("Leads from what was shared to what came over, for who holds its key"),
                seen=Audience.NOBODY,
            ),
        },
    ),
    "cases.Incoming": Entry(Why.WORK, None, Until.TRANSFER, READS_CASES),
}
