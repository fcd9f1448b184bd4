"""What is kept to find that two people are one: index cards, tags, pairs."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

_TAGS = _("Marks made of two facts each; without the key they tell nothing")
_NUMBER = _("When the card was laid; a number that grows")
_JUDGES = holding(Right.JUDGE_PAIRS)

ENTRIES = {
    "people.IndexCard": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        holding(Right.SEARCH_CARDS),
        {
            "told": _("Names, birth, sex and places of one person, copied so that it is found"),
            "number": _NUMBER,
            "searched": _("With which number it was held beside the others"),
        },
    ),
    "people.CardTags": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        Audience.NOBODY,
        {"tags": _TAGS, "epoch": _("Of which year the key of the marks is")},
    ),
    "people.CardTag": Entry(
        Why.SEARCH, BasisKind.PUBLIC_INTEREST, Until.CASE, Audience.NOBODY, {"tag": _TAGS}
    ),
    "people.NetworkTags": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        Audience.NOBODY,
        {
            "tags": _("The same under a key that the matching worker alone has"),
            "epoch": _("Of which year the key of the marks is"),
            "number": _NUMBER,
            "again": _("On which day it is held beside the others once more"),
        },
    ),
    "matching.Candidate": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.PAIR,
        _JUDGES,
        {
            "weight": _("How much speaks for it"),
            "reasons": _("Why, as codes"),
            "facts_for_first": _("What one society reads of the other side at first"),
            "facts_for_second": _("The same for the other society"),
            "more_for_first": _("What it reads once both agreed"),
            "more_for_second": _("The same for the other society"),
        },
    ),
    "matching.Judgement": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.PAIR,
        _JUDGES,
        {
            "verdict": _("What a member said of it"),
            "why": _("The reason, as a code"),
            "note": Column(_("What else the member wrote; the other society does not read it")),
        },
    ),
    "matching.Proposed": Entry(
        Why.SEARCH,
        None,
        Until.SOCIETY,
        Audience.NOBODY,
        {
            "day": _("Which day is counted"),
            "number": _("How many pairs two societies were proposed on it"),
        },
    ),
    "matching.Held": Entry(Why.SEARCH, None, Until.TRANSFER, Audience.NOBODY),
    "matching.Meant": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.ASKED,
        _JUDGES,
        {"number": _("Which number the card had when it was held beside the request")},
    ),
    "vault.MatchKey": Entry(Why.SEAL, None, Until.SOCIETY, Audience.NOBODY),
    "vault.NetworkSlot": Entry(Why.SEAL, None, Until.OPENS, Audience.NOBODY),
    "vault.IntakeKey": Entry(Why.SEAL, None, Until.SOCIETY, Audience.NOBODY),
}
