"""Addresses of needs surveys: outcome."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
