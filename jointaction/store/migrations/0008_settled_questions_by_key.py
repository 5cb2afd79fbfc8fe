from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0007_life_papers_and_returns'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='settledquestion', name='question_settled_once'),
        migrations.RenameField(model_name='settledquestion', old_name='fingerprint', new_name='key'),
        migrations.AddConstraint(
            model_name='settledquestion',
            constraint=models.UniqueConstraint(models.F('partnership'), models.F('key'), name='question_settled_once'),
        ),
    ]
