"""Addresses of advisers' slots on a day."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
