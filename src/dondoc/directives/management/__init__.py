"""Commands of directives."""
