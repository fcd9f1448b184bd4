"""What is kept of papers and recordings that belong to a case."""

from django.utils.translation import gettext_lazy as _

from kintrace.protection.data_register.cases_found import WORKS_ON_IT
from kintrace.protection.data_register.words import Entry, Until, Why
from kintrace.protection.purposes import BasisKind

ENTRIES = {
    "cases.CaseFile": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "kind": _("What sort of paper or recording it is"),
            "agreed": _("On which day the person agreed to be recorded"),
            "told": _("Words about it, and half of the key that opens its bytes"),
        },
    ),
}
