"""Filters of directives."""
