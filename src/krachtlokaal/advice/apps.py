from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "krachtlokaal.advice"
    label = "advice"

    def ready(self) -> None:
        from krachtlokaal.advice import merge_decisions

        merge_decisions.decide()
