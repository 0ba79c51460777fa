"""Addresses of the manager of an organisation's result."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
