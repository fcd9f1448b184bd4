from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "kintrace.network"

    def ready(self) -> None:
        """Put the folder's pages on the rail."""
        from kintrace.network.access import Right
        from kintrace.ui.menu import Entry, register

        register(Entry(Right.MANAGE_MEMBERS, _("Members"), "network:members", "people", 60))
        register(Entry(Right.MANAGE_DESKS, _("Our places"), "network:desks", "pin", 62))
        register(Entry(Right.MANAGE_SOCIETIES, _("Societies"), "network:societies", "tent", 61))
        register(
            Entry(Right.SIGN_AGREEMENTS, _("Agreements"), "network:agreements", "transfer", 70)
        )
        register(Entry(Right.HOLD_KEY_CEREMONY, _("Keys"), "network:keys", "key", 80))
        register(Entry(Right.SEE_DESK, _("My account"), "mfa_index", "person", 90))
