"""Pages of directives: each parses, calls one action or query, and answers."""
