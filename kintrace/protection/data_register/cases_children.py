"""What is kept of children without their parents: for their team, and for nobody else."""

from django.utils.translation import gettext_lazy as _

from kintrace.protection.data_register.words import Audience, Entry, Until, Why
from kintrace.protection.purposes import BasisKind

TEAM = Audience.TEAM
_OF_A_CHILD = (Why.CHILD, BasisKind.PUBLIC_INTEREST, Until.CHILD, TEAM)

ENTRIES = {
    "cases.Child": Entry(*_OF_A_CHILD),
    "cases.ChildPage": Entry(
        *_OF_A_CHILD,
        {
            "told": _("What the child told on one page: who it is, its family, what it wishes"),
            "page": _("Which page it is"),
            "version": _("How often the page was kept"),
        },
    ),
    "cases.ChildTalk": Entry(
        *_OF_A_CHILD, {"words": _("What the child told one member of the team, alone")}
    ),
    "cases.ChildNote": Entry(
        *_OF_A_CHILD, {"told": _("What is best for the child, and how that was weighed")}
    ),
    "cases.ChildClaim": Entry(
        *_OF_A_CHILD,
        {
            "claimant": _("Who says to be family of the child, and how they are reached"),
            "claimant_says": _("What this person answered, apart from the child"),
            "child_says": _("What the child answered, apart from this person"),
            "judged": _("Whether it is the family, or why not"),
        },
    ),
    "cases.ChildStep": Entry(
        *_OF_A_CHILD,
        {
            "before": _("Where the child stood"),
            "after": _("Where it went from there"),
            "why": _("For which reason"),
            "told": _("What two members said before the child went to its family"),
        },
    ),
    "cases.ChildPhoto": Entry(
        *_OF_A_CHILD, {"picture": _("A small picture of the child, and where it was taken")}
    ),
}
