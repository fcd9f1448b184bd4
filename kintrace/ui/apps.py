from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "kintrace.ui"
