"""Addresses of needs surveys: coding."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
