"""Ready sentences of “safe and well”: a person chooses some, and nothing else is passed on.

Whole in each language of the visitors, since who chooses and who hears them may share none.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    ACTIVE = "active", pgettext_lazy("state of safe and well", "May be found")
    MATCHED = "matched", pgettext_lazy("state of safe and well", "The family was told")
    EXPIRED = "expired", pgettext_lazy("state of safe and well", "Over")


FOUND = frozenset({State.ACTIVE, State.MATCHED})


class Sentence(TextChoices):
    """None tells a place, a time to come, or who else is there by name."""

    # Visitors read this.
    ALIVE = "alive", _("I am alive.")
    # Visitors read this.
    WELL = "well", _("I am safe and well.")
    # Visitors read this.
    FAMILY = "family", _("I am with somebody of our family.")
    # Visitors read this.
    CHILDREN = "children", _("The children are with me.")
    # Visitors read this.
    FRIENDS = "friends", _("I am with people I trust.")
    # Visitors read this.
    ALONE = "alone", _("I am alone, and I have what I need.")
    # Visitors read this.
    HURT = "hurt", _("I was hurt, and I am being treated.")
    # Visitors read this.
    BETTER = "better", _("I am getting better.")
    # Visitors read this.
    NO_WORRY = "no_worry", _("Please do not worry about me.")
    # Visitors read this.
    THINK = "think", _("I think of you every day.")
    # Visitors read this.
    SEEK = "seek", _("I am looking for you, too.")
    # Visitors read this.
    TOUCH = "touch", _("I will get in touch when I can.")
    # Visitors read this.
    TELL = "tell", _("Please tell the others that I am well.")


class Look(TextChoices):
    """Whether a search may be held beside who searches for nobody; asked by itself."""

    NO = "no", pgettext_lazy("may we look whether a search is for you", "No")
    HERE = "here", _("Yes, among our own searches")
    ACROSS = "across", _("Yes, also among searches of other societies")


# Read aloud to the person before anything is written down.
BEFORE = (
    # Visitors read this.
    _("You choose ready sentences. Nobody is told where you are."),
    # Visitors read this.
    _(
        "Whoever asks at our desk, and knows your whole name and your year of birth or your "
        "father’s name, is told your name, the day and these sentences."
    ),
    # Visitors read this.
    _("Nobody can look through a list. It ends by itself after 12 months, or when you say so."),
    # Visitors read this.
    _("If there is anybody who must not know that you are alive, do not use this."),
)

# Read aloud to who has no case, before the question whether we look.
BEFORE_LOOKING = (
    # Visitors read this.
    _(
        "One more question, and you may say no: everything else stays the same. May we look "
        "whether one of our searches is for you?"
    ),
    # Visitors read this.
    _(
        "If you say yes, those of us who search for families can find your name, your year of "
        "birth and your father’s name. Two of them must say that it is you. Then the family that "
        "searches may be told these sentences, and nothing else."
    ),
    # Visitors read this.
    _(
        "You may also say yes to searches of other societies. At first they read only that "
        "somebody told us that they are safe and well, in which five years they were born, and how "
        "far names and birth fit whom they search for: they may guess that it is you. Only when "
        "both societies agree do they read your names, your year of birth and your father’s name."
    ),
    # Visitors read this.
    _(
        "A society that reads this knows that you spoke with us, and so perhaps in which country. "
        "Where you are is told to nobody."
    ),
)
