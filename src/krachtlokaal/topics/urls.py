"""Addresses of this room."""

from django.urls import path

from krachtlokaal.topics import views

app_name = "topics"
urlpatterns = [
    path("hulp-en-advies/", views.offers, name="offers"),
    path("hulp-en-advies/<int:pk>/", views.offer, name="offer"),
    path("hulp-en-advies/<int:pk>/bestanden/<int:file_pk>/", views.offer_file, name="offer_file"),
]
