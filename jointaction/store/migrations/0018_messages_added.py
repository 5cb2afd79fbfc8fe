"""Messages a coordinator adds to the series can be told from those that were there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0017_links_replaced")]
    operations = [
        migrations.AddField("chasestep", "is_added", models.BooleanField(default=False)),
    ]
