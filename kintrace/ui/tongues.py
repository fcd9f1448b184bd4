"""Languages people are received in, by their own names (CLDR, through Babel).

Many more than the house is written in: whoever can hardly read looks for the one word they know.
"""

from functools import cache

from babel import Locale

SPOKEN = (
    "am ar az be bg bm bn bs ca ckb cs da de dyo ee el en es et fa fa-af ff fi fil fr gu ha he hi "
    "hr ht hu hy id ig it ja ka kab kk km kn ko ku ky ln lo lt luo lv mg mk ml mn mr ms my nb ne "
    "nl om pa pl ps pt qu rn ro ru rw sd si sk sl sn so sq sr sv sw ta te tg th ti tk tr ug uk ur "
    "uz vi wo xh yo zh zu"
)
_SAID_OTHERWISE = {"fa-af": "دری"}


@cache
def own_name(code: str) -> str:
    """ "ti" gives "ትግርኛ"; a code that nobody knows gives itself."""
    if code in _SAID_OTHERWISE:
        return _SAID_OTHERWISE[code]
    try:
        known = Locale.parse(code, sep="-")
    except ValueError:
        return code
    return str(known.languages.get(known.language, code))


@cache
def choices() -> list[tuple[str, str]]:
    """Pairs (code, own name), in the order of the names, for a form."""
    named = [(code, own_name(code)) for code in SPOKEN.split()]
    return sorted(named, key=lambda pair: pair[1].casefold())
