"""Bind the entries that are there already into a chain, and keep its end."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from dondoc.audit import chain, triggers


def bind(apps: Any, schema_editor: Any) -> None:
    """Number and hash every entry in the order they were added."""
    entries, heads = apps.get_model("audit", "Entry"), apps.get_model("audit", "Head")
    previous, number = chain.BEGINNING, 0
    for entry in entries.objects.order_by("id").iterator():
        number += 1
        entry.number, entry.previous = number, previous
        entry.hash = previous = chain.digest(vars(entry), entry.previous)
        entry.save(update_fields=["number", "previous", "hash"])
    heads.objects.create(pk=1, number=number, hash=previous)


class Migration(migrations.Migration):
    """The triggers are off while the entries that stand are bound."""

    dependencies = [("audit", "0002_append_only")]
    operations = [
        migrations.RunPython(triggers.remove, triggers.install),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="audit_one_head")],
            },
        ),
        migrations.AddField("entry", "number", models.PositiveBigIntegerField(null=True)),
        migrations.AddField("entry", "previous", models.CharField(default="", max_length=64), preserve_default=False),
        migrations.AddField("entry", "hash", models.CharField(default="", max_length=64), preserve_default=False),
        migrations.RunPython(bind, migrations.RunPython.noop),
        migrations.AlterField("entry", "number", models.PositiveBigIntegerField(unique=True)),
        migrations.AlterModelOptions("entry", {"ordering": ("number",)}),
        migrations.RunPython(triggers.install, triggers.remove),
    ]
