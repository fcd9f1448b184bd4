"""What is kept to pass on family news: Red Cross Messages, and who is safe and well."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

WORKS = holding(Right.CHANGE_CASES)

ENTRIES = {
    "cases.RedCrossMessage": Entry(
        Why.PASS_ON,
        BasisKind.CONSENT,
        Until.CASE,
        WORKS,
        {
            "partner_id": _("Which society delivers it, when it is another one"),
            "case": _("The number of the case it belongs to"),
            "box": _("Whose box it is: that of the society, or of a child’s team"),
            "subject": _("The number of who sends it"),
            "addressee": _("The number of who gets it"),
            "reference": _("A code to read aloud; it stands on both sheets"),
            "why": _("Why it came back, was called off or was given back to its writer"),
        },
    ),
    "cases.RedCrossPaper": Entry(
        Why.PASS_ON,
        BasisKind.CONSENT,
        Until.RED_CROSS,
        WORKS,
        {"names": _("Who writes to whom, for the lists of the two societies")},
    ),
    "cases.RedCrossPart": Entry(
        Why.PASS_ON,
        BasisKind.CONSENT,
        Until.RED_CROSS,
        WORKS,
        {
            "said": _(
                "Sender and addressee with address and phone, as the sender agreed to each; the "
                "text; a drawing of the way or a photo; the answer"
            ),
            "kind": _("Which part of the message it is"),
            "version": _("How often it was written anew"),
        },
    ),
    "cases.SafeAndWell": Entry(
        Why.PASS_ON,
        BasisKind.CONSENT,
        Until.SAFE,
        WORKS,
        {
            "told": _(
                "Which ready sentences the person chose, and the name, year of birth and father’s "
                "name that somebody has to know to hear them"
            ),
            "case": _("The number of the case it belongs to"),
            "until": _("The last day on which it may be told"),
        },
    ),
    "cases.SafeTag": Entry(
        Why.PASS_ON,
        BasisKind.CONSENT,
        Until.SAFE,
        Audience.NOBODY,
        {"tag": _("A mark made of a name and one thing more; without the key it tells nothing")},
    ),
}
