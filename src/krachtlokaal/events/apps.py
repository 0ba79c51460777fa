from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "krachtlokaal.events"
    label = "events"

    def ready(self) -> None:
        from krachtlokaal.events import merge_decisions

        merge_decisions.decide()
