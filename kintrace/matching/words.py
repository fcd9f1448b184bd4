"""The words of a pair: where it stands, what is said of it, and why."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    OPEN = "open", _("To be looked at")
    CONFIRMED = "confirmed", _("One person")
    DISMISSED = "dismissed", _("Two people")


class Verdict(TextChoices):
    YES = "yes", _("It is the same person")
    NO = "no", _("These are two people")
    UNSURE = "unsure", _("I cannot tell")
    BACK = "back", _("Taken back")


class Why(TextChoices):
    """The reasons between which a member chooses; some stand for one verdict alone."""

    FAMILY_SAYS = "family_says", _("The family recognised what was asked")
    FACTS_AGREE = "facts_agree", _("What both sides know agrees, and it is rare")
    SAME_KIN = "same_kin", _("The same relatives are named")
    OTHER_FAMILY = "other_family", _("Other relatives are named")
    OTHER_AGE = "other_age", _("The ages do not fit")
    OTHER_PLACE = "other_place", _("The places do not fit")
    SIBLING = "sibling", _("It is a brother or sister of the person")
    NAMESAKE = "namesake", _("Only the name is the same")
    TOO_LITTLE = "too_little", _("Too little is known")
    ASK_FAMILY = "ask_family", _("The family has to be asked first")
    MISTAKE = "mistake", _("It was a mistake")
    NEW_FACT = "new_fact", _("There is a new fact")


WHYS: dict[Verdict, tuple[Why, ...]] = {
    Verdict.YES: (Why.FAMILY_SAYS, Why.FACTS_AGREE, Why.SAME_KIN),
    Verdict.NO: (
        *(Why.OTHER_FAMILY, Why.OTHER_AGE, Why.OTHER_PLACE),
        *(Why.SIBLING, Why.NAMESAKE, Why.FAMILY_SAYS),
    ),
    Verdict.UNSURE: (Why.TOO_LITTLE, Why.ASK_FAMILY),
    Verdict.BACK: (Why.MISTAKE, Why.NEW_FACT),
}
