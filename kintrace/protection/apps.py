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
        texts = menu.Entry(
            Right.APPROVE_NOTICES, _("Information notices"), "protection:notices", "book", 50
        )
        unfound = menu.Entry(
            Right.SEE_REGISTER, _("Not to be found"), "protection:register", "shield", 52
        )
        data = menu.Entry(
            Right.SEE_AUDIT, _("Register of data"), "protection:data_register", "lock", 55
        )
        menu.register(texts)
        menu.register(unfound)
        menu.register(data)
        menu.register(
            menu.Entry(Right.HOLD, _("People’s rights"), "protection:rights", "person", 45)
        )
        asked = menu.Entry(
            Right.SEE_DESK, _("An authority asks"), "protection:when_asked", "shield", 95
        )
        menu.register(asked)
        kept = menu.Entry(
            Right.SET_RETENTION, _("How long we keep things"), "protection:retention", "clock", 77
        )
        menu.register(kept)
