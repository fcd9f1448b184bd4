"""How somebody was found, and what they want: in the words of the card, and of an access copy."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.cases.replies import Topic


class FoundBy(TextChoices):
    """How the person was found."""

    VISIT = "visit", _("On a visit")
    PHONE = "phone", _("By phone")
    MESSAGE = "message", _("The person wrote to us")
    DESK = "desk", _("The person came to us")
    REGISTRY = "registry", _("In a list or register")
    SOCIETY = "society", _("Another society found them")
    OTHER = "other", _("In another way")


class Wish(TextChoices):
    """What the found person wants. The newest answer counts; none is ever written over."""

    CONTACT = "contact", _("Contact wanted")
    MESSAGE = "message", _("A message only")
    ALIVE = "alive", _("Alive, but no contact")
    NOTHING = "nothing", _("Say nothing")
    LATER = "later", _("Ask me later")
    TAKEN_BACK = "taken_back", _("Taken back")


# What stands on the card, in this order, and the drawing beside it.
CARD = {
    Wish.CONTACT: (Topic.CARD_CONTACT, "phone"),
    Wish.MESSAGE: (Topic.CARD_MESSAGE, "mail"),
    Wish.ALIVE: (Topic.CARD_ALIVE, "person"),
    Wish.NOTHING: (Topic.CARD_NOTHING, "lock"),
    Wish.LATER: (Topic.CARD_LATER, "clock"),
}
# Who wants one of these may be reached by us, so the way to reach them is kept.
REACHED = frozenset({Wish.CONTACT, Wish.MESSAGE, Wish.LATER})
