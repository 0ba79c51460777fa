"""Addresses of duplicates."""

from django.urls import path

from krachtlokaal.register.views import duplicates as views

urlpatterns = [path("organisaties/dubbel/", views.pairs, name="pairs")]
