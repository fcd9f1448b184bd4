"""How likely it is that two are one person, in words: a number would be taken for a measure."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.matching.pairs import LIKELY_FROM, VERY_FROM, likelihood
from kintrace.network.lookups import every_society
from kintrace.people.lookups import how_many_cards


class Band(TextChoices):
    """The likeliest first. A code is never renamed: labels are exported under it."""

    VERY_LIKELY = "very_likely", _("Very likely")
    LIKELY = "likely", _("Likely")
    POSSIBLE = "possible", _("Possible")


def band_of(bits: float, *, among: int) -> Band:
    """The band of a pair among so many cards."""
    likely = likelihood(bits, among=among)
    if likely >= VERY_FROM:
        return Band.VERY_LIKELY
    return Band.LIKELY if likely >= LIKELY_FROM else Band.POSSIBLE


def among_cards(*, across: bool) -> int:
    """Among how many cards a pair was found. What other societies have nobody counts for us: they
    are taken to be as large as the reader's own."""
    return how_many_cards() * (max(1, len(every_society())) if across else 1)
