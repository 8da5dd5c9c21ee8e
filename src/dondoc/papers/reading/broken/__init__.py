"""Tables whose columns were lost: cells follow one another, broken over lines, and only physics tells them apart.

What an extractor leaves of such a table, and what each trace is worth, was measured on Plan 232 and on simulated
texts; docs/explanation/broken-columns.md tells it. In short: a line inside a cell ends only because the next word
would not fit the column, so the widths of the columns, learned from the document itself, find the borders.
"""
