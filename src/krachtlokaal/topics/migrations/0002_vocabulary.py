"""The ten themes and the target groups. Keys and names are those of our questionnaire."""

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

THEMES = [
    ("bestuur", "sturen", "Bestuur", "Board", "Bestjoer", "o"),
    ("koers", "sturen", "Doel en plannen", "Purpose and plans", "Doel en plannen", "o"),
    ("mensen_vinden", "dragen", "Vrijwilligers vinden", "Finding volunteers", "Frijwilligers fine", "vo"),
    ("mensen_houden", "dragen", "Vrijwilligers begeleiden en waarderen", "Supporting and valuing volunteers", "Frijwilligers begeliede en wurdearje", "vo"),
    ("samen_intern", "samenwerken", "Samenwerken binnen de organisatie", "Working together inside", "Gearwurkje binnen de organisaasje", "o"),
    ("samen_extern", "samenwerken", "Samenwerken met anderen", "Working with others", "Gearwurkje mei oaren", "os"),
    ("geld_plek", "middelen", "Geld, plek en spullen", "Money, place and equipment", "Jild, plak en spullen", "o"),
    ("regels", "middelen", "Regels en veiligheid", "Rules and safety", "Regels en feiligens", "o"),
    ("bereik", "vernieuwen", "Zichtbaar en open", "Visible and open", "Sichtber en iepen", "os"),
    ("leren", "vernieuwen", "Leren en vernieuwen", "Learning and renewing", "Leare en fernije", "os"),
]
TARGET_GROUPS = [
    ("besturen", "Besturen", "Boards"),
    ("vrijwilligers", "Vrijwilligers", "Volunteers"),
    ("jongeren", "Jongeren", "Young people"),
    ("ouderen", "Ouderen", "Older people"),
    ("nieuwkomers", "Nieuwkomers in Nederland", "Newcomers to the Netherlands"),
    ("mensen_met_beperking", "Mensen met een beperking", "People with a disability"),
    ("mantelzorgers", "Mantelzorgers", "Carers"),
    ("consulenten", "Consulenten", "Advisers"),
    ("gemeenten", "Gemeenten", "Municipalities"),
]


def load(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    theme = apps.get_model("topics", "Theme")
    theme.objects.bulk_create(
        theme(
            key=key, order=order, strength=strength, name_nl=nl, name_en=en, name_fy=fy, vos=list(vos)
        )
        for order, (key, strength, nl, en, fy, vos) in enumerate(THEMES, 1)
    )
    group = apps.get_model("topics", "TargetGroup")
    group.objects.bulk_create(
        group(key=key, order=order, name_nl=nl, name_en=en)
        for order, (key, nl, en) in enumerate(TARGET_GROUPS, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("topics", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
