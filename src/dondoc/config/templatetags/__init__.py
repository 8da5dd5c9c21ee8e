"""Filters used on every page."""
