from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "krachtlokaal.register"
    label = "register"

    def ready(self) -> None:
        from krachtlokaal.register import merge_decisions

        merge_decisions.decide()
