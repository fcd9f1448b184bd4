"""The reasons of a pair in whole sentences, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kintrace.matching.weighed.reasons import Code

C = Code
TOLD: dict[Code, Promise] = {
    C.GIVEN_SAME: _("The given name agrees."),
    C.GIVEN_MOVED: _("The given name agrees with a name that stands at another place."),
    C.GIVEN_DIFFERS: _("The given names differ."),
    C.GIVEN_MISSING: _("One side does not tell such a given name."),
    C.NAMES_SAME: _("Other parts of the name agree."),
    C.NAMES_DIFFER: _("Other parts of the name differ."),
    C.NAMES_MISSING: _("One side does not tell such other parts of the name."),
    C.MOTHER_SAME: _("The mother’s name agrees."),
    C.MOTHER_DIFFERS: _("The mothers’ names differ."),
    C.SEX_SAME: _("The sex is the same."),
    C.SEX_DIFFERS: _("The sex is another one."),
    C.EVENT_SAME: _("The same event parted both families."),
    C.EVENT_NEAR: _("Both families were parted in years that follow each other."),
    C.EVENT_DIFFERS: _("The families were parted at different times."),
    C.PHONE_SAME: _("The phone number is the same."),
    C.PHONE_DIFFERS: _("The phone number is another one."),
    C.RELATIVE: _("A brother or sister would agree in as much."),
    C.LIMIT: _("Names alone count no more than this."),
    C.BORN_SAME_DAY: _("Both were born on the same day."),
    C.BORN_SWAPPED: _("Both were born on the same day, where day and month change places."),
    C.BORN_ANNIVERSARY: _(
        "Day and month of birth are the same, in years that are easily mistaken for each other."
    ),
    C.BORN_SAME_DAY_UNCONVERTED: _(
        "Both were born on the same day, if one date was left in another calendar."
    ),
    C.BORN_SAME_MONTH: _("Both were born in the same month."),
    C.BORN_SAME_DEFAULT_DAY: _(
        "Both were born in the same year, on a day that is written where none is known."
    ),
    C.BORN_SAME_YEAR: _("Both were born in the same year."),
    C.BORN_SOLAR_HIJRI_YEAR: _(
        "Both were born in the same year, if one was left in the Solar Hijri calendar."
    ),
    C.BORN_HIJRI_YEAR: _("Both were born in the same year, if one was left in the Hijri calendar."),
    C.BORN_OVERLAP: _("The ages or the years of birth may be the same."),
    C.BORN_ONE_YEAR: _("The births lie one year apart."),
    C.BORN_TWO_YEARS: _("The births lie two years apart."),
    C.BORN_ETHIOPIAN_YEAR: _(
        "Both were born in the same year, if one was left in the Ethiopian calendar."
    ),
    C.BORN_MISTYPED: _("The years of birth differ by one slip of the hand."),
    C.BORN_APART: _("The births lie years apart."),
    C.BORN_IN_SAME_PLACE: _("Both were born in the same place."),
    C.BORN_IN_SAME_WORDS: _("The place of birth is told in the same words; no list has it."),
    C.BORN_IN_NEAR: _("The places of birth are at most 25 km apart."),
    C.BORN_IN_ALIKE_WORDS: _("The places of birth are written alike or sound alike."),
    C.BORN_IN_WITHIN_COUNTRY: _(
        "Both were born in the same country; one side or both tell no more of it."
    ),
    C.BORN_IN_SAME_REGION: _("The places of birth are in one region, or at most 100 km apart."),
    C.BORN_IN_SAME_COUNTRY: _("The places of birth are far from each other in one country."),
    C.BORN_IN_FAR_APART: _("The places of birth are in two countries."),
    C.SEEN_SAME_PLACE: _("Both were last seen in the same place."),
    C.SEEN_SAME_WORDS: _("The last place is told in the same words; no list has it."),
    C.SEEN_NEAR: _("The last places are at most 25 km apart."),
    C.SEEN_ALIKE_WORDS: _("The last places are written alike or sound alike."),
    C.SEEN_WITHIN_COUNTRY: _(
        "Both were last seen in the same country; one side or both tell no more of it."
    ),
    C.SEEN_SAME_REGION: _("The last places are in one region, or at most 100 km apart."),
    C.SEEN_SAME_COUNTRY: _("The last places are far from each other in one country."),
    C.SEEN_FAR_APART: _("The last places are in two countries."),
}


def in_words(code: str) -> str:
    """The sentence for a code as it is kept; a code of an older program is said to be one."""
    try:
        return str(TOLD[Code(code)])
    except ValueError:
        return str(_("A reason that the program no longer knows."))
