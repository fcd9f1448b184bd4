"""What is kept of services nearby: public, and of no person."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

PUBLIC = ("Place", "Organisation", "Service", "Spoken", "Cost", "Listing", "Phone", "Opening")
ENTRIES = {
    f"directory.{name}": Entry(Why.TELL, None, Until.SOCIETY, Audience.EVERYBODY) for name in PUBLIC
} | {
    "directory.Confirmation": Entry(
        Why.WORK,
        BasisKind.LEGITIMATE_INTEREST,
        Until.SOCIETY,
        holding(Right.CONFIRM_LISTINGS),
        {"by_id": Column(_("Which member asked there"))},
    )
}
