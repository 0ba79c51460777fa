"""Addresses of imports."""

from django.urls import path

from krachtlokaal.register.views import imports as views

urlpatterns = [path("organisaties/inlezen/", views.imports, name="imports")]
