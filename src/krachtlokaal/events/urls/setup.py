"""Addresses of days: the list, a day, its rooms, parts, workshops and advisers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
