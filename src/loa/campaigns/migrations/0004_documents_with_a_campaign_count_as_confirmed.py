from django.db import migrations


def confirm(apps, schema_editor):
    """A campaign could only be made by a person before there was a review: its document counts as confirmed then."""
    documents = apps.get_model('documents', 'Document')
    for campaign in apps.get_model('campaigns', 'Campaign').objects.select_related('document').iterator():
        documents.objects.filter(pk=campaign.document_id, confirmed_at=None).update(
            confirmed_at=campaign.created_at, confirmed_by=campaign.document.imported_by_id
        )


class Migration(migrations.Migration):

    dependencies = [
        ('campaigns', '0003_a_plan_is_confirmed_and_revised'),
        ('documents', '0002_a_reading_is_corrected_and_confirmed'),
    ]

    operations = [migrations.RunPython(confirm, migrations.RunPython.noop)]
