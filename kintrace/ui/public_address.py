"""Where the wall is to be found from outside: what stands on every paper and in every square.

A process of the staff side serves no page of the wall and knows it by this setting alone.
"""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal


class NoPublicAddress(Refusal):
    """Nobody said where the wall is to be found."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            _(
                "Nobody told this machine the public address of the wall, which stands on every "
                "paper. Ask whoever looks after it to set KINTRACE_PUBLIC_ADDRESS."
            )
        )


def known_address() -> str:
    """The address without a slash at its end; "" where nobody said it."""
    address: str = settings.PUBLIC_ADDRESS.rstrip("/")
    return address


def public_address() -> str:
    """The same, for what cannot do without. Raises NoPublicAddress."""
    if not (address := known_address()):
        raise NoPublicAddress
    return address
