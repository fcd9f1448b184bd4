"""What is kept to work lawfully and to protect people."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

ON_THE_PERSONS_PAGE = holding(Right.HOLD, Right.READ_CASES)

ENTRIES = {
    "protection.NoticeText": Entry(
        Why.TELL,
        None,
        Until.TEXT,
        Audience.EVERYBODY,
        {
            "state": _("Draft, in force or replaced; the public side reads those in force"),
            "short": _("What is read aloud in one minute"),
            "full": _("The whole text"),
            "pictures": _("Drawings, and the line beside each"),
        },
    ),
    "protection.NoticeGiven": Entry(
        Why.LAWFUL,
        BasisKind.LEGAL_OBLIGATION,
        Until.PERSON,
        ON_THE_PERSONS_PAGE,
        {
            "channel": _("Read aloud, with pictures, in full or by phone"),
            "interpreter": _("Whether an interpreter helped"),
        },
    ),
    "protection.Basis": Entry(
        Why.LAWFUL,
        BasisKind.LEGAL_OBLIGATION,
        Until.CASE,
        ON_THE_PERSONS_PAGE,
        {
            "not_with": Column(
                _("Which countries, societies and persons must not learn of it"),
                seen=holding(Right.HOLD),
            ),
            "told_by": _("The number of who told us of a person that we cannot ask"),
            "purpose": _("For what"),
            "kind": _("On which ground"),
            "scope": _("Where a photo may stand"),
            "how": _("How the person said so, or that they could not be asked"),
            "withdrawn_at": _("When it was taken back"),
        },
    ),
    "protection.RiskAnswers": Entry(
        Why.PROTECT,
        BasisKind.VITAL_INTEREST,
        Until.PERSON,
        ON_THE_PERSONS_PAGE,
        {
            "answers": _("The answers about safety, and who may recognise the person in a photo"),
        },
    ),
    "protection.Hold": Entry(
        Why.PROTECT,
        BasisKind.VITAL_INTEREST,
        Until.PERSON,
        holding(Right.LIFT_HOLD),
        {
            "reason": _("Why everything was stopped"),
            "lifted_because": _("Why it may go on"),
        },
    ),
    "protection.DoNotFind": Entry(
        Why.PROTECT,
        BasisKind.VITAL_INTEREST,
        Until.WISHED,
        holding(Right.SEE_REGISTER),
        {
            "told": _("Who does not want to be found, and by whom"),
            "ended_because": _("How we know that the person takes the wish back"),
        },
    ),
    "protection.Compared": Entry(
        Why.PROTECT,
        BasisKind.VITAL_INTEREST,
        Until.CASE,
        holding(Right.KEEP_APART),
        {"apart_id": _("Which wish not to be found stops this search in silence")},
    ),
    "protection.RightsRequest": Entry(
        Why.WISHES,
        BasisKind.LEGAL_OBLIGATION,
        Until.REQUEST,
        holding(Right.HOLD),
        {
            "identity": _("How we know that it is the person"),
            "longer_because": _("Why the answer takes longer"),
            "outcome": _("What was done"),
            "boxed": _(
                "What lay in the inbox box, until the copy is made and the request answered"
            ),
            "suspicious": _("Whether an offender may be asking"),
            "rang": _("Whether its last day rang"),
        },
    ),
    "protection.AuthorityRequest": Entry(
        Why.WISHES,
        None,
        Until.TEN_YEARS,
        holding(Right.ANSWER_AUTHORITIES),
        {
            "asked": _("What was asked, in general words; nobody’s name"),
            "ground": _("Which law binds us"),
            "advice": _("Which office or role advised"),
            "country": _("Of which country the authority is"),
        },
    ),
    "protection.Erasure": Entry(
        Why.WISHES,
        BasisKind.LEGAL_OBLIGATION,
        Until.TEN_YEARS,
        ON_THE_PERSONS_PAGE,
        {
            "subject": _("The number of somebody of whom nothing is left"),
            "files": Column(_("Which keys are destroyed, in every copy too"), seen=Audience.NOBODY),
        },
    ),
}
