"""Addresses that exist in the demo only."""

from django.urls import path

from krachtlokaal.portal.views import demo

app_name = "demo"
urlpatterns = [
    path("", demo.roles, name="roles"),
    path("inloggen/<slug:key>/", demo.sign_in, name="sign_in"),
]
