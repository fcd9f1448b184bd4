"""Second factors when the society's record key changes."""

import binascii
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction

from kintrace.network.signin import open_factor, seal_factor
from kintrace.vault.reader import KeyNotAtHand, reading_as

SEALED = ("secret", "seed")  # of the app, and of the recovery codes


@transaction.atomic
def reseal_factors(society_id: UUID) -> int:
    """Put the secrets of second factors under the newest record key; gives how many are unreadable.

    Safe to repeat.
    """
    with reading_as(society_id):
        rows = Authenticator.objects.select_related("user__society")
        own = rows.filter(user__society_id=society_id).select_for_update(of=("self",))
        return sum(not _reseal(factor) for factor in own)


def _reseal(factor: Authenticator) -> bool:
    sealed = {name: factor.data[name] for name in SEALED if name in factor.data}
    try:
        for name, value in sealed.items():
            factor.data[name] = seal_factor(factor.user, open_factor(factor.user, value))
    except (KeyNotAtHand, binascii.Error):
        return False
    factor.save(update_fields=["data"])
    return True
