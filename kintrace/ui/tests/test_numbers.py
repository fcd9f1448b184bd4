"""Numbers come from keyboards of every script, and leave in digits that a phone can dial."""

import pytest

from kintrace.ui.spoken import dialled, number


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("+00 010 555 0142", "+00 010 555 0142"),
        ("+٩٦٣ ٩٤٤ ٥٦٧ ٨٩٠", "+963 944 567 890"),
        ("۰۹۱۲-۳۴۵-۶۷۸۹", "0912-345-6789"),
        ("९८७६५ ४३२१०", "98765 43210"),
        ("\u200e+251 (91) 123\u20114567\u200f", "+251 (91) 123\u20104567"),
        ("963 944 567 890+", "+963 944 567 890"),
        ("\uff0b\uff14\uff19\u3000\uff11\uff17\uff10\uff11\uff12\uff13\uff14", "+49 1701234"),
    ],
)
def test_a_number_is_understood_whatever_the_keyboard(typed: str, plain: str) -> None:
    assert number(typed) == plain


@pytest.mark.parametrize(
    "typed", ["call my brother", "0170 ask for Ali", "1234", "1" * 25, "++49170123", "", "+"]
)
def test_what_nobody_can_dial_is_no_number(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing of what was typed
        number(typed)


def test_a_link_dials_plain_digits() -> None:
    assert dialled("+٩٦٣ ٩٤٤") == "+963944"
