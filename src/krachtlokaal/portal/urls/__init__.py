"""Addresses of the portal, by subject."""

from krachtlokaal.portal.urls import front, office, organisations

app_name = "portal"
urlpatterns = [*front.urlpatterns, *office.urlpatterns, *organisations.urlpatterns]
