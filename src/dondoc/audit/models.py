"""The audit trail: one row for everything that was done, added and never changed, each bound to the one before."""

from django.db import models


class Entry(models.Model):
    """One thing done, with plain values only, so that it outlives the rows it speaks of.

    Database triggers refuse UPDATE and DELETE; each entry carries the hash of the one before it.
    """

    number = models.PositiveBigIntegerField(unique=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
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

        ordering = ("number",)
        indexes = (models.Index(fields=("object_kind", "object_code"), name="audit_entry_object"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.verb} {self.object_kind} {self.object_code}"


class Head(models.Model):
    """The end of the chain, one row only: who adds an entry holds its lock until the transaction ends."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        """There is one chain."""

        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="audit_one_head"),)

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"
