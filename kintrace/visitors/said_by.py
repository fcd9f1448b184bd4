"""Whose feedback it is, as members read it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SaidBy(TextChoices):
    PEOPLE = "people", _("People we serve")
    STAFF = "staff", _("Our members")
