from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "krachtlokaal.topics"
    label = "topics"
