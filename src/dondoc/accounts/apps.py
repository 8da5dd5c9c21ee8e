"""Names this room to Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and rights."""

    name = "dondoc.accounts"
    label = "accounts"
