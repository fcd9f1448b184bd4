"""The letters there are, and what each may be told."""

from collections.abc import Mapping

from django.db.models import TextChoices


class Kind(TextChoices):
    """A kind is the name of the folder its three parts stand in."""

    INVITATION = "invitation"
    RESET = "reset"
    MESSAGE_WAITS = "message-waits"
    SECOND_EYE_WAITS = "second-eye-waits"


LINK = frozenset({"link"})
NEEDED: Mapping[Kind, frozenset[str]] = {
    Kind.INVITATION: LINK,
    Kind.RESET: LINK,
    Kind.MESSAGE_WAITS: frozenset(),
    Kind.SECOND_EYE_WAITS: frozenset(),
}
ALLOWED = LINK  # so that no name finds its way into a letter


def checked(kind: str, facts: Mapping[str, str]) -> Kind:
    """The kind, once it is known and told what it needs and no more. Raises ValueError."""
    known = Kind(kind)
    if missing := NEEDED[known] - facts.keys():
        raise ValueError(f"The letter {known} needs {sorted(missing)}.")
    if facts.keys() - ALLOWED:
        raise ValueError(f"The letter {known} is told more than {sorted(ALLOWED)}.")
    return known
