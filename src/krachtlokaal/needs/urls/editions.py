"""Addresses of needs surveys: fixed versions of a report, for colleagues and for everybody."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views import editions, public_reports

_EDITION = "behoeftepeiling/versie/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("behoeftepeiling/<int:pk>/rapport/vaststellen/", editions.report_fix, name="report_fix"),
    path(_EDITION, editions.edition, name="edition"),
    path(f"{_EDITION}link/", editions.edition_link, name="edition_link"),
    path(f"{_EDITION}bestand/<slug:kind>/", editions.edition_file, name="edition_file"),
    path("rapport/<str:secret>/", public_reports.report_public, name="report_public"),
    path("rapport/<str:secret>/<slug:kind>/", public_reports.report_file, name="report_file"),
]
