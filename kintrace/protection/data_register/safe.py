"""What is kept for the contact safe: nothing that we could read, and nobody's name."""

from django.utils.translation import gettext_lazy as _

from kintrace.protection.data_register.words import Audience, Entry, Until, Why
from kintrace.protection.purposes import BasisKind

ENTRIES = {
    "safe.Box": Entry(
        Why.KEEP,
        BasisKind.CONSENT,
        Until.OPENED,
        Audience.NOBODY,
        {
            "id": _("A number that a browser made of the person’s words"),
            "sealed": _("What the browser locked, always of one length; we have no key"),
            "proof": _("By what we know that who deletes it has the words"),
        },
    ),
}
