"""Addresses of field work: who answered, who is to be called, letters, answers on paper."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
