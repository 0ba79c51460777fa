"""Addresses of this room, by subject. Those of allauth stand in `doors`, without a namespace."""

from krachtlokaal.accounts.urls import people, workspace

app_name = "accounts"
urlpatterns = [*workspace.urlpatterns, *people.urlpatterns]
