import django.db.models.deletion
import wagtail.contrib.routable_page.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("units", "0002_memberships"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkScheduleIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "introduction",
                    models.TextField(blank=True, max_length=400, verbose_name="giới thiệu"),
                ),
            ],
            options={
                "verbose_name": "lịch công tác",
                "verbose_name_plural": "lịch công tác",
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="LeaderPublication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="units.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị tự đăng lịch",
                "verbose_name_plural": "đơn vị tự đăng lịch",
            },
        ),
        migrations.CreateModel(
            name="WorkSchedulePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                ("first", models.DateField(verbose_name="từ ngày")),
                ("last", models.DateField(verbose_name="đến ngày")),
                (
                    "number",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Số trong sổ đăng ký lịch làm việc (LLV), bắt đầu lại mỗi năm.",
                        null=True,
                        verbose_name="số vào sổ",
                    ),
                ),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ký")),
                (
                    "place_of_issue",
                    models.CharField(blank=True, max_length=80, verbose_name="nơi ký"),
                ),
                ("signer", models.CharField(blank=True, max_length=120, verbose_name="người ký")),
                (
                    "signer_post",
                    models.CharField(blank=True, max_length=120, verbose_name="chức vụ người ký"),
                ),
                (
                    "recipients",
                    models.TextField(
                        blank=True,
                        help_text="Mỗi dòng một nơi nhận.",
                        max_length=600,
                        verbose_name="nơi nhận",
                    ),
                ),
                (
                    "entries",
                    models.JSONField(blank=True, default=list, verbose_name="lịch trong tuần"),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="năm"),
                ),
                (
                    "owning_unit",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="schedules",
                        to="units.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "lịch tuần",
                "verbose_name_plural": "lịch tuần",
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="ScheduleVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lần điều chỉnh")),
                ("published_at", models.DateTimeField(verbose_name="đăng lúc")),
                ("content", models.JSONField(default=dict, verbose_name="nội dung")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="schedules.workschedulepage",
                        verbose_name="lịch tuần",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên bản lịch",
                "verbose_name_plural": "phiên bản lịch",
                "ordering": ["page", "number"],
            },
        ),
        migrations.AddIndex(
            model_name="workschedulepage",
            index=models.Index(fields=["owning_unit", "first"], name="schedule_unit_first"),
        ),
        migrations.AddConstraint(
            model_name="workschedulepage",
            constraint=models.UniqueConstraint(
                fields=("owning_unit", "year", "number"), name="schedule_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="scheduleversion",
            constraint=models.UniqueConstraint(
                fields=("page", "number"), name="schedule_version_once"
            ),
        ),
    ]
