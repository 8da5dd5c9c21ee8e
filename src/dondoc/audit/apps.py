"""Names this room to Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit trail."""

    name = "dondoc.audit"
    label = "audit"
