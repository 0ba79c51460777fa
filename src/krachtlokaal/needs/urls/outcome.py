"""Addresses of needs surveys: outcome."""

from django.urls import path

from krachtlokaal.needs.views import outcome as views

urlpatterns = [
    path("behoeftepeiling/<int:pk>/uitkomst/", views.outcome, name="outcome"),
    path("behoeftepeiling/<int:pk>/uitkomst/maken/", views.outcome_make, name="outcome_make"),
    path("behoeftepeiling/<int:pk>/uitkomst/zo-berekend/", views.account, name="outcome_account"),
    path(
        "behoeftepeiling/<int:pk>/uitkomst/bestand/<slug:kind>/",
        views.outcome_file,
        name="outcome_file",
    ),
    path(
        "behoeftepeiling/<int:pk>/uitkomst/onderwerp/<slug:theme>/",
        views.theme,
        name="outcome_theme",
    ),
]
