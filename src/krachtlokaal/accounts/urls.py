"""Addresses of this room."""

from django.urls import path

from krachtlokaal.accounts import views

app_name = "accounts"
urlpatterns = [path("werkruimte/collegas/", views.members, name="members")]
