"""Loads the sample province."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from dondoc.demo import world


class Command(BaseCommand):
    """Make what is missing of the sample province and print its accounts."""

    help = "Load the sample province: accounts and both documents."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --people."""
        parser.add_argument("--people", action="store_true", help="only the accounts")

    def handle(self, *args: Any, **options: Any) -> None:
        """Build, and say each step."""
        for line in world.build(now=timezone.now(), documents=not options["people"]):
            self.stdout.write(line)
        for account in world.ACCOUNTS:
            self.stdout.write(f"  {account.sign_in_name:15} {world.PASSWORD}  {account.full_name}, {account.post}")
