"""Addresses of advice cases: the list, one case, its notes and readers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
