from django.apps import AppConfig
from django.conf import settings


class DemoConfig(AppConfig):
    name = "kintrace.demo"

    def ready(self) -> None:
        """Every process of a demo derives keys at the cost at which its keys were made."""
        from kintrace.demo.key import is_ours
        from kintrace.network.hashing import cost_little

        if settings.DEMO and is_ours():
            cost_little()
