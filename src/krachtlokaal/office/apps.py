from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "krachtlokaal.office"
    label = "office"
