"""Addresses of this room."""

from django.urls import path

from krachtlokaal.topics import views

app_name = "topics"
urlpatterns = [path("hulp-en-advies/", views.offers, name="offers")]
