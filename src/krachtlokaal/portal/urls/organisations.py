"""The page of one organisation."""

from django.urls import path

from krachtlokaal.portal.views import organisations

urlpatterns = [path("organisaties/<int:pk>/", organisations.organisation, name="organisation")]
