"""What came of the search for one person, and which approved sentence the family hears of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.cases.card import Wish
from kintrace.cases.replies import Topic


class Result(TextChoices):
    """Sealed on the row: from outside nobody tells one from another."""

    CONTACT = "contact", _("Found: contact wanted")
    MESSAGE = "message", _("Found: a message only")
    ALIVE = "alive", _("Found: alive, no contact")
    SAY_NOTHING = "say_nothing", _("Found: say nothing")
    DEAD = "dead", _("Dead, confirmed")
    PRESUMED_DEAD = "presumed_dead", _("Dead, presumed")
    NOT_FOUND = "not_found", _("Not found")
    SELF_SOLVED = "self_solved", _("They found each other")
    WITHDRAWN = "withdrawn", _("The person who searches withdrew")
    ENQUIRER_LOST = "enquirer_lost", _("We cannot reach the person who searches")
    NOT_WITHIN = "not_within", _("Not within what we may do")
    DUPLICATE = "duplicate", _("Another file has the same search")
    HANDED_OVER = "handed_over", _("Handed over to another society")
    SAFEGUARDING = "safeguarding", _("Stopped to protect somebody")


class HowTold(TextChoices):
    """How the family was told."""

    IN_PERSON = "in_person", _("In person")
    PARTNER = "partner", _("In person, by another society")
    BY_PHONE = "by_phone", _("By phone")
    LETTER = "letter", _("By letter")
    SMS = "sms", _("By SMS")


# Who was found and wants nothing said, who was not found, and who must be protected: one sentence.
SAID = {
    Result.CONTACT: Topic.CONTACT,
    Result.MESSAGE: Topic.MESSAGE,
    Result.ALIVE: Topic.ALIVE,
    Result.SAY_NOTHING: Topic.NOTHING,
    Result.DEAD: Topic.DEAD,
    Result.PRESUMED_DEAD: Topic.PRESUMED,
    Result.NOT_FOUND: Topic.NOTHING,
    Result.SELF_SOLVED: Topic.SOLVED,
    Result.WITHDRAWN: Topic.ENDED,
    Result.NOT_WITHIN: Topic.CRITERIA,
    Result.DUPLICATE: Topic.JOINED,
    Result.HANDED_OVER: Topic.HANDED,
    Result.SAFEGUARDING: Topic.NOTHING,
}
# Nobody hears this but from somebody who sits beside them.
FACE_TO_FACE = frozenset({Result.DEAD, Result.PRESUMED_DEAD})
IN_PERSON = frozenset({HowTold.IN_PERSON, HowTold.PARTNER})
SPOKEN = frozenset({HowTold.IN_PERSON, HowTold.BY_PHONE, HowTold.PARTNER})
WAYS_TO_TELL: dict[Result, frozenset[HowTold]] = {
    one: IN_PERSON if one in FACE_TO_FACE else frozenset(HowTold) for one in Result
}
# What may be said of somebody found hangs on what they want.
OF_A_WISH = {
    Wish.CONTACT: Result.CONTACT,
    Wish.MESSAGE: Result.MESSAGE,
    Wish.ALIVE: Result.ALIVE,
    Wish.NOTHING: Result.SAY_NOTHING,
    Wish.TAKEN_BACK: Result.SAY_NOTHING,
}
FOUND = frozenset(OF_A_WISH.values())
# Says something of somebody who was found.
TELLS = FOUND - {Result.SAY_NOTHING}
