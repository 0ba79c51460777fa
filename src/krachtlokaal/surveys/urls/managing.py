"""Addresses of the manager of an organisation's result."""

from django.urls import path

from krachtlokaal.surveys.views.managing import deeds, pages

_OWN = "meting/beheer/<str:secret>/"
urlpatterns = [
    path("meting/beheer/", pages.manager_link, name="manager_link"),
    path(_OWN, pages.managed, name="managed"),
    path(f"{_OWN}uitkomst/", pages.managed_report, name="managed_report"),
    path(f"{_OWN}meenemen/<slug:kind>/", pages.managed_file, name="managed_file"),
    path(f"{_OWN}toestemming/", deeds.switches, name="switches"),
    path(f"{_OWN}overdragen/", deeds.hand_over, name="hand_over"),
    path(f"{_OWN}verwijderen/", deeds.delete_result, name="delete_result"),
    path(f"{_OWN}bewaren/", deeds.keep_result, name="keep_result"),
]
