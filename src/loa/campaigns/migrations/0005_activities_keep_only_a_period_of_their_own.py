from django.db import migrations
from django.db.models import F


def forget_the_plans_period(apps, schema_editor):
    """The whole plan's period was written into every activity that has none of its own; what people corrected stays."""
    corrections = apps.get_model('documents', 'Correction')
    as_the_plan = apps.get_model('campaigns', 'Activity').objects.filter(
        start_date=F('campaign__start_date'), end_date=F('campaign__end_date')
    )
    for activity in as_the_plan.select_related('campaign__document__extraction').iterator():
        document = activity.campaign.document
        windows = document.extraction.data['windows'] if hasattr(document, 'extraction') else []
        stating = [row['clause'] for row in windows if row['clause'] and (row['start'] or row['end'])]
        has_own = any(f'{activity.clause}.'.startswith(f'{clause}.') for clause in stating)
        if has_own or corrections.objects.filter(document=document, field__startswith='/windows/').exists():
            continue
        activity.start_date = activity.end_date = None
        activity.save(update_fields=['start_date', 'end_date'])


class Migration(migrations.Migration):

    dependencies = [
        ('campaigns', '0004_documents_with_a_campaign_count_as_confirmed'),
        ('documents', '0002_a_reading_is_corrected_and_confirmed'),
    ]

    operations = [migrations.RunPython(forget_the_plans_period, migrations.RunPython.noop)]
