"""The three groups of staff; their permissions follow at the end of `migrate`, when there are permissions."""

from django.db import migrations

GROUPS = {"editor": "Biên tập viên", "reviewer": "Người thẩm định", "administrator": "Quản trị viên"}


def make_groups(apps, schema_editor):
    using = schema_editor.connection.alias
    for key, name in GROUPS.items():
        group, _made = apps.get_model("auth", "Group").objects.using(using).get_or_create(name=name)
        apps.get_model("accounts", "StaffRole").objects.using(using).get_or_create(key=key, defaults={"group": group})


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop, elidable=False)]
