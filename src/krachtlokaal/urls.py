"""The addresses of the product, room by room."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("krachtlokaal.surveys.urls")),
    path("", include("krachtlokaal.portal.urls")),
    path("", include("krachtlokaal.needs.urls")),
    path("", include("krachtlokaal.events.urls")),
    path("", include("krachtlokaal.advice.urls")),
    path("", include("krachtlokaal.register.urls")),
    path("", include("krachtlokaal.topics.urls")),
    path("", include("krachtlokaal.accounts.urls")),
    path("", include("krachtlokaal.accounts.urls.doors")),
    path("taal/", include("django.conf.urls.i18n")),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("krachtlokaal.portal.demo_urls")))
