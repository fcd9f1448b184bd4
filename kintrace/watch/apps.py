from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WatchConfig(AppConfig):
    name = "kintrace.watch"

    def ready(self) -> None:
        from kintrace.network.access import Right
        from kintrace.ui.menu import Entry, register

        register(Entry(Right.SEE_AUDIT, _("Alarms"), "watch:alarms", "alert", 45))
