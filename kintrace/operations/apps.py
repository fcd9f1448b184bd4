from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "kintrace.operations"

    def ready(self) -> None:
        from django.conf import settings

        from kintrace.network.access import Right
        from kintrace.operations.concerned import lines
        from kintrace.ui import banners
        from kintrace.ui.menu import Entry, register

        if settings.HAS_STAFF:
            register(Entry(Right.SEE_DESK, _("What works"), "operations:status", "pulse", 92))
            banners.register("operations", lines)
