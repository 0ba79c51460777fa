"""Addresses of mailings."""

from django.urls import path

from krachtlokaal.register.views import mailings as views

urlpatterns = [path("post/", views.mailings, name="mailings")]
