from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "krachtlokaal.register"
    label = "register"

    def ready(self) -> None:
        from krachtlokaal.accounts import area_labels
        from krachtlokaal.register import merge_decisions
        from krachtlokaal.register.enums import Sector
        from krachtlokaal.register.queries.places import towns

        merge_decisions.decide()
        area_labels.provide(
            municipalities=lambda: {code: town.name for code, town in towns().items()},
            sectors=lambda: {sector.value: str(sector.label) for sector in Sector},
        )
