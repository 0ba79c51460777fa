"""Addresses of needs surveys: tables."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
