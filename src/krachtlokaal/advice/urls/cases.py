"""Addresses of advice cases: the list, one case, its notes and readers."""

from django.urls import URLPattern, path

from krachtlokaal.advice.views import cases, people

_CASE = "advies-vragen/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("advies-vragen/", cases.cases, name="cases"),
    path("advies-vragen/nieuw/", cases.case_new, name="case_new"),
    path("advies-vragen/overzicht/", cases.overview, name="overview"),
    path(_CASE, cases.case, name="case"),
    path(f"{_CASE}wijzigen/", cases.case_change, name="case_change"),
    path(f"{_CASE}lezers/", people.readers, name="readers"),
    path(f"{_CASE}overdragen/", people.hand_over, name="hand_over"),
    path(f"{_CASE}afronden/", people.close, name="close"),
    path(f"{_CASE}heropenen/", people.open_again, name="open_again"),
]
