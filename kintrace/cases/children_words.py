"""What is chosen from when a child is written down. All of it is sealed to the child's team."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Alone(TextChoices):
    """With whom the child is."""

    ALONE = "alone", _("Alone: no grown-up looks after the child")
    SEPARATED = "separated", _("Without the parents, with another grown-up of the family")


class Alive(TextChoices):
    YES = "yes", _("Lives, as the child knows")
    DEAD = "dead", _("Has died, as the child knows")
    UNKNOWN = "unknown", _("The child does not know")


class Conclusion(TextChoices):
    """What is best for the child, as a child-protection officer weighed it."""

    TRACE = "trace", _("Searching for the family is good for the child")
    REUNITE = "reunite", _("Living with this person is good for the child")
    CARE = "care", _("Another home is better for the child")
    WAIT = "wait", _("It is too early to say")


class Says(TextChoices):
    YES = "yes", _("Yes, clearly")
    PARTLY = "partly", _("In part, or not sure")
    NO = "no", _("No, not so")


class Advice(TextChoices):
    """What comes of asking both apart."""

    VERIFIED = "verified", _("It is the family, and the child can live there")
    FAILED = "failed", _("It is not, or the child cannot live there")


class WhyFailed(TextChoices):
    """Why it failed; sealed with the rest."""

    NOT_THEM = "not_them", _("The person is not who they say")
    CHILD_NO = "child_no", _("The child does not want it")
    UNABLE = "unable", _("The person cannot look after the child, or does not want to")
    DANGER = "danger", _("The child would be in danger there")


class Agreed(TextChoices):
    """What a child says when asked whether another society may be told that it searches."""

    YES = "yes", _("Yes, this society may be asked")
    NO = "no", _("No, or not now")
    YOUNG = "young", _("Too young to be asked")
