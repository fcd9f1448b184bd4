"""What is kept of how members look at the list of cases."""

from django.utils.translation import gettext_lazy as _

from kintrace.protection.data_register.words import Audience, Entry, Until, Why

ENTRIES = {
    "cases.SavedView": Entry(
        Why.WORK,
        None,
        Until.MEMBER,
        Audience.ITSELF,
        {
            "name": _("What the member calls the view"),
            "query": _("Which filters it has: codes, and nothing of a person"),
        },
    ),
}
