
from django.urls import path

from krachtlokaal.portal.views import front

urlpatterns = [
    path("", front.home, name="home"),
    path("start/", front.start, name="start"),
]
