from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OfficeConfig(AppConfig):
    name = "krachtlokaal.office"
    label = "office"

    def ready(self) -> None:
        # Each room's jobs.py registers what does its jobs and who hears of its lost mail, its
        # verbs.py the sentences for its entries in the audit, its retention.py what is thrown away.
        autodiscover_modules("jobs", "verbs", "retention")
