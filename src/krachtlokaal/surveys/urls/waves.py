"""Addresses of waves: making, opening, extending, closing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
