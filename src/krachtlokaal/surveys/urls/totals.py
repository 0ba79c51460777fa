"""Addresses of the totals of a wave."""

from django.urls import path

from krachtlokaal.surveys.views import totals as views

urlpatterns = [
    path("krachtmeting/<int:pk>/totalen/", views.totals, name="totals"),
    path("krachtmeting/<int:pk>/totalen/<slug:kind>/", views.totals_file, name="totals_file"),
]
