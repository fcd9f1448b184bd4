"""What is kept of families that come together, how they are asked, and who else helps them."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.cases_found import WORKS_ON_IT
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
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
            "said_yes": _("When and how each of the two said that they want to come together"),
            "mark": Column(
                _("Leads from the search to its dossier, for who can open the search’s file"),
                seen=Audience.NOBODY,
            ),
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
    "cases.ContactPlan": Entry(
        Why.TOGETHER,
        BasisKind.CONSENT,
        Until.PLAN,
        WORKS_ON_IT,
        {
            "said_yes": _("Whom we ask after contact, and how they agreed to be asked"),
            "mark": Column(
                _("Leads from the search to its plan, for who can open the search’s file"),
                seen=Audience.NOBODY,
            ),
            "sentence": _("A sentence that is safe to say to a person, whoever hears it"),
        },
    ),
    "cases.PlannedTalk": Entry(
        Why.TOGETHER,
        BasisKind.CONSENT,
        Until.PLAN,
        WORKS_ON_IT,
        {
            "came": _("What came of asking a person how they are, and in which way"),
            "note": _("What was said when we asked"),
        },
    ),
    "cases.Referral": Entry(
        Why.TOGETHER,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS_ON_IT,
        {
            "told": _("To whom a person was passed on for help, and what they are told"),
            "standing": _("Whether they help"),
            "result": _("What came of the help"),
        },
    ),
}
