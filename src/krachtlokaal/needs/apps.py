from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "krachtlokaal.needs"
    label = "needs"

    def ready(self) -> None:
        from krachtlokaal.needs import merge_decisions, own_waves

        merge_decisions.decide()
        own_waves.decide()
