"""Addresses of *Klopt dit nog?*: the list of who asked, and the pages of a contact's link."""

from django.urls import path

from krachtlokaal.register.views import check_letters as letters
from krachtlokaal.register.views import checks as views
from krachtlokaal.register.views import optouts

urlpatterns = [
    path("post/klopt/", views.checks, name="checks"),
    path("contacten/<int:pk>/klopt/", views.ask, name="contact_ask"),
    path("klopt/<str:secret>/", letters.check, name="check"),
    path("klopt/<str:secret>/wijzigen/", letters.change, name="check_change"),
    path("klopt/<str:secret>/stoppen/", letters.stop, name="check_stop"),
    path("klopt/<str:secret>/afmelden/", optouts.check_opt_out, name="check_opt_out"),
]
