"""The reason of a status is not for the public, so search forgets what it read and reads every plan again."""

from django.db import migrations


def forget(apps, schema_editor):
    for name in ("SearchText", "SearchedPlan"):
        apps.get_model("store", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("store", "0015_public_papers")]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
