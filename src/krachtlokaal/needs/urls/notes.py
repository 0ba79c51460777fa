"""Addresses of needs surveys: notes."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
