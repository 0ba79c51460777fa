"""Addresses of who answers by a personal link or the open link."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
