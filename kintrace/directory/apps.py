from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "kintrace.directory"

    def ready(self) -> None:
        from kintrace.network.access import Right
        from kintrace.ui.menu import Entry, register

        register(Entry(Right.CONFIRM_LISTINGS, _("Services nearby"), "listings:list", "hand", 52))
