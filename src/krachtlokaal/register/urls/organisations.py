"""Addresses of organisations."""

from django.urls import path

from krachtlokaal.register.views import organisations as views

urlpatterns = [path("organisaties/", views.organisation_list, name="list")]
