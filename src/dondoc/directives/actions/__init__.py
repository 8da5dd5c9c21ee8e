"""Writes about directives: one function for each verb, one transaction each, the audit entry inside."""
