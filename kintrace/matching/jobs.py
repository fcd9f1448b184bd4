"""What the staff worker does for the search, society by society. Each is safe to run twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django_tasks import task

from kintrace.cases.cards import COMPARED, follow_anew
from kintrace.cases.lookups import with_a_matter
from kintrace.matching import held, standing
from kintrace.network.lookups import societies_in_care
from kintrace.people import actions as people
from kintrace.people import lookups as people_lookups
from kintrace.protection.lookups import agreed_to
from kintrace.protection.purposes import Purpose
from kintrace.vault.matching_pair import public_half
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

AT_ONCE = 200  # cards that are tagged anew in one transaction
TURNS = 40  # of one society before the next has its turn


@task()
def search_new_cards() -> None:
    """Hold what was laid or changed beside the other cards of its society, and beside them what
    other societies ask of it."""
    _each(standing.search_new)
    _each(held.hold_requests)


@task()
def renew_tags() -> None:
    """Tag cards anew whose tags are of another year or were lost with a restore."""
    _each(partial(people.renew_tags, AT_ONCE))


@task()
def open_cards() -> None:
    """Who agreed to be compared before the network compared is compared from now on."""
    if public_half() is not None:
        go_round((one.pk, partial(_open, one.pk)) for one in societies_in_care())


def _open(society: UUID) -> None:
    with reading_as(society):
        shut = people_lookups.shut_to_network().filter(subject__in=agreed_to(Purpose.COMPARE))
        # Of searches that rest or ended there are ever more, and nothing of them is opened.
        going_on = shut.filter(with_a_matter(COMPARED))
        waiting = list(going_on.values_list("subject", flat=True))
    for first in range(0, len(waiting), AT_ONCE):
        with reading_as(society):
            for subject in waiting[first : first + AT_ONCE]:
                follow_anew(subject)


def _each(turn: Callable[[], int]) -> None:
    go_round((one.pk, partial(_turns, one.pk, turn)) for one in societies_in_care())


def _turns(society: UUID, turn: Callable[[], int]) -> None:
    """Turn after turn in transactions of their own, until nothing is left or others wait."""
    for _ in range(TURNS):
        if not _as(society, turn):
            return


def _as(society: UUID, turn: Callable[[], int]) -> int:
    with reading_as(society):
        return turn()
