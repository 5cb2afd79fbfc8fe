"""A partnership knows the last link of its trail that may have changed what its plans show."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0018_messages_added")]
    operations = [
        migrations.AddField("partnership", "stamp", models.CharField(max_length=64, blank=True, default=""), preserve_default=False),
    ]
