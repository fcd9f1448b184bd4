"""What a message is, how it reached us, and to which state it may go: words of the field."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What the sender came with; it stands outside the seal, so that urgent ones come first."""

    MESSAGE = "message", _("Message about a face")
    ASK = "ask", _("Photo to be taken down")
    DANGER = "danger", _("Somebody is in danger")
    DEMAND = "demand", _("Money was asked for")
    SELF = "self", _("Somebody says who they are")


class Channel(TextChoices):
    WALL = "wall", _("Written on the wall")
    PHONE = "phone", _("Told by phone")
    DESK = "desk", _("Told at a desk")


class Flag(TextChoices):
    """What was noticed before a message was sealed. It proves nothing; people look."""

    LINK = "link", _("Has a link in it")
    ALIKE = "alike", _("Nearly the same as another of that day")
    MANY = "many", _("One sender, three faces or more")


class State(TextChoices):
    RECEIVED = "received", _("Received")
    PLAUSIBLE = "plausible", _("Plausible")
    SPAM = "spam", _("Spam")
    DEMAND = "demand", _("Demand for money")
    THREAT = "threat", _("Threat")
    CONTACTED = "contacted", _("Contacted")
    MATCH = "match", _("Verified match")
    NOT_RELATED = "not_related", _("Not related")
    UNREACHABLE = "unreachable", _("Unreachable")
    ABUSE = "abuse", _("Abuse")


URGENT = (Kind.ASK, Kind.DANGER, Kind.DEMAND)
# Where an urgent message is urgent still; and what is urgent whatever it came as.
NOT_DEALT_WITH = (State.RECEIVED, State.PLAUSIBLE)
PRESSING = (State.DEMAND, State.THREAT)
CLOSED = (State.SPAM, State.MATCH, State.NOT_RELATED, State.UNREACHABLE, State.ABUSE)
# From each state of a message to those it may go to (the table of the field's words).
NEXT: dict[str, frozenset[str]] = {
    State.RECEIVED: frozenset({State.PLAUSIBLE, State.SPAM, State.DEMAND, State.THREAT}),
    State.PLAUSIBLE: frozenset(
        {State.CONTACTED, State.NOT_RELATED, State.SPAM, State.DEMAND, State.THREAT}
    ),
    State.DEMAND: frozenset({State.PLAUSIBLE, State.CONTACTED, State.ABUSE}),
    State.THREAT: frozenset({State.PLAUSIBLE, State.CONTACTED, State.ABUSE}),
    State.CONTACTED: frozenset({State.MATCH, State.NOT_RELATED, State.UNREACHABLE, State.ABUSE}),
    # Closed by mistake is put right by a person; a match is undone where it was confirmed.
    State.SPAM: frozenset({State.PLAUSIBLE}),
    State.NOT_RELATED: frozenset({State.CONTACTED}),
    State.UNREACHABLE: frozenset({State.CONTACTED}),
    State.ABUSE: frozenset({State.PLAUSIBLE}),
    State.MATCH: frozenset({State.CONTACTED}),
}
