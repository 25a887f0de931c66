import django.core.validators
import django.db.models.deletion
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("media", "0002_rendition_file"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="QuizIndexPage",
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
                "verbose_name": "danh mục thi tìm hiểu pháp luật",
                "verbose_name_plural": "danh mục thi tìm hiểu pháp luật",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="QuizPage",
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
                ("lead", models.TextField(max_length=600, verbose_name="giới thiệu")),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="Để trống nếu ảnh đã có mô tả.",
                        max_length=255,
                        verbose_name="văn bản thay thế của ảnh",
                    ),
                ),
                ("rules_text", wagtail.fields.RichTextField(blank=True, verbose_name="thể lệ")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("practice", "Luyện tập: biết ngay đúng, sai; không ghi tên"),
                            ("contest", "Cuộc thi: có thời hạn, ghi tên, xếp hạng"),
                        ],
                        default="practice",
                        max_length=10,
                        verbose_name="hình thức",
                    ),
                ),
                (
                    "questions",
                    wagtail.fields.StreamField(
                        [], blank=True, block_lookup={}, verbose_name="câu hỏi"
                    ),
                ),
                (
                    "shuffles",
                    models.BooleanField(
                        default=True,
                        help_text="Bỏ chọn nếu có phương án như “Cả A và B đều đúng”.",
                        verbose_name="trộn thứ tự câu hỏi và phương án",
                    ),
                ),
                ("opens_at", models.DateTimeField(blank=True, null=True, verbose_name="mở lúc")),
                (
                    "closes_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc"),
                ),
                ("prizes", wagtail.fields.RichTextField(blank=True, verbose_name="giải thưởng")),
                (
                    "consent_text",
                    models.TextField(
                        blank=True,
                        default="Tôi đồng ý để đơn vị tổ chức xử lý họ tên, đơn vị (trường học) và số điện thoại của tôi cho một mục đích: tổ chức cuộc thi này, gồm ghi nhận bài dự thi, xếp hạng, liên hệ và trao giải. Thông tin không được dùng vào việc khác. Tôi có thể yêu cầu xem, sửa hoặc xóa thông tin bằng cách liên hệ đơn vị tổ chức. Nếu chưa đủ 16 tuổi, tôi đã hỏi ý kiến cha, mẹ hoặc người giám hộ.",
                        help_text="Nói rõ mục đích. Thời hạn lưu được thêm vào theo số ngày bên dưới.",
                        max_length=1500,
                        verbose_name="lời xin đồng ý xử lý thông tin cá nhân",
                    ),
                ),
                (
                    "retention_days",
                    models.PositiveSmallIntegerField(
                        default=90,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(730),
                        ],
                        verbose_name="xóa thông tin cá nhân sau (ngày, kể từ khi cuộc thi kết thúc)",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="media.portalimage",
                        verbose_name="ảnh",
                    ),
                ),
            ],
            options={
                "verbose_name": "cuộc thi, bài trắc nghiệm",
                "verbose_name_plural": "cuộc thi, bài trắc nghiệm",
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="QuizVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="phiên bản")),
                ("published_at", models.DateTimeField(verbose_name="đăng lúc")),
                ("content", models.JSONField(default=dict, verbose_name="nội dung")),
                (
                    "retention_days",
                    models.PositiveSmallIntegerField(verbose_name="số ngày lưu thông tin cá nhân"),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="quizzes.quizpage",
                        verbose_name="cuộc thi",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên bản bộ câu hỏi",
                "verbose_name_plural": "phiên bản bộ câu hỏi",
                "ordering": ["page", "number"],
            },
        ),
        migrations.CreateModel(
            name="QuizEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, verbose_name="mã bài dự thi")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("phone_key", models.CharField(editable=False, max_length=64, null=True)),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="họ và tên")),
                (
                    "organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="đơn vị, trường học"),
                ),
                (
                    "telephone",
                    models.CharField(blank=True, max_length=20, verbose_name="số điện thoại"),
                ),
                (
                    "guess",
                    models.PositiveIntegerField(
                        null=True, verbose_name="dự đoán số bài đúng hoàn toàn"
                    ),
                ),
                ("answers", models.JSONField(default=dict, verbose_name="câu trả lời")),
                ("score", models.PositiveSmallIntegerField(verbose_name="điểm")),
                ("is_flawless", models.BooleanField(default=False, verbose_name="đúng tất cả")),
                ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                ("consented_at", models.DateTimeField(verbose_name="đồng ý lúc")),
                (
                    "agrees_to_publication",
                    models.BooleanField(default=False, verbose_name="đồng ý công bố nếu đạt giải"),
                ),
                ("prize", models.CharField(blank=True, max_length=80, verbose_name="giải thưởng")),
                (
                    "personal_data_deleted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="xóa thông tin cá nhân lúc"
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="quizzes.quizpage",
                        verbose_name="cuộc thi",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="quizzes.quizversion",
                        verbose_name="phiên bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài dự thi",
                "verbose_name_plural": "bài dự thi",
            },
        ),
        migrations.CreateModel(
            name="QuizDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("seed", models.CharField(editable=False, max_length=32)),
                ("answers", models.JSONField(default=dict, verbose_name="câu trả lời")),
                ("created_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                ("updated_at", models.DateTimeField(verbose_name="lưu lúc")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="quizzes.quizpage",
                        verbose_name="cuộc thi",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="quizzes.quizversion",
                        verbose_name="phiên bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài đang làm",
                "verbose_name_plural": "bài đang làm",
            },
        ),
        migrations.CreateModel(
            name="WinnersNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("published_at", models.DateTimeField(verbose_name="công bố lúc")),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="winners_notice",
                        to="quizzes.quizpage",
                        verbose_name="cuộc thi",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người công bố",
                    ),
                ),
            ],
            options={
                "verbose_name": "công bố giải thưởng",
                "verbose_name_plural": "công bố giải thưởng",
            },
        ),
        migrations.AddConstraint(
            model_name="quizversion",
            constraint=models.UniqueConstraint(fields=("page", "number"), name="quiz_version_once"),
        ),
        migrations.AddConstraint(
            model_name="quizentry",
            constraint=models.UniqueConstraint(
                fields=("page", "phone_key"), name="quiz_one_entry_per_phone"
            ),
        ),
        migrations.AddConstraint(
            model_name="quizentry",
            constraint=models.UniqueConstraint(
                fields=("page", "code"), name="quiz_entry_code_once"
            ),
        ),
        migrations.AddIndex(
            model_name="quizdraft",
            index=models.Index(fields=["updated_at"], name="quiz_draft_updated"),
        ),
    ]
