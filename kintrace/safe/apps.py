from django.apps import AppConfig


class SafeConfig(AppConfig):
    name = "kintrace.safe"
