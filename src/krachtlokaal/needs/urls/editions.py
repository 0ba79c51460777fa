"""Addresses of needs surveys: editions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
