from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "krachtlokaal.surveys"
    label = "surveys"

    def ready(self) -> None:
        from krachtlokaal.surveys import merge_decisions

        merge_decisions.decide()
