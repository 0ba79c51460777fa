"""One view, one query, 20 rows, one template."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


class Organisation(models.Model):
    name = models.CharField(max_length=160)
    place = models.CharField(max_length=80)
    postcode = models.CharField(max_length=7)
    website = models.CharField(max_length=200)
    volunteers = models.IntegerField(null=True)

    class Meta:
        app_label = "reference"
        managed = False
        db_table = "register_organisation"

    def __str__(self) -> str:
        return self.name


def page(request: HttpRequest) -> HttpResponse:
    return render(request, "page.html", {"rows": Organisation._default_manager.order_by("pk")[:20]})


urlpatterns = [path("", page), path("", include("benchmarks.reference.journey"))]
