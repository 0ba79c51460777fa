"""Addresses of what comes after the day: evaluations, intentions, the report."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
