import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0003_a_line_keeps_its_page_and_its_doubts'),
    ]

    operations = [
        migrations.AddField(
            model_name='correction',
            name='carried_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.correction'),
        ),
    ]
