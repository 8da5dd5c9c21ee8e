"""The audit trail: one row for everything that was done, added and never changed."""

from django.db import models


class Entry(models.Model):
    """One thing done, with plain values only, so that it outlives the rows it speaks of.

    Database triggers refuse UPDATE and DELETE. The hash chain will stand in two more columns of this table.
    """

    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    actor_post = models.CharField(max_length=200, blank=True)
    verb = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=60)
    object_code = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        """Read by object, newest last."""

        ordering = ("id",)
        indexes = (models.Index(fields=("object_kind", "object_code"), name="audit_entry_object"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.verb} {self.object_kind} {self.object_code}"
