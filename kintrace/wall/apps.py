from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WallConfig(AppConfig):
    name = "kintrace.wall"

    def ready(self) -> None:
        from kintrace.network.access import Right
        from kintrace.protection import holders
        from kintrace.ui.menu import Entry, register
        from kintrace.wall.holder import WallHolder

        register(Entry(Right.MAKE_POSTERS, _("Posters"), "posters:list", "print", 50))
        register(Entry(Right.SEE_DESK, _("Papers to hand out"), "posters:papers", "photo", 52))
        register(Entry(Right.MANAGE_SOCIETIES, _("Regions"), "posters:regions", "pin", 62))
        holders.register(WallHolder())
