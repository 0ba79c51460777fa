from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "krachtlokaal.portal"
    label = "portal"
