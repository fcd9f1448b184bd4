"""What is kept for the wall: faces, messages, posters, figures."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

READS_CASES = holding(Right.READ_CASES)
MAKES_POSTERS = holding(Right.MAKE_POSTERS)
SEES_FIGURES = holding(Right.SEE_FIGURES)

_FACES = {
    "wall.Face": Entry(
        Why.SHOW,
        BasisKind.CONSENT,
        Until.AGREED,
        Audience.EVERYBODY,
        {
            "relations": _("Whom the person is looking for"),
            "seeker_sex": _("Woman, man or not said: a filter, written nowhere"),
            "age_band": _("An age group: a filter, written nowhere"),
            "name": _("The random name of the picture files"),
            "society_id": Column(
                _("Which society looks after it; shown on no public page"), seen=MAKES_POSTERS
            ),
            "box": Column(_("To which box messages are sealed"), seen=Audience.NOBODY),
            "posters_until": Column(
                _("Until when other societies may print it"), seen=MAKES_POSTERS
            ),
            "removal_lookup": _("What is made of the removal code, which is kept nowhere"),
        },
    ),
    "wall.Notice": Entry(
        Why.SHOW,
        BasisKind.CONSENT,
        Until.CASE,
        READS_CASES,
        {
            "told": _("Whom the person is looking for, sex and age group"),
            "terms": _("On which terms it hangs: grown up, a child with or without a guardian"),
            "signed_because": _("Why the first of two signed for a child"),
            "approved_because": _("Why the second of two signed for a child"),
            "photo_by_id": _("Which member took the photo"),
        },
    ),
    "wall.Review": Entry(
        Why.SHOW,
        BasisKind.CONSENT,
        Until.DECIDED,
        holding(Right.APPROVE_FACES),
        {"told": _("Whom the person is looking for, sex and age group")},
    ),
    "wall.Removal": Entry(
        Why.PROTECT,
        BasisKind.VITAL_INTEREST,
        Until.PRESSED,
        holding(Right.READ_CASES),
        {
            "kind": _("With the code, without it, or in danger"),
            "address_tag": _(
                "A mark of the address for this face and day; the key is gone with the day"
            ),
        },
    ),
}
_MESSAGES = {
    "wall.Message": Entry(
        Why.LISTEN,
        BasisKind.PUBLIC_INTEREST,
        Until.MESSAGE,
        holding(Right.READ_INBOX),
        {
            "body": _("What a visitor told, and how they can be reached safely"),
            "kind": _(
                "About a face, a wish to take it down, danger, money asked for, who they are"
            ),
            "flags": _("What was noticed before it was sealed"),
            "reply_lookup": _("What is made of code and word, to find the answer"),
            "reply_key": Column(
                _("The public half of what code and word open"), seen=Audience.NOBODY
            ),
        },
    ),
    "wall.Reply": Entry(
        Why.LISTEN,
        BasisKind.PUBLIC_INTEREST,
        Until.MESSAGE,
        holding(Right.READ_INBOX),
        {
            "lookup": _("What is made of code and word, to find the answer"),
            "answer": Column(
                _("The answer, sealed to the visitor’s code and word alone"),
                seen=Audience.NOBODY,
            ),
            "body": _("What the visitor added, or the society’s own copy of its answer"),
        },
    ),
}
_PAPER = {
    "wall.Region": Entry(
        Why.WORK,
        None,
        Until.NO_END,
        holding(Right.MAKE_POSTERS, Right.MANAGE_SOCIETIES),
        {"criteria": _("In words, whose photo may stand on its posters")},
    ),
    "wall.PosterIssue": Entry(Why.SHOW, BasisKind.CONSENT, Until.HANGS, Audience.EVERYBODY),
    "wall.PosterIssueFace": Entry(Why.SHOW, BasisKind.CONSENT, Until.AGREED, Audience.EVERYBODY),
    "wall.Poster": Entry(Why.SHOW, BasisKind.CONSENT, Until.HANGS, MAKES_POSTERS),
    "wall.Spot": Entry(
        Why.SHOW,
        BasisKind.CONSENT,
        Until.HANGS,
        MAKES_POSTERS,
        {"face": _("Which face stood there; it leads nowhere once the face is down")},
    ),
    "wall.Hanging": Entry(
        Why.SHOW,
        BasisKind.LEGITIMATE_INTEREST,
        Until.HANGS,
        MAKES_POSTERS,
        {
            "where": _("Where a sheet hangs: where people meet is nobody else’s business"),
            "who": _("Who hung it; often a volunteer without an account"),
        },
    ),
    "wall.Covered": Entry(Why.SHOW, BasisKind.CONSENT, Until.HANGS, MAKES_POSTERS),
}
_FIGURES = {
    "wall.MonthFigure": Entry(
        Why.COUNT,
        None,
        Until.NO_END,
        SEES_FIGURES,
        {"count": _("How often; no page shows a number under five")},
    ),
    "wall.Cost": Entry(Why.COUNT, None, Until.NO_END, SEES_FIGURES),
    "wall.ReportText": Entry(
        Why.TELL,
        None,
        Until.NO_END,
        SEES_FIGURES,
        {"text": _("What the society writes about its year")},
    ),
}
ENTRIES = _FACES | _MESSAGES | _PAPER | _FIGURES
