"""A face that is proposed while the person is erased: nothing stays, whichever comes first."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any

import pytest
from django.db import connection

from kintrace.network.models import Member, Society
from kintrace.protection import actions as protection
from kintrace.protection.purposes import WhyErased
from kintrace.protection.refusals import AlreadyErased
from kintrace.vault.reader import reading_as
from kintrace.wall import actions, lookups
from kintrace.wall.tests import cast

pytestmark = pytest.mark.database_bound
House = tuple[Society, Member, Member]
A_MOMENT = 0.5  # seconds


def test_nobody_who_was_erased_is_proposed_or_put_up(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        subject = cast.somebody(alma)
        notice = cast.proposed(subject, alma)
        protection.erase(subject, why=WhyErased.ASKED, by=alma)
        with pytest.raises(AlreadyErased):
            cast.proposed(subject, alma)
        with pytest.raises(AlreadyErased):
            actions.advance(notice, by=alma)
        with pytest.raises(AlreadyErased):
            actions.approve(notice, by=boris)
        with pytest.raises(AlreadyErased):
            actions.publish(notice, by=boris)
        assert lookups.notice_of(subject) is None


def does(do: Callable[[], Any], by: Member, done: Event) -> str:
    """In a transaction of its own, which stays open for a moment."""
    try:
        with reading_as(by.society_id):
            do()
            done.set()
            Event().wait(A_MOMENT)
    except AlreadyErased:
        return "refused"
    else:
        return "done"
    finally:
        done.set()
        connection.close()


def one_after_the_other(
    first: Callable[[], Any], second: Callable[[], Any], by: Member
) -> tuple[str, str]:
    """How both end when the second begins before the first is committed."""
    done = Event()
    with ThreadPoolExecutor() as hands:
        one = hands.submit(does, first, by, done)
        done.wait()
        other = hands.submit(does, second, by, Event())
        return one.result(), other.result()


@pytest.mark.usefixtures("postgres", "transactional_db")
@pytest.mark.parametrize("erased_first", [True, False])
def test_of_a_proposal_and_an_erasure_at_the_same_moment_nothing_stays(erased_first: bool) -> None:
    society, alma, _boris = cast.society_with_boxes()
    with reading_as(society.pk):
        subject = cast.somebody(alma)
    propose = partial(cast.proposed, subject, alma)
    erase = partial(protection.erase, subject, why=WhyErased.ASKED, by=alma)
    if erased_first:
        assert one_after_the_other(erase, propose, alma) == ("done", "refused")
    else:
        assert one_after_the_other(propose, erase, alma) == ("done", "done")
    with reading_as(society.pk):
        assert lookups.notice_of(subject) is None


@pytest.mark.usefixtures("postgres", "transactional_db")
@pytest.mark.parametrize("erased_first", [True, False])
def test_an_approval_and_an_erasure_do_not_lock_each_other_out(erased_first: bool) -> None:
    society, alma, boris = cast.society_with_boxes()
    with reading_as(society.pk):
        subject = cast.somebody(alma)
        notice = cast.proposed(subject, alma)
    approve = partial(actions.approve, notice, by=boris)
    erase = partial(protection.erase, subject, why=WhyErased.ASKED, by=alma)
    if erased_first:
        assert one_after_the_other(erase, approve, alma) == ("done", "refused")
    else:
        assert one_after_the_other(approve, erase, alma) == ("done", "done")
    with reading_as(society.pk):
        assert lookups.notice_of(subject) is None
