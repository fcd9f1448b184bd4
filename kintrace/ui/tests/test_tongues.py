"""Languages stand by their own names, which CLDR keeps and we carry with us."""

import subprocess
import sys

import pytest
from babel import Locale

from kintrace.ui import tongues

SAID_OTHERWISE = {"fa-af"}  # CLDR has no name of its own for Dari in Dari
ASK = """
from babel import localedata
from kintrace.ui import tongues
assert len(tongues.choices()) > 80
print(len(localedata._cache))
"""


@pytest.mark.parametrize("code", sorted(tongues.SPOKEN - SAID_OTHERWISE))
def test_a_language_has_the_name_that_cldr_gives_it_in_itself(code: str) -> None:
    assert tongues.own_name(code) == Locale.parse(code).languages[code]


def test_dari_is_no_persian() -> None:
    assert tongues.own_name("fa-af") == "دری" != tongues.own_name("fa")


def test_a_language_outside_the_list_has_its_name_and_an_unknown_one_its_code() -> None:
    assert tongues.own_name("is") == "íslenska"
    assert tongues.own_name("x1y") == "x1y"


def test_the_list_is_shown_without_reading_every_locale_for_good() -> None:
    read = subprocess.run([sys.executable, "-c", ASK], capture_output=True, check=True, text=True)
    assert int(read.stdout) == 0
