from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProtectionConfig(AppConfig):
    name = "kintrace.protection"

    def ready(self) -> None:
        from kintrace.network.access import Right
        from kintrace.protection import holders
        from kintrace.protection.holder import ProtectionHolder
        from kintrace.ui import menu

        holders.register(ProtectionHolder())
        menu.register(
            menu.Entry(
                Right.APPROVE_NOTICES, _("Information notices"), "protection:notices", "book", 50
            )
        )
        menu.register(
            menu.Entry(Right.HOLD, _("People’s rights"), "protection:rights", "person", 45)
        )
        menu.register(
            menu.Entry(
                Right.SEE_DESK, _("An authority asks"), "protection:when_asked", "shield", 95
            )
        )
