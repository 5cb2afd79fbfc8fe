"""Of the links to one address the latest alone opens its return; those that went before are marked so."""

from django.db import migrations, models
from django.db.models import Exists, OuterRef
from django.utils import timezone


def mark(apps, schema_editor):
    links = apps.get_model("store", "ReturnLink").objects
    later = links.filter(
        of_return=OuterRef("of_return"), sent_to__iexact=OuterRef("sent_to"), pk__gt=OuterRef("pk")
    )
    links.exclude(sent_to="").filter(Exists(later)).update(replaced_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("store", "0016_search_knows_no_reasons")]
    operations = [
        migrations.AddField("returnlink", "replaced_at", models.DateTimeField(null=True)),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
