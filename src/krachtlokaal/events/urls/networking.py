"""Addresses of the tables where people get acquainted."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
