from django.apps import AppConfig


class WallConfig(AppConfig):
    name = "kintrace.wall"

    def ready(self) -> None:
        from kintrace.protection import holders
        from kintrace.wall.holder import WallHolder

        holders.register(WallHolder())
