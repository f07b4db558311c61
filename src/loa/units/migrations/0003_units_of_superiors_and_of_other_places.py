from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('units', '0002_people_sign_in_speak_a_language_and_leave'),
    ]

    operations = [
        migrations.AlterField(
            model_name='unit',
            name='kind',
            field=models.CharField(choices=[('office', 'Đơn vị cấp xã'), ('post', 'Chức danh'), ('body', 'Tổ chức ngoài Ủy ban'), ('class', 'Nhóm đơn vị'), ('elsewhere', 'Cơ quan cấp trên, đơn vị khác')], max_length=10),
        ),
    ]
