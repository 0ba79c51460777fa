"""Municipalities and places: facts of Statistics Netherlands (CBS) and GeoNames."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Municipality(models.Model):
    """A Dutch municipality; nine have an everyday name that differs from CBS's."""

    code = models.CharField(_("CBS-code"), max_length=6, primary_key=True)
    name = models.CharField(_("naam"), max_length=60, unique=True)
    everyday_name = models.CharField(_("gewone naam"), max_length=60)
    province = models.CharField(_("provincie"), max_length=20, db_index=True)
    region = models.CharField(_("regio"), max_length=40, blank=True)
    inhabitants = models.PositiveIntegerField(_("inwoners"))
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """A town or village in one municipality."""

    name = models.CharField(_("naam"), max_length=80)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="places")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["name", "municipality"], name="place_once")]

    def __str__(self) -> str:
        return self.name
