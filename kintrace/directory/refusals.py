"""Why something is not done, as sentences for members."""

from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal


class IsRetired(Refusal):
    """Nobody finds it any more, so there is nothing to confirm."""

    def __init__(self) -> None:
        super().__init__(_("This service is not shown any more. Change it first, and open it."))


class NothingToPrint(Refusal):
    """No service there is open and confirmed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Nothing near this place is open and confirmed within the last 90 days. Call the "
                "services, confirm them, and print then."
            )
        )
