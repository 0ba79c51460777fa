from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "krachtlokaal.accounts"
    label = "accounts"
