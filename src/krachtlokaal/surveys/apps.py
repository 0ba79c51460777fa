from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "krachtlokaal.surveys"
    label = "surveys"
