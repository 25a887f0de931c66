"""Take the days off over from the reviews: their table stays as it is, with its rows."""

from django.db import migrations, models


def take_over_log(apps, schema_editor):
    """Keep the rows' history and permissions: both hang on the content type."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    if not content_types.filter(app_label="calendar", model="holiday").exists():
        content_types.filter(app_label="moderation", model="holiday").update(app_label="calendar")


def give_log_back(apps, schema_editor):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    if not content_types.filter(app_label="moderation", model="holiday").exists():
        content_types.filter(app_label="calendar", model="holiday").update(app_label="moderation")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("moderation", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Holiday",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("day", models.DateField(unique=True, verbose_name="ngày")),
                        ("name", models.CharField(max_length=120, verbose_name="tên")),
                        (
                            "is_worked",
                            models.BooleanField(
                                default=False,
                                help_text="Đánh dấu nếu ngày này phải đi làm.",
                                verbose_name="là ngày làm bù",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "moderation_holiday",
                        "ordering": ["day"],
                        "verbose_name": "ngày nghỉ, ngày làm bù",
                        "verbose_name_plural": "ngày nghỉ, ngày làm bù",
                    },
                )
            ]
        ),
        migrations.RunPython(take_over_log, give_log_back),
    ]
