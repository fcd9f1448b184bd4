"""The languages of the house, for tests that look at pages in them."""

from __future__ import annotations

import pytest

# What a browser of somebody who reads it says of itself.
LOCALES = {
    "en": "en-GB",
    "fr": "fr-FR",
    "es": "es-ES",
    "ar": "ar-EG",
    "fa": "fa-IR",
    "ti": "ti-ER",
}
RIGHT_TO_LEFT = {"ar", "fa"}
# One of each script is enough for every day; all of them have their turn in `make test-slow`.
EVERY_DAY = {"en", "ar", "ti"}

_EACH = [
    pytest.param(code, marks=[] if code in EVERY_DAY else pytest.mark.slow) for code in LOCALES
]
each_language = pytest.mark.parametrize("language", _EACH)
each_translation = pytest.mark.parametrize("language", _EACH[1:])


def direction(language: str) -> str:
    """Which way lines run."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
