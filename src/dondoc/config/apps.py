"""Names the site to Django and registers its checks."""

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

from dondoc.config import translations
from dondoc.config.checks import CHECKS


class ConfigConfig(AppConfig):
    """The site itself: the shell and the checks."""

    name = "dondoc.config"
    label = "config"
    verbose_name = "Đôn Đốc"

    def ready(self) -> None:
        """Make the English ready and register the checks, at every start."""
        translations.prepare(settings.CATALOGUES, settings.LOCALE_PATHS[0])
        for check in CHECKS:
            checks.register(check)
