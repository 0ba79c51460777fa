from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OfficeConfig(AppConfig):
    name = "krachtlokaal.office"
    label = "office"

    def ready(self) -> None:
        # Each room's jobs.py registers what does its jobs and who hears of its lost mail.
        autodiscover_modules("jobs")
