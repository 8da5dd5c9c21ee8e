"""Names this room to Django."""

from django.apps import AppConfig


class AssignmentsConfig(AppConfig):
    """Assignments."""

    name = "dondoc.assignments"
    label = "assignments"
