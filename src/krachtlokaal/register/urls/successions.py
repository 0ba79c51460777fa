"""Addresses of the bestuurswissel."""

from django.urls import path

from krachtlokaal.register.views import successions as views

urlpatterns = [
    path("contacten/<int:pk>/opvolging/", views.start, name="succession_new"),
    path("post/opvolging/<int:pk>/intrekken/", views.withdraw, name="succession_withdraw"),
    path("opvolger/<str:secret>/", views.succession, name="succession"),
]
