"""No two heads of one agency and no two handovers in one agency on one day."""

from django.db import migrations

from dondoc.accounts import spans


class Migration(migrations.Migration):

    dependencies = [("accounts", "0002_posts_and_terms")]

    operations = [migrations.RunPython(spans.install, spans.remove)]
