"""Municipalities (CBS, CC BY 4.0) and places (GeoNames, CC BY 4.0)."""

import csv
from importlib import resources

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def load(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    data = resources.files("krachtlokaal.register") / "data"
    municipality = apps.get_model("register", "Municipality")
    with (data / "municipalities.csv").open(encoding="utf-8") as lines:
        municipality.objects.bulk_create(
            municipality(
                code=row["code"],
                name=row["name"],
                everyday_name=row["everyday_name"],
                province=row["province"],
                region=row["region"],
                inhabitants=int(row["inhabitants_2025"]),
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
            )
            for row in csv.DictReader(lines)
        )
    place = apps.get_model("register", "Place")
    with (data / "places.csv").open(encoding="utf-8") as lines:
        place.objects.bulk_create(
            (
                place(
                    name=row["place"],
                    municipality_id=row["municipality_code"],
                    latitude=float(row["latitude"]),
                    longitude=float(row["longitude"]),
                )
                for row in csv.DictReader(lines)
            ),
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):
    dependencies = [("register", "0002_guard")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
