"""Addresses of needs surveys: field work."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
