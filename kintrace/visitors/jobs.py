"""What the staff worker sweeps for the public side. Safe to run twice."""

from django.utils import timezone
from django_tasks import task

from kintrace.visitors import actions


@task()
def forget_spent_passes() -> None:
    """A pass that is too old is refused for its age: nothing more need be remembered of it."""
    actions.forget_spent(timezone.now())
