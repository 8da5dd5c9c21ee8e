"""Writes about people: each one transaction, with its entry in the audit trail."""

from dondoc.accounts.actions.people import change_roles, close_account, create_person, reopen_account
from dondoc.accounts.refusals import SignInNameTaken

__all__ = ["SignInNameTaken", "change_roles", "close_account", "create_person", "reopen_account"]
