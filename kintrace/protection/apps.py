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
        for right, title, page, icon, place in (
            (Right.HOLD, _("People’s rights"), "rights", "person", 45),
            (Right.LIFT_HOLD, _("On hold"), "holds", "hold", 46),
            (Right.APPROVE_NOTICES, _("Information notices"), "notices", "book", 50),
            (Right.SEE_REGISTER, _("Not to be found"), "register", "shield", 52),
            (Right.SEE_AUDIT, _("Register of data"), "data_register", "lock", 55),
            (Right.SET_RETENTION, _("How long we keep things"), "retention", "clock", 77),
            (Right.SEE_DESK, _("An authority asks"), "when_asked", "shield", 95),
        ):
            menu.register(menu.Entry(right, title, f"protection:{page}", icon, place))
