"""Names this room to Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The sample province."""

    name = "dondoc.demo"
    label = "demo"
