"""The letters there are, and what each may be told."""

import re
from collections.abc import Mapping

from django.db.models import TextChoices


class Kind(TextChoices):
    """A kind is the name of the folder its three parts stand in."""

    INVITATION = "invitation"
    RESET = "reset"
    MESSAGE_WAITS = "message-waits"
    SECOND_EYE_WAITS = "second-eye-waits"
    MESSAGE_UNREAD = "message-unread"
    MESSAGE_UNREAD_LONG = "message-unread-long"
    GET_IN_TOUCH = "get-in-touch"  # the one letter to a person we serve; it says nothing of why
    MANY_REST = "many-rest"
    ALARM_RANG = "alarm-rang"
    DECISION_WAITS = "decision-waits"
    DECISION_WAITS_LONG = "decision-waits-long"
    REQUEST_DUE = "request-due"
    REQUEST_LATE = "request-late"
    NOBODY_GUARDS = "nobody-guards"


LINK = frozenset({"link"})
SOCIETY = frozenset({"society"})
NEEDED: Mapping[Kind, frozenset[str]] = {
    Kind.INVITATION: LINK,
    Kind.RESET: LINK,
    Kind.MESSAGE_WAITS: frozenset(),
    Kind.SECOND_EYE_WAITS: frozenset(),
    Kind.MESSAGE_UNREAD: frozenset(),
    Kind.MESSAGE_UNREAD_LONG: SOCIETY,
    Kind.GET_IN_TOUCH: frozenset(),
    Kind.MANY_REST: frozenset(),
    Kind.ALARM_RANG: frozenset(),
    Kind.DECISION_WAITS: frozenset(),
    Kind.DECISION_WAITS_LONG: frozenset(),
    Kind.REQUEST_DUE: frozenset(),
    Kind.REQUEST_LATE: frozenset(),
    Kind.NOBODY_GUARDS: frozenset(),
}
# To people we serve, in whichever language they read; others may read it, so it is told nothing.
TO_PEOPLE = frozenset({Kind.GET_IN_TOUCH})
# Somebody waits at a screen for these, or for the decision they ask for.
PRESSING = frozenset({Kind.INVITATION, Kind.RESET, Kind.DECISION_WAITS})
ALLOWED = LINK | SOCIETY  # so that no name finds its way into a letter
CODE = re.compile(r"[A-Z]{2,8}")  # of a society: two to eight letters that everybody knows


def checked(kind: str, facts: Mapping[str, str]) -> Kind:
    """The kind, once it is known and told what it needs and no more. Raises ValueError."""
    known = Kind(kind)
    if missing := NEEDED[known] - facts.keys():
        raise ValueError(f"The letter {known} needs {sorted(missing)}.")
    if facts.keys() - ALLOWED or (facts and known in TO_PEOPLE):
        raise ValueError(f"The letter {known} is told more than {sorted(ALLOWED)}.")
    if "society" in facts and not CODE.fullmatch(facts["society"]):
        raise ValueError(f"The letter {known} names a society by its code.")
    return known
