"""Addresses of needs surveys: surveys."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
