"""Addresses of pages about oneself, and of the operator."""

from django.urls import path

from krachtlokaal.accounts.views import operator, profile

urlpatterns = [
    path("profiel/", profile.profile, name="profile"),
    path("profiel/overal-uitloggen/", profile.sign_out_everywhere, name="sign_out_everywhere"),
    path("profiel/beveiliging/tweede-sleutel/", profile.second_factor, name="second_factor"),
    path("beheer/sleutel-kwijt/", operator.lost_key, name="lost_key"),
]
