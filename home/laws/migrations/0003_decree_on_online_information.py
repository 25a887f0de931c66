"""What the check list of the reviews knew by itself before there was a list of laws."""

from datetime import date

from django.db import migrations

# Both by the Government, on information and services of the administration online.
ROWS = [
    {
        "symbol": "224/2026/NĐ-CP",
        "symbol_key": "224/2026/nd/cp",
        "number": 224,
        "year": 2026,
        "title": "Cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng",
        "issued_on": None,
        "effective_on": date(2026, 7, 1),
        "search_text": "224 2026 nd cp nghi dinh cung cap thong tin va dich vu cong truc tuyen cua co quan "
        "nha nuoc tren moi truong mang chinh phu 2026 2242026ndcp",
    },
    {
        "symbol": "42/2022/NĐ-CP",
        "symbol_key": "42/2022/nd/cp",
        "number": 42,
        "year": 2022,
        "title": "Quy định về việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên "
        "môi trường mạng",
        "issued_on": date(2022, 6, 24),
        "effective_on": date(2022, 8, 15),
        "expires_on": date(2026, 7, 1),
        "search_text": "42 2022 nd cp nghi dinh quy dinh ve viec cung cap thong tin va dich vu cong truc "
        "tuyen cua co quan nha nuoc tren moi truong mang chinh phu 2022 422022ndcp",
    },
]


def add(apps, schema_editor):
    law_model = apps.get_model("laws", "Law")
    replaced_by = None
    for row in ROWS:
        key = {"symbol_key": row["symbol_key"], "issuer_key": "chinh phu", "year": row["year"]}
        values = {**row, "kind": "nghi-dinh", "issuer": "Chính phủ", "replaced_by": replaced_by}
        replaced_by, _created = law_model.objects.get_or_create(**key, defaults=values)


class Migration(migrations.Migration):
    dependencies = [("laws", "0002_issue_date_may_be_unknown")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
