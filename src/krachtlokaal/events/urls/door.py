"""Addresses of the door, and of what hangs and lies there on paper."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
