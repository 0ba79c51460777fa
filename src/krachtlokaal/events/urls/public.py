"""Addresses for everybody: the days to come, one day, and registering for it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
