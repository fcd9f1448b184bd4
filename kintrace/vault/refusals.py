"""Refusals of the vault that a page may show."""

from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal


class WrongOpeningPassword(Refusal):
    """The opening password does not open the member's key."""

    def __init__(self) -> None:
        super().__init__(_("This opening password is not right. Try again."))


class WrongRecoveryCode(Refusal):
    """The recovery code does not open the key."""

    def __init__(self) -> None:
        super().__init__(_("This recovery code is not right. Check it letter by letter."))


class NoKeyYet(Refusal):
    """A member has no key of their own, so nothing can be sealed to them."""

    def __init__(self) -> None:
        super().__init__(_("This member must first set an opening password."))


class TooManyAtOnce(Refusal):
    """More people ask with code and word than the machine has places for. Nothing was done."""

    status = 503

    def __init__(self) -> None:
        # Visitors read this.
        super().__init__(_("Many people are asking at this moment. Wait a minute, then try again."))


class CeremonyRefused(Refusal):
    """A key ceremony cannot be held like this; the sentence says why."""
