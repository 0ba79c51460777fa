"""An address that a mail can point to."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def answer(request: HttpRequest, token: str) -> HttpResponse:
    return HttpResponse(token)


urlpatterns = [path("link/<str:token>/", answer, name="mail_link")]
