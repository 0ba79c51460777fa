"""The page of one organisation."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
