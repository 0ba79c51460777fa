"""Addresses of results that managers share with their steunpunt."""

from django.urls import path

from krachtlokaal.surveys.views import results as views

urlpatterns = [
    path("krachtmeting/uitkomsten/", views.results, name="results"),
    path("krachtmeting/uitkomsten/<int:pk>/", views.result, name="result"),
]
