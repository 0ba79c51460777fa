from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "krachtlokaal.register"
    label = "register"
