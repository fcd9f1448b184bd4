"""What is kept of what became of people sought, and of telling their families."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

WORKS_ON_IT = holding(Right.CHANGE_CASES)

ENTRIES = {
    "cases.Fate": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "whose": _("Of which person sought something was told"),
            "mark": Column(
                _("Leads from the search to what was told, for who can open the search’s file"),
                seen=Audience.NOBODY,
            ),
            "is_over": _("Whether nothing of it waits any more"),
        },
    ),
    "cases.FateWord": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "step": _("How sure it is what became of the person, who says so, of which day"),
            "words": _("What was said of it, and the mark of an authority"),
        },
    ),
    "cases.Unnamed": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.UNNAMED,
        holding(Right.ESTABLISH_FATE),
        {
            "told": _("Sex, age, place and day of a body or grave without a name, who holds it"),
            "words": _("Marks and clothes in words, which institution and its number"),
        },
    ),
    "cases.Source": Entry(
        Why.SEARCH,
        None,
        Until.SOCIETY,
        holding(Right.CHANGE_CASES),
        {
            "name": _("What a hospital, a register or a delegation is called"),
            "how": _("How it is asked"),
            "kind": _("A hospital, a register, the ICRC"),
            "country": _("In which country it lies"),
        },
    ),
    "cases.Enquiry": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "asked": _("Which place was asked, on which ground, and what it was told"),
            "result": _("What came of it"),
            "said": _("What the place said"),
        },
    ),
    "cases.Telling": Entry(
        Why.SEARCH,
        BasisKind.PUBLIC_INTEREST,
        Until.CASE,
        WORKS_ON_IT,
        {
            "plan": _("When the family is told and spoken with again, and in which language"),
            "words": _("Who tells the family, who is beside them, where, and what helps them"),
            "after": _("What was spoken of with the family afterwards"),
        },
    ),
}
