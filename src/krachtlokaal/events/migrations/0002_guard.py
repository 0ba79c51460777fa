"""The second lock on this room's tables; what somebody thought of the day, no member reads."""

from django.db import migrations

from krachtlokaal.core.policies import protect

TABLES = (
    "eventday",
    "eventroom",
    "daypart",
    "workshop",
    "session",
    "eventinvitation",
    "registration",
    "participant",
    "eventadviser",
    "consultationslot",
    "placement",
    "seat",
    "pin",
    "carousel",
    "tableseat",
    "scan",
    "attendance",
    "eventmessage",
    "evaluationsent",
    "intention",
    "eventcost",
)


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial"), ("core", "0001_roles_and_scope")]
    operations = [
        *(protect(f"events_{table}") for table in TABLES),
        protect("events_evaluationanswer", members=False),
    ]
