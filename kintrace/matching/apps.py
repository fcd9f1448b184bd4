from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "kintrace.matching"

    def ready(self) -> None:
        from kintrace.matching.holder import MatchingHolder
        from kintrace.protection import holders

        holders.register(MatchingHolder())
