"""Addresses of shared results and of totals."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
