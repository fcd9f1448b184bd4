"""The countries of the world by their names in the reader's language (CLDR, through Babel)."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

# What CLDR names besides countries: regions, an island of one, the unknown, the invented.
NOT_COUNTRIES = {"EU", "EZ", "UN", "CQ", "ZZ", "XA", "XB", "QO"}


def countries() -> list[tuple[str, str]]:
    """Pairs (two letters, name), sorted by name, for a form's choices. Call it when shown."""
    return _countries(get_language() or "en")


@lru_cache(maxsize=64)
def _countries(language: str) -> list[tuple[str, str]]:
    names = Locale.parse(language, sep="-").territories
    found = [
        (code, name)
        for code, name in names.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    ]
    return sorted(found, key=lambda pair: pair[1].casefold())


def choices() -> list[tuple[str, str]]:
    """The same with an empty first line, so that nothing is chosen by chance."""
    return [("", "—"), *countries()]
