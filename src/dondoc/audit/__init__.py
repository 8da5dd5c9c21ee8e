"""Who did what, when and why: entries that are only ever added."""
