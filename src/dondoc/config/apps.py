"""Names the site to Django and registers its checks."""

from django.apps import AppConfig
from django.core import checks

from dondoc.config.checks import CHECKS


class ConfigConfig(AppConfig):
    """The site itself: the shell and the checks."""

    name = "dondoc.config"
    label = "config"
    verbose_name = "Đôn Đốc"

    def ready(self) -> None:
        """Register the checks made at every start."""
        for check in CHECKS:
            checks.register(check)
