from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "krachtlokaal.core"
    label = "core"
