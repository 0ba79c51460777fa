"""Addresses of the placement of a day, for members."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
