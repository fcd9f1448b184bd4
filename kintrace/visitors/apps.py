from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitorsConfig(AppConfig):
    name = "kintrace.visitors"

    def ready(self) -> None:
        from kintrace.network.access import Right
        from kintrace.ui.menu import Entry, register

        register(Entry(Right.READ_INBOX, _("How people found it"), "visitors:heard", "smile", 22))
        register(Entry(Right.NAME_NETWORKS, _("Shared networks"), "visitors:networks", "wifi", 70))
