"""The stamp in a public form."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone
from freezegun import freeze_time

from kintrace.visitors.forms import StampedForm
from kintrace.visitors.stamps import Verdict, check_stamp, stamp

NOW = timezone.now()


def made_before(delta: timedelta) -> str:
    with freeze_time(NOW - delta):
        return stamp()


@pytest.mark.parametrize(
    ("age", "verdict"),
    [
        (timedelta(hours=-1), Verdict.TOO_OLD),
        (timedelta(seconds=-5), Verdict.TOO_SOON),
        (timedelta(seconds=1), Verdict.TOO_SOON),
        (timedelta(seconds=10), Verdict.GOOD),
        (timedelta(hours=23), Verdict.GOOD),
        (timedelta(hours=25), Verdict.TOO_OLD),
    ],
)
def test_a_form_is_taken_between_three_seconds_and_a_day(age: timedelta, verdict: Verdict) -> None:
    sent = made_before(age)
    with freeze_time(NOW):
        assert check_stamp(sent) is verdict


@pytest.mark.parametrize("value", ["", "nonsense", "a:b:c", "\x00", "é:1:x"])
def test_a_stamp_that_is_not_ours_is_a_verdict_and_no_crash(value: str) -> None:
    assert check_stamp(value) is Verdict.NOT_OURS


def filled(**typed: str) -> StampedForm:
    data = QueryDict("", mutable=True)
    data.update(typed)
    return StampedForm(data)


def test_an_old_form_comes_back_with_a_new_stamp_that_will_be_taken() -> None:
    form = filled(stamp=made_before(timedelta(hours=30)))
    assert not form.is_valid()
    renewed = form["stamp"].value()
    with freeze_time(timezone.now() + timedelta(seconds=10)):
        assert check_stamp(renewed) is Verdict.GOOD


def test_a_form_sent_too_soon_keeps_its_stamp_so_that_sending_again_works() -> None:
    early = stamp()
    form = filled(stamp=early)
    assert not form.is_valid()
    assert form["stamp"].value() == early


def test_the_trap_comes_back_empty_and_says_so() -> None:
    form = filled(stamp=made_before(timedelta(minutes=1)), website="http://spam.example")
    assert not form.is_valid()
    assert form["website"].value() == ""
    assert "empty" in str(form.non_field_errors())


def test_two_pages_never_carry_the_same_stamp() -> None:
    assert StampedForm()["stamp"].value() != StampedForm()["stamp"].value()
