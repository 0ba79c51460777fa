"""Addresses of needs surveys: the cockpit of the field work and its call list."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views import field_work as views

_WORK = "behoeftepeiling/<int:pk>/veldwerk/"
urlpatterns: list[URLPattern] = [
    path(_WORK, views.field_work, name="field_work"),
    path(f"{_WORK}bellen/", views.calls, name="calls"),
    path(f"{_WORK}bellen/bestand/", views.calls_file, name="calls_file"),
    path(f"{_WORK}bellen/<int:organisation>/opnemen/", views.ask_along, name="ask_along"),
]
