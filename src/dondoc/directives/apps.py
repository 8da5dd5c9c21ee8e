"""Names this room to Django."""

from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    """Directives."""

    name = "dondoc.directives"
    label = "directives"
