"""The lists that certificates choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CertificateKind(models.TextChoices):
    """What a certificate says."""

    TRACING = "tracing", _("A request to search is registered")
    NEWS = "news", _("News to the family was delivered")


class CertificateState(models.TextChoices):
    REQUESTED = "requested", pgettext_lazy("state of a certificate", "Waits for an officer")
    ISSUED = "issued", pgettext_lazy("state of a certificate", "Given")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a certificate", "Withdrawn")


class Because(models.TextChoices):
    """Why a certificate is valid no more."""

    LOST = "lost", _("It is lost")
    WRONG = "wrong", _("Something on it is wrong")
    WISHED = "wished", _("The person does not want it any more")
    ENDED = "ended", _("The person took the search back")
    MISTAKE = "mistake", _("It should not have been given")
