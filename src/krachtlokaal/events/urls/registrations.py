"""Addresses of registrations: of members, and of who came by her link."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
