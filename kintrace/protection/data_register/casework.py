"""What is kept of the people who search, and of those they search for."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

READS_CASES = holding(Right.READ_CASES)

ENTRIES = {
    "cases.Case": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {
            "circumstances": _("Why the family was parted"),
            "reference": _("A code to read aloud; it tells the society, and nobody’s name"),
            "handler_id": _("Which member looks after it"),
            "desk_id": _("At which of the society’s places it was opened"),
            "has_photo": _("Whether a photo was taken"),
            "photo_by_id": _("Which member took the photo"),
        },
    ),
    "cases.Move": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {
            "before": _("Where the case stood"),
            "after": _("Where it went"),
            "why": _("For which of the reasons on the list"),
            "note": _("What the member wrote to it"),
            "by_id": _("Which member did it"),
        },
    ),
    "cases.NotAccepted": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.REFUSED,
        READS_CASES,
        {
            "criterion": _("For which of the reasons on the list"),
            "note": _("What the member wrote to it"),
            "by_id": _("Which member refused it"),
            "told_how": _("How the person was told"),
            "told_language": _("In which language the person was told"),
            "reviewed_by_id": _("Which member looked at it a second time"),
            "agreed": _("What that member said"),
        },
    ),
    "cases.Criteria": Entry(
        Why.SEARCH,
        None,
        Until.SOCIETY,
        READS_CASES,
        {
            "settled": _("Which relatives, reasons and ages the society accepts"),
            "by_id": _("Which member settled it"),
        },
    ),
    "cases.Sought": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {
            "relation": _("Who the person sought is to the one who searches"),
            "last_news": _("When, where and how the last news came"),
        },
    ),
    "cases.OnCard": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {"mother": _("The mother’s name, where a member wrote it onto the card for the search")},
    ),
    "cases.Draft": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.DRAFT,
        holding(Right.OPEN_CASES),
        {
            "told": _("What was told so far, page by page"),
            "language": _("In which language the person was informed"),
        },
    ),
    "cases.Words": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {
            "words": _("How the person can be reached safely; what happened, in their own words"),
            "kind": _("Which of the two it is"),
            "lines": _("How many lines were written"),
        },
    ),
    "cases.Lead": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {
            "told": _("What was learned from a message: what, where, when, of whom, how sure"),
            "mark": Column(
                _(
                    "Leads from one of the people sought to what was learned of them alone, for "
                    "who can open the case’s file"
                ),
                seen=Audience.NOBODY,
            ),
        },
    ),
    "cases.CaseReview": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {
            "way": _("How the family was told that the search goes on, or that nobody was reached"),
            "told": _("What was said at a review, and what comes next"),
        },
    ),
    "cases.Tried": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {"told": _("What was tried in the search: where, and what came of it")},
    ),
    "cases.Contact": Entry(
        Why.SHOW,
        BasisKind.CONSENT,
        Until.CASE,
        READS_CASES,
        {
            "note": _("What else was said when a member spoke with the person"),
            "partner": _("Whether the person spoke, a guardian, or nobody was reached"),
            "outcome": _("What the person wants to happen with the photo"),
        },
    ),
    "cases.Sentence": Entry(
        Why.LISTEN,
        None,
        Until.SOCIETY,
        holding(Right.READ_INBOX, Right.APPROVE_NOTICES),
        {"text": Column(_("A sentence that the society says to visitors or families"))},
    ),
    "cases.PastCases": Entry(
        Why.COUNT,
        None,
        Until.NO_END,
        holding(Right.SEE_FIGURES),
        {
            "opened": _("The year in which cases were opened"),
            "closed": _("The year in which they were closed"),
            "closing": _("Why they were closed"),
            "kin": _("Who was sought, no nearer than “a parent”"),
            "age": _("The age of who was sought, in three bands"),
            "count": _("How many cases were alike"),
        },
    ),
    "people.Person": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        READS_CASES,
        {
            "told": _(
                "Names in parts and scripts, sex, birth as it was said, places, languages; every "
                "telling, the newest last"
            ),
        },
    ),
    "letters.Outgoing": Entry(
        Why.SEND,
        BasisKind.LEGITIMATE_INTEREST,
        Until.LETTER,
        Audience.NOBODY,
        {
            "to": _("The address it goes to, of a member or of the person searching"),
            "facts": _("A link or a number that stands in it; never a name"),
        },
    ),
}
