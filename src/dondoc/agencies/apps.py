"""Names this room to Django."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Agencies."""

    name = "dondoc.agencies"
    label = "agencies"
