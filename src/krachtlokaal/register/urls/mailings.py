"""Addresses of mailings, and of the page that stops them."""

from django.urls import path

from krachtlokaal.register.views import mailing_steps as steps
from krachtlokaal.register.views import mailings as views
from krachtlokaal.register.views import optouts

urlpatterns = [
    path("post/", views.mailings, name="mailings"),
    path("post/nieuw/", views.mailing_new, name="mailing_new"),
    path("post/<int:pk>/", views.mailing, name="mailing"),
    path("post/<int:pk>/kopie/", views.mailing_copy, name="mailing_copy"),
    path("post/<int:pk>/weggooien/", views.mailing_discard, name="mailing_discard"),
    path("post/<int:pk>/wie/", steps.who, name="mailing_who"),
    path("post/<int:pk>/bericht/", steps.text, name="mailing_text"),
    path("post/<int:pk>/voorbeeld/", steps.preview, name="mailing_preview"),
    path("post/<int:pk>/proef/", steps.try_out, name="mailing_try"),
    path("post/<int:pk>/versturen/", steps.send, name="mailing_send"),
    path("afmelden/<str:secret>/", optouts.opt_out, name="opt_out"),
]
