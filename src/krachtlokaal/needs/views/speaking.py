"""In which language somebody reads who came by a link: the one she chose, else the one she was
written in."""

from django.conf import settings
from django.http import HttpRequest

SPOKEN = dict(settings.LANGUAGES)


def language_for(request: HttpRequest, written_in: str) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return next((one for one in (chosen, written_in) if one in SPOKEN), settings.LANGUAGE_CODE)
