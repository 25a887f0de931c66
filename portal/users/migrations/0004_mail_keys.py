"""Give every account the key of its mail address; those that share one are named and left to be settled.

An upgrade must not end here: accounts that share an address keep it without a key, sign in by their names as before,
and `manage.py mail_doubles` names them at any time.
"""

import sys
import unicodedata
from collections import defaultdict

from django.db import migrations


def address_key(text):
    """As `portal.users.rules.mail_addresses` made it when this was written."""
    shown = (sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cf"})
    key = "".join(shown).strip()
    for _round in range(2):
        key = unicodedata.normalize("NFKD", key).casefold()
    return unicodedata.normalize("NFKC", key).strip()[:254]


def give_keys(apps, schema_editor):
    users = apps.get_model("users", "User").objects
    holders = defaultdict(list)
    for pk, username, email in users.order_by("pk").values_list("pk", "username", "email"):
        if key := address_key(email):
            holders[key].append((pk, username, email))
    for key, rows in holders.items():
        if len(rows) == 1:
            users.filter(pk=rows[0][0]).update(email_key=key)
            continue
        names = ", ".join(username for _pk, username, _email in rows)
        sys.stdout.write(
            f"\n  Trùng địa chỉ thư {rows[0][2]}: {names}. Hãy sửa lại sau khi nâng cấp "
            "(manage.py mail_doubles).\n"
        )


class Migration(migrations.Migration):
    dependencies = [("users", "0003_identity")]

    operations = [migrations.RunPython(give_keys, migrations.RunPython.noop)]
