"""Addresses of needs surveys: report."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
