"""The second lock on what a workspace knows of organisations."""

from django.db import migrations

from krachtlokaal.core.policies import protect


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial"), ("core", "0001_roles_and_scope")]
    operations = [
        protect("register_contact", organisation="organisation_id"),
        protect("register_factcheck", organisation="organisation_id"),
        protect("register_succession", organisation="organisation_id"),
        protect("register_note"),
        protect("register_tag"),
        protect("register_organisationtag"),
        protect("register_selection"),
        protect("register_importrun"),
        protect("register_importrow"),
        protect("register_rememberedcolumn"),
        protect("register_rememberedplace"),
        protect("register_mailing"),
        protect("register_optout"),
    ]
