from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "krachtlokaal.accounts"
    label = "accounts"

    def ready(self) -> None:
        from krachtlokaal.accounts import signals  # noqa: F401 its receivers register themselves
