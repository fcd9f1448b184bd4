from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kintrace.people"

    def ready(self) -> None:
        from kintrace.people.holder import PeopleHolder
        from kintrace.protection import holders

        holders.register(PeopleHolder())
