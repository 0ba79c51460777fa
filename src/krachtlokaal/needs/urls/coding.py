"""Addresses of needs surveys: coding."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views import coding, second_coding

_CARDS = "behoeftepeiling/<int:pk>/kaartjes/"

urlpatterns: list[URLPattern] = [
    path(_CARDS, coding.coding, name="coding"),
    path(f"{_CARDS}bestand/", second_coding.file, name="coding_file"),
    path(f"{_CARDS}twee-keer/", second_coding.twice, name="coding_twice"),
    path(f"{_CARDS}overeenstemming/", second_coding.agreement_page, name="coding_agreement"),
    path(f"{_CARDS}verschillen/", second_coding.differences_page, name="coding_differences"),
    path(f"{_CARDS}verschillen/<str:card>/", second_coding.difference, name="coding_difference"),
]
