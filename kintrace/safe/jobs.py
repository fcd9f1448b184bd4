"""What the staff worker sweeps. Safe to run twice."""

from django.utils import timezone
from django_tasks import task

from kintrace.safe import actions


@task()
def forget_unopened() -> None:
    """Who did not open their safe for two years has other ways by now, or none."""
    actions.forget_unopened(timezone.localdate())
