"""Addresses of requests to be called."""

from django.urls import path

from krachtlokaal.surveys.views import wishes as views

urlpatterns = [
    path("krachtmeting/belverzoeken/", views.wishes, name="wishes"),
    path("krachtmeting/belverzoeken/<int:pk>/klaar/", views.wish_settle, name="wish_settle"),
]
