from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "kintrace.vault"
