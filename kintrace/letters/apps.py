from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kintrace.letters"
