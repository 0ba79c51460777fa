"""Addresses of needs surveys: the list, and one from its first idea to its report."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views import surveys as views

_ONE = "behoeftepeiling/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("behoeftepeiling/", views.surveys, name="surveys"),
    path(_ONE, views.survey, name="survey"),
]
