"""Days as windows over calendars, and how far two tellings of one agree."""

from kintrace.names.dates.agreeing import agreement, day_key, keys
from kintrace.names.dates.readings import UNCONVERTED
from kintrace.names.dates.windows import Window, born_at_age, born_between_ages, window_of

__all__ = [
    "UNCONVERTED",
    "Window",
    "agreement",
    "born_at_age",
    "born_between_ages",
    "day_key",
    "keys",
    "window_of",
]
