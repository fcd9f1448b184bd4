"""What the staff worker sweeps for the public side. Safe to run twice."""

from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from kintrace.network import lookups as network
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round
from kintrace.visitors import actions

if TYPE_CHECKING:
    from uuid import UUID


@task()
def forget_spent_passes() -> None:
    """A pass that is too old is refused for its age: nothing more need be remembered of it."""
    actions.forget_spent(timezone.now())


@task()
def forget_feedback() -> None:
    """How people found it ends after 90 days."""
    go_round((one.pk, partial(_forget_feedback, one.pk)) for one in network.societies_in_care())


def _forget_feedback(society: "UUID") -> None:
    with reading_as(society):
        actions.forget_feedback(society, today=timezone.localdate())
