"""Home, start page, search, the pages at the foot, and what robots and finders of holes read."""

from django.urls import path

from krachtlokaal.portal.views import front, health, operate, pages, search, style

urlpatterns = [
    path("", front.home, name="home"),
    path("start/", front.start, name="start"),
    path("zoeken/", search.search, name="search"),
    path("beheer/", operate.operate, name="operate"),
    path("beheer/bewaartermijnen/", operate.retention, name="retention"),
    path("privacy/", pages.privacy, name="privacy"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("hulp/", pages.help_page, name="help"),
    path("bronnen/", pages.sources, name="sources"),
    path("stijl/", style.style, name="style"),
    path("gezond/", health.health, name="health"),
    path("robots.txt", pages.robots, name="robots"),
    path(".well-known/security.txt", pages.security, name="security"),
]
