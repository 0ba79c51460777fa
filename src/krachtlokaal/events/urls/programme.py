"""Addresses of somebody's own programme, and of what changes on the day."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
