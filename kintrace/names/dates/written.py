"""The numbers of a date as it stands in a file, whatever digits it is written with."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 64  # signs: what is longer is a story
_DASHES = re.compile(r"\s*[-/.,\u060c\u066b\u06d4\u2010-\u2015\u2212\uff0d-\uff0f]\s*")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>\d{4})-(?P<year_to>\d{4})",
        r"(?P<year>\d{4})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?)(?:[t ]\d\d?:.*)?)?)?",
        r"(?:(?:(?P<day>\d\d?)-)?(?P<month>\d\d?)-)?(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
    )
)
# What people write behind a year to say how they count. Letters only, in small ones.
_ERAS = {
    "ec": "ethiopian",
    "eth": "ethiopian",
    "ዓም": "ethiopian",
    "ዓምህረት": "ethiopian",
    "sh": "solar_hijri",
    "hs": "solar_hijri",
    "ap": "solar_hijri",
    "هش": "solar_hijri",
    "شمسی": "solar_hijri",
    "هجریشمسی": "solar_hijri",
    "ah": "hijri",
    "هق": "hijri",
    "\u0647": "",  # by the sun in Persian, by the moon in Arabic
    "هجري": "hijri",
    "gc": "gregorian",
    "ad": "gregorian",
    "م": "gregorian",
    "ميلادي": "gregorian",
    "میلادی": "gregorian",
}
_ERA = re.compile(r"(?P<numbers>.*\d)[^\w]*(?P<era>[^\d]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Year, month and day; 0 where they are not told. `calendar` only where an era stands by."""

    year: int
    month: int = 0
    day: int = 0
    year_to: int = 0
    calendar: str = ""


def numbers(text: str) -> Numbers | None:
    """The numbers of a date: "१९९०-०३-१२" is 1990, 3 and 12, "፲፱፻፺ ዓ.ም." is 1990 in the Ethiopian
    calendar. None where the text is no date; never raises."""
    if len(text) > LONGEST:
        return None
    plain, era = _parted(plain_numbers(_seen(text)).strip().casefold())
    if era and era not in _ERAS:
        return None
    tidy = _DASHES.sub("-", plain)
    for shape in _SHAPES:
        if found := shape.fullmatch(tidy):
            parts = {name: int(part) for name, part in found.groupdict().items() if part}
            return _day_first(Numbers(**parts, calendar=_ERAS.get(era, "")))
    return None


def _seen(text: str) -> str:
    """Without marks of direction, joiners and what stretches a word."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf" and sign != "\u0640")


def _parted(text: str) -> tuple[str, str]:
    """What comes up to the last digit, and the letters behind it."""
    found = _ERA.fullmatch(text)
    if found is None or "t" in found["numbers"]:
        return text, ""
    return found["numbers"], "".join(sign for sign in found["era"] if sign.isalpha())


def _day_first(told: Numbers) -> Numbers:
    """Some write the month before the day: what can be no month is the day."""
    if told.month > 13 and 1 <= told.day <= 12:
        return Numbers(told.year, told.day, told.month, told.year_to, told.calendar)
    return told


def plain_numbers(text: str) -> str:
    """Digits of any script as 0-9, and numbers of Ethiopic signs as such a number:
    "۱۳۷۵" is "1375", "፲፱፻፺" is "1990". Everything else as it is."""
    plain = "".join(
        sign if (value := unicodedata.decimal(sign, None)) is None else str(value) for sign in text
    )
    return re.sub("[\u1369-\u137c]+", lambda found: str(_ethiopic(found[0])), plain)


def _ethiopic(signs: str) -> int:
    """Ones and tens are added up; a sign for a hundred or a myriad multiplies what went before."""
    total = below = 0
    for sign in signs:
        value = int(unicodedata.numeric(sign))
        if value == 10_000:
            total, below = (total + below or 1) * value, 0
        elif value == 100:
            total, below = total + (below or 1) * value, 0
        else:
            below += value
    return total + below
