"""The days off belong to `portal.calendar` from here on; the table itself is not touched."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0001_initial"),
        ("calendar", "0001_holidays_from_reviews"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("Holiday")])
    ]
