"""What is kept of certificates: that one was given, and what tells whether its code is valid."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

ENTRIES = {
    "cases.Attestation": Entry(
        Why.ATTEST,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        holding(Right.READ_CASES),
        {
            "kind": _("What the paper says"),
            "language": _("In which language the paper is"),
        },
    ),
    "wall.Attestation": Entry(
        Why.ATTEST,
        BasisKind.PUBLIC_INTEREST,
        Until.WITHDRAWN,
        Audience.EVERYBODY,
        {
            "lookup": Column(
                _("What is made of the code on the paper, which is kept nowhere"),
                seen=Audience.NOBODY,
            ),
            "month": _("In which month it was given"),
            "society_id": Column(_("Which society gave it; shown nowhere"), seen=Audience.NOBODY),
        },
    ),
}
