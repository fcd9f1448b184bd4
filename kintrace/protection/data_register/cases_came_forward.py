"""What is kept of somebody who told us who they are."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

ENTRIES = {
    "cases.CameForward": Entry(
        Why.SEARCH,
        BasisKind.CONSENT,
        Until.LEAD,
        holding(Right.READ_CASES),
        {
            "told": _("Mother’s name, who may be looking for the person, where they were parted"),
            "message": _("From which message it was written down"),
            "across_societies": _("Whether the person said that other societies may be asked"),
            "closing": _("Why it ended"),
        },
    ),
}
