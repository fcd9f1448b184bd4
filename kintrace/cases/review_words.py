"""How a family was told at a review that the search goes on, or that nobody was reached."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reach(TextChoices):
    DESK = "desk", _("At the desk")
    PHONE = "phone", _("By phone")
    VISIT = "visit", _("On a visit")
    LETTER = "letter", _("By message or letter")
    THROUGH = "through", _("Through somebody they trust")
    NOT_REACHED = "not_reached", _("Nobody was reached")


# A letter that was sent says neither that somebody was reached nor that nobody was.
SPOKE = frozenset({Reach.DESK, Reach.PHONE, Reach.VISIT, Reach.THROUGH})
TRIES = 3  # on so many days nobody was reached, before a case may end for that
