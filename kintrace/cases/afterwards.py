"""The words of what stays of a case after its time, and of why one is kept longer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kin(models.TextChoices):
    """Who was sought, no nearer than this: what stays of a case when it is gone."""

    PARENT = "parent", _("A parent")
    CHILD = "child", _("A child")
    SIBLING = "sibling", _("A brother or sister")
    SPOUSE = "spouse", _("A husband or wife")
    OTHER = "other", _("Another relative")


class AgeThen(models.TextChoices):
    """How old the person sought was when the case was opened."""

    CHILD = "0", _("Under 18")
    ADULT = "18", _("18 to 59")
    OLD = "60", _("60 and older")
    UNKNOWN = "unknown", _("Age not known")


class KeptFor(models.TextChoices):
    """Why a closed case is kept longer. No free words: they would outlive what they speak of."""

    NEWS = "news", _("News may still come, and the family waits for it")
    REUNION = "reunion", _("The family is on its way to live together")
    COMPLAINT = "complaint", _("A complaint or a question of law is not settled")
    ASKED = "asked", _("The person asked us to keep it")
